import { open } from "node:fs/promises";
import type { FileStyle } from "./fileStyles";
import { putGb18030 } from "./gb18030";

type Form = Pick<FileStyle, "encoding" | "separator">;

const chunkSize = 1 << 20;
/** Longer than any line, even at three bytes a character. */
const lineRoom = 1 << 14;

/** Writes lines of cells to a file as they come: a megabyte is all that waits in memory. */
export async function writeDelimited(path: string, form: Form, lines: Iterable<readonly string[]>): Promise<void> {
  const chunk = Buffer.allocUnsafe(chunkSize + lineRoom);
  const put = form.encoding === "gb18030" ? putGb18030 : putUtf8;
  const toText = lineWriter(form.separator);
  const file = await open(path, "w");
  try {
    let length = form.encoding === "utf-8-bom" ? putUtf8(chunk, 0, "\ufeff") : 0;
    for (const line of lines) {
      length += put(chunk, length, toText(line));
      if (length < chunkSize) continue;
      await file.writeFile(chunk.subarray(0, length));
      length = 0;
    }
    await file.writeFile(chunk.subarray(0, length));
  } finally {
    await file.close();
  }
}

/** Joins cells; only a line that holds a quote, a line end or the separator is looked at cell by cell. */
function lineWriter(separator: string): (cells: readonly string[]) => string {
  const special = new RegExp(`["\r\n${separator}]`);
  const quoted = (cell: string) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return (cells) => {
    const text = special.test(cells.join("")) ? cells.map(quoted).join(separator) : cells.join(separator);
    return `${text}\r\n`;
  };
}

function putUtf8(target: Buffer, offset: number, text: string): number {
  return target.write(text, offset, "utf8");
}
