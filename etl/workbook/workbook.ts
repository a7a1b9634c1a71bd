import type { CellForm } from "./cellForms";
import type { RowSink } from "./rows";

/** A table of a spreadsheet, whatever the format: a worksheet, or a table of a web page. */
export interface Sheet {
  readonly name: string;
  /** The spreadsheet does not show it. */
  readonly hidden: boolean;
  /** Its first rows as text. */
  readonly head: readonly (readonly string[])[];
}

/** A file of sheets, opened: the first rows of each are known, the rest is read when asked for. */
export interface Workbook {
  /** What the load page says of the file's format: `xlsx`, `html`, `xml`. */
  readonly format: string;
  readonly sheets: readonly Sheet[];
  /** Reads the rows of one sheet into `sink`. Gives the formulas met in columns that have a form. */
  read(sheet: number, forms: readonly (CellForm | undefined)[], sink: RowSink): Promise<{ formulas: number }>;
  close(): void;
}
