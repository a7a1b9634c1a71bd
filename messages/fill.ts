/**
 * Puts values into the `{name}` places of a text, numbers with the minus of print. A place without a value stays as it is,
 * so that a gap is seen.
 */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) =>
    String(values[name] ?? place).replace(/^-(?=\d+(\.\d+)?$)/, "−"),
  );
}

/** The same text as pieces, for callers that put something else than a string into a place. */
export function pieces(template: string): { text: string; place: string | null }[] {
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const place = /^\{(\w+)\}$/.exec(piece)?.[1] ?? null;
      return { text: place ? "" : piece, place };
    });
}
