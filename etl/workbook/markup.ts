import { PlainError } from "@/domain/errors";
import { firstBytes } from "../steps/fileChunks";
import { refuseOtherText } from "../steps/otherFormats";
import { openHtml } from "./html";
import { openSpreadsheetXml } from "./spreadsheetXml";
import type { Workbook } from "./workbook";

const headBytes = 4096;

/**
 * A text that is a spreadsheet written as markup, whatever its name says: tables of a web page, or the XML of Excel 2003.
 * Null for any other text. Throws L-110 for markup without tables, and texts that hold none.
 */
export async function openMarkup(path: string, headRows: number): Promise<Workbook | null> {
  const bytes = await firstBytes(path, headBytes);
  const head = bytes
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  refuseOtherText(head);
  if (!/^<[?!a-z]/i.test(head)) return null;
  if (
    head.includes("urn:schemas-microsoft-com:office:spreadsheet") &&
    /^<(\?|Workbook|ss:Workbook)/.test(head) &&
    !/<html/i.test(head)
  )
    return openSpreadsheetXml(path, headRows);
  if (/<(!doctype html|html|head|meta|body|style|script|table|div|center|font|p)\b/i.test(head))
    return openHtml(path, headRows);
  if (head.startsWith("<?xml")) throw new PlainError("L-110", { format: "xml" });
  return null;
}
