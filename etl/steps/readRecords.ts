import { open } from "node:fs/promises";
import { PlainError } from "@/domain/errors";

/** One row of a text file, as bytes; valid only while it is visited. */
export interface TextRecord {
  /** Row as a spreadsheet counts: the first is 1, a cell with line breaks stays one row. */
  readonly number: number;
  readonly bytes: Buffer;
  readonly start: number;
  /** After the last byte, without the line end. */
  readonly end: number;
  readonly cells: number;
}

/** What was met on the way through a file. */
export interface RecordSummary {
  readonly records: number;
  /** Kinds of line end, to know whether one setting reads them all. */
  readonly lineEnds: { readonly lf: number; readonly crlf: number; readonly cr: number };
  readonly endsWithLineEnd: boolean;
  readonly hasQuotedLineBreak: boolean;
}

const chunkBytes = 4 << 20;
/** A longer row is no row of an extract (bad inputs 52). */
const longestRecord = 1 << 20;

const content = 0;
const separatorByte = 1;
const quoteByte = 2;
const lineFeed = 3;
const carriageReturn = 4;
const space = 5;

const atStart = 0;
const inPlain = 1;
const inQuotes = 2;
const afterQuotes = 3;

/**
 * Walks through the records of a UTF-8 file as RFC 4180 parts them; a quote counts only where a cell begins. Memory
 * stays flat. Throws L-205 for a quote without partner and L-105 for a row beyond any reason.
 */
export async function scanRecords(
  path: string,
  separator: string,
  visit: (record: TextRecord) => void,
): Promise<RecordSummary> {
  const classes = new Uint8Array(256);
  classes[separator.charCodeAt(0)] = separatorByte;
  classes[0x22] = quoteByte;
  classes[0x0a] = lineFeed;
  classes[0x0d] = carriageReturn;
  classes[0x20] = space;
  const lineEnds = { lf: 0, crlf: 0, cr: 0 };
  let number = 0;
  let hasQuotedLineBreak = false;
  let endsWithLineEnd = true;

  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafe(chunkBytes + longestRecord + 4);
    let kept = await skipByteOrderMark(file, bytes);
    for (;;) {
      const { bytesRead } = await file.read(bytes, kept, chunkBytes);
      const atEnd = bytesRead === 0;
      const length = kept + bytesRead;
      let start = 0;
      let cells = 1;
      let state = atStart;
      for (let i = 0; i < length; i++) {
        const kind = classes[bytes[i]!]!;
        if (kind === content) {
          if (state === atStart) state = inPlain;
          else if (state === afterQuotes) throw new PlainError("L-205", { row: number + 1 });
          continue;
        }
        if (state === inQuotes) {
          if (kind === quoteByte) {
            if (i + 1 < length && bytes[i + 1] === 0x22) i++;
            else state = afterQuotes;
          } else if (kind === lineFeed || kind === carriageReturn) hasQuotedLineBreak = true;
          continue;
        }
        if (kind === separatorByte) {
          cells++;
          state = atStart;
        } else if (kind === quoteByte) {
          if (state === atStart) state = inQuotes;
          else if (state === afterQuotes) throw new PlainError("L-205", { row: number + 1 });
        } else if (kind === lineFeed || kind === carriageReturn) {
          let next = i + 1;
          if (kind === carriageReturn) {
            // Whether a line feed follows is known only with the next chunk.
            if (next === length && !atEnd) break;
            if (next < length && bytes[next] === 0x0a) {
              next++;
              lineEnds.crlf++;
            } else lineEnds.cr++;
          } else lineEnds.lf++;
          number++;
          visit({ number, bytes, start, end: i, cells });
          start = next;
          i = next - 1;
          cells = 1;
          state = atStart;
        }
      }
      if (atEnd) {
        if (state === inQuotes) throw new PlainError("L-205", { row: number + 1 });
        endsWithLineEnd = start === length;
        if (!endsWithLineEnd) {
          number++;
          visit({ number, bytes, start, end: length, cells });
        }
        break;
      }
      kept = length - start;
      if (kept > longestRecord) throw new PlainError(state === inQuotes ? "L-205" : "L-105", { row: number + 1 });
      bytes.copyWithin(0, start, length);
    }
  } finally {
    await file.close();
  }
  return { records: number, lineEnds, endsWithLineEnd, hasQuotedLineBreak };
}

/** Fills the start of the buffer with what follows the mark; gives how many bytes are there. */
async function skipByteOrderMark(file: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<number> {
  const { bytesRead } = await file.read(bytes, 0, 3);
  return bytesRead === 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 0 : bytesRead;
}

/** The cells of one record as text, quotes resolved. */
export function splitCells(text: string, separator: string): string[] {
  const cells: string[] = [];
  let i = 0;
  for (;;) {
    const opening = /^ *"/.exec(text.slice(i, i + 64))?.[0].length ?? 0;
    if (opening > 0) {
      let cell = "";
      i += opening;
      while (i < text.length && !(text[i] === '"' && text[i + 1] !== '"')) {
        if (text[i] === '"') i++;
        cell += text[i++] ?? "";
      }
      cells.push(cell);
      i = text.indexOf(separator, i);
    } else {
      const end = text.indexOf(separator, i);
      cells.push(end < 0 ? text.slice(i) : text.slice(i, end));
      i = end;
    }
    if (i < 0) return cells;
    i += separator.length;
  }
}
