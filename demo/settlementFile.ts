import { type Column, cellWriter, columnsOf, moneyText } from "./columns";
import { writeDelimited } from "./delimitedFile";
import type { FileStyle } from "./fileStyles";
import { countyName, demoMark } from "./region";
import type { Settlement } from "./settlement";

/** Writes the settlements of one month as the style says. */
export async function writeSettlements(
  path: string,
  style: FileStyle,
  month: string,
  rows: Iterable<Settlement>,
): Promise<void> {
  await writeDelimited(path, style, lines(style, month, rows));
}

function* lines(style: FileStyle, month: string, rows: Iterable<Settlement>): Generator<string[]> {
  const columns = columnsOf(style);
  const writers = columns.map((column) => cellWriter(column, style));
  const title = `${countyName}城乡居民医保结算明细（${demoMark}，${month}）`;
  if (style.title) yield [title, ...Array<string>(columns.length - 1).fill("")];
  yield columns.map(({ headers }) => headers[style.layout]!);
  const totals = columns.map(() => 0);
  for (const row of rows) {
    if (style.totals) add(totals, columns, row);
    const cells = writers.map((write) => write(row));
    if (row.spoilt) cells[columns.findIndex(({ field }) => field === row.spoilt!.field)] = row.spoilt.text;
    yield cells;
  }
  if (style.totals) yield columns.map((column, i) => totalCell(column, i, totals[i]!, style));
}

function add(totals: number[], columns: readonly Column[], row: Settlement): void {
  for (const [i, column] of columns.entries()) if (column.kind === "money") totals[i]! += column.read(row);
}

function totalCell(column: Column, place: number, total: number, style: FileStyle): string {
  if (place === 0) return "合计";
  return column.kind === "money" ? moneyText(total, style.thousands) : "";
}
