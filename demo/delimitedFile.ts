import { open } from "node:fs/promises";
import type { FileStyle } from "./fileStyles";
import { encodeGb18030 } from "./gb18030";

type Form = Pick<FileStyle, "encoding" | "separator">;

const flushAt = 1 << 20;

/** Writes lines of cells to a file as they come: a megabyte of text is all that waits in memory. */
export async function writeDelimited(path: string, form: Form, lines: Iterable<readonly string[]>): Promise<void> {
  const encode = form.encoding === "gb18030" ? encodeGb18030 : (text: string) => Buffer.from(text, "utf8");
  const special = new RegExp(`["\r\n${form.separator}]`);
  const quoted = (cell: string) => (special.test(cell) && cell !== "" ? `"${cell.replaceAll('"', '""')}"` : cell);
  const file = await open(path, "w");
  try {
    let waiting = form.encoding === "utf-8-bom" ? "\ufeff" : "";
    for (const line of lines) {
      for (let i = 0; i < line.length; i++) waiting += i === 0 ? quoted(line[i]!) : form.separator + quoted(line[i]!);
      waiting += "\r\n";
      if (waiting.length < flushAt) continue;
      await file.writeFile(encode(waiting));
      waiting = "";
    }
    await file.writeFile(encode(waiting));
  } finally {
    await file.close();
  }
}
