/**
 * An independent reading of settlement files for tests: plain loops and BigInt, no line shared with etl. It knows only the
 * clear cases (a required cell that is fine or is not), which is what the generated files below consist of.
 */

/** Cents of an amount, or null where it is no amount with at most two decimals that are not zero. */
export function cents(cell: string): bigint | null {
  const text = cell
    .trim()
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace("．", ".");
  const found = /^(-?)¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(元|万元)?$/.exec(text);
  if (!found) return null;
  const scale = found[4] === "万元" ? 6 : 2;
  const fraction = (found[3] ?? "").replace(/0+$/, "");
  if (fraction.length > scale) return null;
  const fen = BigInt(found[2]!.replaceAll(",", "") + fraction.padEnd(scale, "0"));
  return found[1] ? -fen : fen;
}

/** Rows of a file as RFC 4180 reads them, character by character. */
export function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === "") quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = "";
    } else if (c === "\n") {
      row.push(cell.replace(/\r$/, ""));
      rows.push(row);
      row = [];
      cell = "";
    } else cell += c;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

export interface OracleSums {
  rows: number;
  fee: bigint;
  pool: bigint;
  unreadable: number;
}

/** Rows and readable cents of every data row: not blank, not a totals row. Rows of another width have no amounts. */
export function sumsOf(text: string, separator: string, columns: { fee: string; pool: string }): OracleSums {
  const rows = rowsOf(text.replace(/^\ufeff/, ""), separator);
  const headerAt = rows.findIndex((cells) => cells.some((cell) => cell.trim() === columns.fee));
  const header = rows[headerAt]!.map((cell) => cell.trim());
  const sums: OracleSums = { rows: 0, fee: 0n, pool: 0n, unreadable: 0 };
  for (const cells of rows.slice(headerAt + 1)) {
    const first = cells.find((cell) => cell.trim() !== "");
    if (first === undefined || first.trim() === "合计") continue;
    sums.rows++;
    const whole = cells.length === header.length;
    const fee = whole ? cents(cells[header.indexOf(columns.fee)]!) : null;
    const pool = whole ? cents(cells[header.indexOf(columns.pool)]!) : null;
    sums.fee += fee ?? 0n;
    sums.pool += pool ?? 0n;
    if (fee === null || pool === null) sums.unreadable++;
  }
  return sums;
}
