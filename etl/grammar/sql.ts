/** Marks a text as a fault: what follows is a message code. The character cannot survive the cleaning of a cell. */
export const faultMark = "\u0001";

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function fault(code: string): string {
  return literal(faultMark + code);
}

/** True where a canonical column holds a fault instead of a value; never null. */
export function isFaulty(column: string): string {
  return `coalesce(starts_with(${column}, ${literal(faultMark)}), false)`;
}

/** RE2, the whole text. */
export function matches(column: string, pattern: string): string {
  return `regexp_full_match(${column}, ${literal(pattern)})`;
}

/**
 * How the text of one kind of field becomes a value, as SQL over columns of text, so that it runs vectorised and
 * before any cast. Three steps, each its own projection: the common spelling costs one pattern a value, odd ones more.
 */
export interface Grammar {
  /** Raw cell to text without blanks, full-width digits and rewritable spellings. */
  tidy(raw: string): string;
  /** Tidy text to canonical text, a fault, or null for an empty cell. */
  canonical(tidy: string): string;
  /** Canonical text to the value; only ever given text that the grammar accepted. */
  typed(canonical: string): string;
}
