import type { Cell, Worksheet } from "exceljs";
import type { Sheet, SheetCell } from "./sheet";
import { fontOfPaper, onA4, pageNumbers, places, worksheetName } from "./worksheet";

const narrowest = 10;
const widest = 36;
const headerSize = 10;

/** One worksheet, ready for A4 landscape: header and first column stay in sight, the header is repeated on paper. */
export async function xlsx(sheet: Sheet): Promise<Uint8Array> {
  // A few hundred milliseconds to load: only for who exports.
  const { default: excel } = await import("exceljs");
  const { title, head, columns, rows, notes, signatures } = sheet;
  const workbook = new excel.Workbook();
  const headerRow = head.length + 2;
  const page = workbook.addWorksheet(worksheetName(title), {
    views: [{ state: "frozen", xSplit: 1, ySplit: headerRow }],
    pageSetup: { ...onA4("landscape"), printTitlesRow: `${headerRow}:${headerRow}` },
    headerFooter: pageNumbers,
  });
  page.columns = columns.map((_, index) => ({ width: widthOf(sheet, index) }));
  writeLine(page, title, { bold: true, size: 14 });
  for (const line of head) writeLine(page, line, { size: headerSize });
  const header = page.addRow(columns.map(({ label }) => label));
  header.eachCell((cell, number) => {
    cell.font = { ...fontOfPaper, bold: true, size: headerSize };
    cell.alignment = { wrapText: true, vertical: "bottom", horizontal: sideOf(sheet, number - 1) };
    cell.border = { top: { style: "thin" }, bottom: { style: "thin" } };
  });
  for (const { role, cells } of rows) {
    const row = page.addRow([]);
    cells.forEach((content, index) => {
      const cell = row.getCell(index + 1);
      write(cell, content);
      const isIndented = role === "of_which" && index === 0;
      cell.alignment = { horizontal: sideOf(sheet, index), indent: isIndented ? 1 : 0 };
      cell.font = { ...fontOfPaper, size: 11, bold: role === "total" || role === "subtotal" };
      cell.border = role === "total" ? { top: { style: "thin" }, bottom: { style: "thin" } } : {};
    });
  }
  for (const note of notes) writeLine(page, note, { size: headerSize });
  page.addRow([]);
  writeLine(page, signatures.join("        "), { size: 11 });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A text over the whole width: the cells beside it are empty, so that it may run across them. */
function writeLine(page: Worksheet, text: string, font: { bold?: boolean; size?: number }): void {
  const cell = page.addRow([text]).getCell(1);
  cell.font = { ...fontOfPaper, ...font };
  cell.alignment = { horizontal: "left" };
}

/** A text is written as one, whatever it begins with: nothing in it can become a formula. */
function write(cell: Cell, content: SheetCell): void {
  if (content === null) return;
  // The format knows doubles only; 15 digits survive them, and longer amounts come as text.
  cell.value = content.kind === "number" ? Number(content.digits) : content.text;
  if (content.kind === "number") cell.numFmt = content.format;
}

const sideOf = ({ columns }: Sheet, index: number) => (columns[index]?.kind === "number" ? "right" : "left");

/** Wide enough for the longest printed text. */
function widthOf({ columns, rows }: Sheet, index: number): number {
  const lengths = rows.map(({ cells }) => {
    const cell = cells[index];
    if (!cell) return 0;
    if (cell.kind === "text") return places(cell.text);
    // The whole part with its separators, two decimals and a sign.
    return (cell.digits.split(".")[0]!.length * 4) / 3 + 4;
  });
  const header = places(columns[index]!.label) / (index === 0 ? 1 : 2) + 2;
  return Math.ceil(Math.min(widest, Math.max(narrowest, header, ...lengths.map((length) => length + 2))));
}
