import type { Sheet, SheetCell } from "./sheet";

const mark = "\ufeff";

/** Comma separated, CRLF, with a byte order mark, so that office programs read it as UTF-8. */
export function csv({ title, head, columns, rows, notes, signatures }: Sheet): Uint8Array {
  const lines = [
    ...[title, ...head].map((line) => [text(line)]),
    columns.map(({ label }) => text(label)),
    ...rows.map(({ cells }) => cells.map(written)),
    ...notes.map((line) => [text(line)]),
    signatures.map(text),
  ];
  return new TextEncoder().encode(mark + lines.map((fields) => `${fields.join(",")}\r\n`).join(""));
}

const written = (cell: SheetCell) => (cell === null ? "" : cell.kind === "number" ? cell.digits : text(cell.text));

/** What spreadsheets take for a formula (OWASP, CSV injection), its full-width forms and leading blanks included. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

/** A text as a field: never a formula, in quotes where it has to be. */
function text(value: string): string {
  const harmless = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return /[",\r\n]|^'/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
