import type { Row, Worksheet } from "exceljs";
import { placeOfRow } from "@/domain/load";
import { type HeldOfFile, type HeldRow, heldListLayout, heldRowMark } from "@/etl/index";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { plainText } from "@/messages/plainText";

const widths = [9, 28, 12, 8, 20, 20, 48, 16, 16, 24];
const fontSize = 11;
const amountFormat = "#,##0.00";
const asText = "@";
/** The code of rows of another width: their value says how many cells they have and should have. */
const cellsDiffer = "L-207";

/**
 * The held rows of a load as a workbook in which the right values are filled in; handed in again, it corrects them. Texts
 * are written as texts, whatever they begin with: nothing in them can become a formula.
 */
export async function heldListFile(
  loadId: string,
  files: readonly HeldOfFile[],
  language: Language,
): Promise<Uint8Array> {
  // A few hundred milliseconds to load: only for who exports.
  const { default: excel } = await import("exceljs");
  const words = messagesIn(language).heldList;
  const { markSheet, headerLine, valueColumn } = heldListLayout;
  const workbook = new excel.Workbook();
  const page = workbook.addWorksheet(words.title, {
    views: [{ state: "frozen", xSplit: 1, ySplit: headerLine }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = widths.map((width) => ({ width }));
  const count = files.reduce((sum, { rows }) => sum + rows.length, 0);
  page.addRow([words.title]).font = { bold: true, size: 14 };
  page.addRow([fill(words.ofLoad, { load: loadId, rows: count })]);
  for (const label of [words.by, words.reason]) toFillIn(page.addRow([label, ""]), 2);
  page.addRow([words.howTo]).alignment = { wrapText: true, vertical: "top" };
  page.mergeCells(5, 1, 5, widths.length);
  page.getRow(5).height = 32;
  writeHeader(page, words);
  for (const { file, sheets, rows } of files) {
    for (const row of rows) {
      const { sheet, row: number } = placeOfRow(sheets ? [...sheets] : undefined, row.row);
      const line = page.addRow([
        heldRowMark(row.extractNumber, row.row),
        file,
        sheet ?? "",
        number,
        row.column ?? "",
        row.code === cellsDiffer ? "" : (row.value ?? ""),
        why(row, language),
        amount(row.totalFeeAmount),
        amount(row.poolPayAmount),
      ]);
      line.alignment = { wrapText: true, vertical: "top" };
      for (const column of [8, 9]) line.getCell(column).numFmt = amountFormat;
      if (row.field !== null) toFillIn(line, valueColumn + 1);
    }
  }
  const mark = workbook.addWorksheet(markSheet, { state: "hidden" });
  mark.addRow([loadId]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeHeader(page: Worksheet, words: ReturnType<typeof messagesIn>["heldList"]): void {
  const { mark, file, sheet, row, column, value, why: reason, totalFee, poolPay, corrected } = words;
  const header = page.addRow([mark, file, sheet, row, column, value, reason, totalFee, poolPay, corrected]);
  header.eachCell((cell) => {
    cell.font = { bold: true, size: fontSize };
    cell.border = { top: { style: "thin" }, bottom: { style: "thin" } };
  });
}

/** What is typed here stays as typed: a long number keeps its digits, a date is not turned into another. */
function toFillIn(row: Row, column: number): void {
  const cell = row.getCell(column);
  cell.numFmt = asText;
  cell.border = { bottom: { style: "thin" } };
}

function why({ code, field, value, totalFeeAmount }: HeldRow, language: Language): string {
  const words = messagesIn(language).heldList;
  const [cells = "—", expected = "—"] = (code === cellsDiffer ? value : null)?.split("/") ?? [];
  const details = { rows: 1, amount: totalFeeAmount ?? "—", codes: value ?? "—", cells, expected };
  const said = `${code} ${plainText(code, details, language)}`;
  if (code === "L-414") return `${said}${words.thisOneCounts}`;
  return field === null ? `${said}${words.notCorrectable}` : said;
}

/** The format knows doubles only; an amount of a row has far fewer digits than they keep. */
const amount = (text: string | null) => (text === null ? null : Number(text));
