import { PlainError } from "@/domain/errors";
import { HeadRows, mostColumns, mostRows, type RowSink } from "./rows";
import type { Sheet, Workbook } from "./workbook";

/** A longer cell is no cell of a table (bad inputs 52). */
const longestCell = 1 << 20;
/** A page with more tables is no export. */
const mostSheets = 200;

/** Takes the sheets of a document as they come, one after the other; which of them are kept is decided by the sinks. */
export class SheetsVisitor {
  formulas = 0;
  readonly sheets: { name: string; hidden: boolean; sink: RowSink | null }[] = [];
  private lastRow: number[] = [];

  /** `sinkOf` gives where the rows of a sheet go; null where nowhere. */
  constructor(private readonly sinkOf: (sheet: number) => RowSink | null) {}

  /** Begins a sheet; gives its number. Throws L-105 beyond 200. */
  sheet(name: string): number {
    const number = this.sheets.length;
    if (number >= mostSheets) throw new PlainError("L-105");
    this.sheets.push({ name, hidden: false, sink: this.sinkOf(number) });
    this.lastRow.push(0);
    return number;
  }

  isWanted(sheet: number): boolean {
    return this.sheets[sheet]!.sink !== null;
  }

  /** Hands a whole row on; `cells` by column. Gives its number: `number`, or the next where that is null. */
  row(sheet: number, number: number | null, hidden: boolean, cells: ReadonlyMap<number, string>): void {
    const row = number ?? this.lastRow[sheet]! + 1;
    if (!(Number.isInteger(row) && row > this.lastRow[sheet]! && row <= mostRows)) throw new PlainError("L-105");
    this.lastRow[sheet] = row;
    const { sink } = this.sheets[sheet]!;
    if (!sink?.row(row, hidden)) return;
    for (const column of [...cells.keys()].sort((a, b) => a - b)) {
      const bytes = Buffer.from(cells.get(column)!);
      if (column >= mostColumns || bytes.length > longestCell) throw new PlainError("L-105", { row });
      sink.cell(column, bytes, 0, bytes.length);
    }
    sink.endRow();
  }
}

/** Text of a cell as it comes in pieces. Throws L-105 for one beyond reason. */
export function joined(text: string, piece: string): string {
  if (text.length + piece.length > longestCell) throw new PlainError("L-105");
  return text + piece;
}

/**
 * A document of sheets that is read from its beginning each time: once for the first rows of every sheet, then for the one
 * that is wanted.
 */
export async function openDocument(
  format: string,
  headRows: number,
  walk: (visitor: SheetsVisitor, forms: Parameters<Workbook["read"]>[1]) => Promise<void>,
): Promise<Workbook> {
  const heads: HeadRows[] = [];
  const first = new SheetsVisitor(() => {
    heads.push(new HeadRows(headRows));
    return heads.at(-1)!;
  });
  await walk(first, []);
  if (heads.length === 0) throw new PlainError("L-110", { format });
  const sheets = first.sheets.map(({ name, hidden }, i): Sheet => ({ name, hidden, head: heads[i]!.rows }));
  return {
    format,
    sheets,
    async read(sheet, forms, sink) {
      const visitor = new SheetsVisitor((number) => (number === sheet ? sink : null));
      await walk(visitor, forms);
      return { formulas: visitor.formulas };
    },
    close() {},
  };
}
