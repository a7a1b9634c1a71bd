import type { Cell, Worksheet } from "exceljs";
import { type FormCell, type FormRole, type OfficialForm, placedCells } from "@/domain/officialForm";
import { columnPoints, fontOfPaper, onA4, pageNumbers, printable, worksheetName } from "../render/worksheet";
import { highestRow, rowHeights, textHeight, textSize } from "./rowHeights";

const thin = { style: "thin" } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

/** The form as a workbook that a clerk prints as it is: A4, merged cells, borders, rows as high as their texts. */
export async function renderFormXlsx(form: OfficialForm): Promise<Uint8Array> {
  // A few hundred milliseconds to load: only for who exports.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const page = workbook.addWorksheet(worksheetName(form.title), {
    views: [{ showGridLines: false }],
    pageSetup: onA4(form.orientation),
    headerFooter: pageNumbers,
  });
  page.columns = form.widths.map((width) => ({ width }));
  writeLine(page, form.title, form, { size: 16, bold: true, horizontal: "center" });
  writeLine(page, form.subtitle, form, { size: 11, horizontal: "center" });
  for (const block of form.blocks) writeBlock(page, block, form);
  for (const { text, typed = "" } of form.notes) writeLine(page, text + typed, form, { size: 9 });
  if (form.signatures.length > 0) writeLine(page, form.signatures.join("                "), form, { size: 11 });
  page.pageSetup.fitToHeight = pagesOf(page, form);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Of a last page that would be used by less than this the rest is made a little smaller. */
const worthAPage = 0.2;

/** How many pages the form shall take, as wide as the paper is. */
function pagesOf(page: Worksheet, { widths, orientation }: OfficialForm): number {
  const paper = printable(orientation);
  const width = widths.reduce((sum, each) => sum + columnPoints(each), 0);
  const height = page.getRows(1, page.rowCount)!.reduce((sum, row) => sum + row.height, 0);
  const scale = Math.min(1, paper.width / width);
  return Math.max(1, Math.ceil((height * scale) / paper.height - worthAPage));
}

function writeBlock(page: Worksheet, block: OfficialForm["blocks"][number], form: OfficialForm): void {
  const heights = rowHeights(block, form.widths);
  // A row higher than spreadsheets know is several of theirs, merged.
  const parts = heights.map((height) => Math.ceil(height / highestRow));
  const startOf = (row: number) => top + parts.slice(0, row).reduce((sum, count) => sum + count, 0);
  const top = page.rowCount + 1;
  heights.forEach((height, row) => {
    for (let part = 0; part < parts[row]!; part += 1) page.getRow(startOf(row) + part).height = height / parts[row]!;
  });
  for (const { cell, row, rows, column, columns } of placedCells(block, form.widths.length)) {
    const [first, last] = [startOf(row), startOf(row + rows) - 1];
    const written = page.getCell(first, column + 1);
    write(written, cell);
    if (last > first || columns > 1) page.mergeCells(first, column + 1, last, column + columns);
  }
  if (block.repeated) page.pageSetup.printTitlesRow = `${top}:${startOf(block.repeated) - 1}`;
}

/** A text is written as one, whatever it begins with: nothing in it can become a formula. */
function write(target: Cell, { role, text, value, strong }: FormCell): void {
  if (value) {
    target.value = Number(value.digits);
    target.numFmt = value.format;
  } else if (text !== "") target.value = text;
  target.font = { ...fontOfPaper, size: textSize, bold: strong ?? false };
  target.alignment = { wrapText: true, vertical: "middle", horizontal: sides[role] };
  target.border = border;
}

const sides = {
  label: "center",
  name: "center",
  text: "left",
  value: "center",
  amount: "right",
} as const satisfies Record<FormRole, string>;

/** A text over the whole width, under or above the form. */
function writeLine(
  page: Worksheet,
  text: string,
  { widths }: OfficialForm,
  { horizontal = "left", ...font }: { size: number; bold?: boolean; horizontal?: "left" | "center" },
): void {
  const row = page.addRow([text]);
  row.height = textHeight(text, widths, font.size);
  const cell = row.getCell(1);
  cell.font = { ...fontOfPaper, ...font };
  cell.alignment = { wrapText: true, vertical: "middle", horizontal };
  page.mergeCells(row.number, 1, row.number, widths.length);
}
