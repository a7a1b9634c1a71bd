import { createReadStream } from "node:fs";
import { Parser } from "htmlparser2";
import { PlainError } from "@/domain/errors";
import { mostColumns } from "./rows";
import { joined, openDocument, type SheetsVisitor } from "./textSheets";
import type { Workbook } from "./workbook";

/** A table that is open, with its row and cell at hand. */
interface OpenTable {
  readonly sheet: number;
  readonly wanted: boolean;
  cells: Map<number, string>;
  column: number;
  /** Cell that takes the text; null between cells. */
  text: string | null;
  span: number;
  /** By column: rows that a cell of an earlier row still takes. */
  taken: Map<number, number>;
  isInRow: boolean;
}

/** The tables of a web page (of UTF-8), as exports with the name of a spreadsheet hold them: every table is a sheet. */
export function openHtml(path: string, headRows: number): Promise<Workbook> {
  return openDocument("html", headRows, (visitor) => walkTables(path, visitor));
}

async function walkTables(path: string, visitor: SheetsVisitor): Promise<void> {
  const open: OpenTable[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const table = open.at(-1);
      if (name === "table") open.push(newTable(visitor));
      else if (name === "tr" && table) beginRow(table, visitor);
      else if ((name === "td" || name === "th") && table?.isInRow) beginCell(table, attributes);
      else if (name === "br" && table && table.text !== null) table.text = joined(table.text, " ");
    },
    ontext(text) {
      const table = open.at(-1);
      if (table?.wanted && table.text !== null) table.text = joined(table.text, text);
    },
    onclosetag(name) {
      const table = open.at(-1);
      if (!table) return;
      if (name === "table") {
        endRow(table, visitor);
        open.pop();
      } else if (name === "tr") endRow(table, visitor);
      else if (name === "td" || name === "th") endCell(table);
    },
  });
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 })) parser.write(chunk);
  parser.end();
}

function newTable(visitor: SheetsVisitor): OpenTable {
  const sheet = visitor.sheet(String(visitor.sheets.length + 1));
  return {
    sheet,
    wanted: visitor.isWanted(sheet),
    cells: new Map(),
    column: 0,
    text: null,
    span: 1,
    taken: new Map(),
    isInRow: false,
  };
}

function beginRow(table: OpenTable, visitor: SheetsVisitor): void {
  endRow(table, visitor);
  table.isInRow = true;
  table.column = 0;
}

function beginCell(table: OpenTable, { colspan, rowspan }: Record<string, string>): void {
  endCell(table);
  const { taken } = table;
  while (taken.has(table.column)) table.column++;
  table.span = Math.max(1, Number.parseInt(colspan ?? "1", 10) || 1);
  const rows = Number.parseInt(rowspan ?? "1", 10) || 1;
  if (table.column + table.span > mostColumns) throw new PlainError("L-105");
  // Counted down at the end of each row, this one included.
  if (rows > 1) for (let i = 0; i < table.span; i++) taken.set(table.column + i, -rows);
  table.text = "";
}

function endCell(table: OpenTable): void {
  if (table.text === null) return;
  const text = table.text.replace(/\s+/g, " ").trim();
  if (text !== "") table.cells.set(table.column, text);
  table.column += table.span;
  table.text = null;
}

function endRow(table: OpenTable, visitor: SheetsVisitor): void {
  endCell(table);
  if (!table.isInRow) return;
  table.isInRow = false;
  visitor.row(table.sheet, null, false, table.cells);
  table.cells = new Map();
  for (const [column, rows] of table.taken) {
    const left = Math.abs(rows) - 1;
    if (left > 0) table.taken.set(column, left);
    else table.taken.delete(column);
  }
}
