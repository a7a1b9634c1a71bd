import { PlainError } from "@/domain/errors";
import { spreadsheetText } from "./xmlScan";

/** The name at a position of a tag. */
export function isName(bytes: Buffer, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
  return true;
}

const ampersand = 0x26;
const underscore = 0x5f;
const longestText = 1 << 20;

/** The text of one cell as it comes in pieces; bytes, until a reference must be resolved. */
export class CellText {
  /** Whether text that comes belongs to the cell. */
  isOpen = false;
  bytes = Buffer.allocUnsafe(1 << 16);
  length = 0;
  private isPlain = true;

  clear(): void {
    this.length = 0;
    this.isPlain = true;
  }

  append(bytes: Buffer, start: number, end: number): void {
    if (!this.isOpen) return;
    const needed = this.length + end - start;
    if (needed > this.bytes.length) this.grow(needed);
    const target = this.bytes;
    let at = this.length;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (byte === ampersand || byte === underscore) this.isPlain = false;
      target[at++] = byte;
    }
    this.length = at;
  }

  appendPlain(bytes: Buffer, start: number, end: number): void {
    const escaped = Buffer.from(bytes.toString("utf8", start, end).replaceAll("&", "&amp;"));
    this.append(escaped, 0, escaped.length);
  }

  /** Calls `use` with the resolved text. */
  give(use: (bytes: Buffer, start: number, end: number) => void): void {
    if (this.isPlain) use(this.bytes, 0, this.length);
    else {
      const text = Buffer.from(spreadsheetText(this.toString()));
      use(text, 0, text.length);
    }
  }

  /** As written. */
  toString(): string {
    return this.bytes.toString("utf8", 0, this.length);
  }

  private grow(needed: number): void {
    if (needed > longestText) throw new PlainError("L-105");
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.bytes.length));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
