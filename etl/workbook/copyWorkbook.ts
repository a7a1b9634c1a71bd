import type { SheetPlace } from "@/domain/load";
import { type Choice, headerRows } from "../steps/chooseHeader";
import type { Mapping } from "../steps/map";
import { cellForms } from "./cellForms";
import { chooseSheets, isOneTable, severalSheets } from "./chooseSheets";
import { RowCopy } from "./rows";
import type { Workbook } from "./workbook";

/** Rows of each sheet that are looked at before one is chosen. */
export const headRows = 2 * headerRows;

/** What a spreadsheet says beyond its cells. */
export interface WorkbookNotes {
  /** The sheets that were read, and the records before each in the working copy. */
  readonly sheets: readonly SheetPlace[];
  /** Names of other sheets that hold something. */
  readonly unreadSheets: readonly string[];
  /** Records with content whose row or sheet the spreadsheet hides. */
  readonly hiddenRows: readonly number[];
  /** Formulas read by their stored result. */
  readonly formulas: number;
}

/**
 * Writes the sheets of an extract as one table of text to `copyPath`, in which the number of a record is that of its row.
 * Throws L-114 when they cannot be one table, and what reading a sheet throws.
 */
export async function copyWorkbook(
  workbook: Workbook,
  choice: Choice,
  copyPath: string,
): Promise<{ mapping: Mapping; notes: WorkbookNotes }> {
  const chosen = chooseSheets(workbook.sheets, choice);
  const { mapping } = chosen[0]!;
  const forms = cellForms(mapping);
  const copy = new RowCopy(copyPath, mapping.header.length);
  const sheets: SheetPlace[] = [];
  const rows: number[] = [];
  let formulas = 0;
  try {
    for (const { index, name, hidden, mapping: own } of chosen) {
      sheets.push({ name, before: copy.records });
      copy.sheet(own.headerRow, hidden);
      formulas += (await workbook.read(index, forms, copy)).formulas;
      rows.push(copy.records - sheets.at(-1)!.before - own.headerRow);
    }
  } finally {
    copy.close();
  }
  if (chosen.length > 1 && !isOneTable(rows)) throw severalSheets(chosen);
  const isRead = (index: number) => chosen.some((sheet) => sheet.index === index);
  const unreadSheets = workbook.sheets.flatMap(({ name, head }, index) =>
    !isRead(index) && head.some((cells) => cells.some((cell) => cell.trim() !== "")) ? [name] : [],
  );
  return { mapping, notes: { sheets, unreadSheets, hiddenRows: copy.hiddenRows, formulas } };
}
