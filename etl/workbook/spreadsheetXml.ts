import { createReadStream } from "node:fs";
import { formulaWithoutResult } from "../grammar/text";
import { type CellForm, numberText } from "./cellForms";
import { joined, openDocument, type SheetsVisitor } from "./textSheets";
import { walkXml } from "./walkXml";
import type { Workbook } from "./workbook";

/** A workbook in the XML of Excel 2003 (of UTF-8). */
export function openSpreadsheetXml(path: string, headRows: number): Promise<Workbook> {
  return openDocument("xml", headRows, (visitor, forms) => walkSheets(path, visitor, forms));
}

async function walkSheets(
  path: string,
  visitor: SheetsVisitor,
  forms: readonly (CellForm | undefined)[],
): Promise<void> {
  let sheet = -1;
  let row: { number: number | null; hidden: boolean; cells: Map<number, string> } | null = null;
  let column = -1;
  let across = 0;
  let type = "";
  let formula = false;
  let data: string | null = null;
  let visible: string | null = null;
  await walkXml(createReadStream(path, { highWaterMark: 1 << 18 }), {
    open(name, attributes) {
      const { Index } = attributes;
      if (name === "Worksheet") sheet = visitor.sheet(attributes.Name ?? "");
      else if (name === "Row") {
        row = { number: Index ? Number(Index) : null, hidden: attributes.Hidden === "1", cells: new Map() };
        column = -1;
        across = 0;
      } else if (name === "Cell" && row) {
        column = Index ? Number(Index) - 1 : column + 1 + across;
        across = Number(attributes.MergeAcross ?? 0);
        formula = attributes.Formula !== undefined;
        if (formula) row.cells.set(column, formulaWithoutResult);
      } else if (name === "Data" && row) {
        type = attributes.Type ?? "String";
        data = "";
      } else if (name === "Visible") visible = "";
    },
    text(text) {
      if (data !== null) data = joined(data, text);
      else if (visible !== null) visible = joined(visible, text);
    },
    close(name) {
      if (name === "Data" && row && data !== null) {
        row.cells.set(column, cellText(data, type, forms[column]));
        if (formula && forms[column]) visitor.formulas++;
        data = null;
      } else if (name === "Row" && row) {
        visitor.row(sheet, row.number, row.hidden, row.cells);
        row = null;
      } else if (name === "Visible") {
        if (sheet >= 0 && visible?.trim() !== "SheetVisible") visitor.sheets[sheet]!.hidden = true;
        visible = null;
      }
    },
  });
}

function cellText(data: string, type: string, form: CellForm | undefined): string {
  if (type === "Number") return numberText(data.trim(), form);
  if (type === "Boolean") return data.trim() === "1" ? "TRUE" : "FALSE";
  // 2018-06-03T00:00:00.000
  return type === "DateTime"
    ? data
        .trim()
        .replace(/\.0+$/, "")
        .replace(/T00:00:00$/, "")
    : data;
}
