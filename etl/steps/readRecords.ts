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
  /** Null where cells were not counted. */
  readonly cells: number | null;
}

/** What was met on the way through a file. */
export interface RecordSummary {
  readonly records: number;
  /** Kinds of line end, to know whether one setting reads them all. */
  readonly lineEnds: { readonly lf: number; readonly crlf: number; readonly cr: number };
  readonly endsWithLineEnd: boolean;
  readonly hasQuotedLineBreak: boolean;
}

/** What parts the cells of a text: what spreadsheets write, then what transfers between databases do. */
export const separators = [",", "\t", ";", "|", "^", "~", "#", "\u0001"] as const;

const chunkBytes = 4 << 20;
/** A longer row is no row of an extract (bad inputs 52). */
const longestRecord = 1 << 20;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quoteMark = 0x22;
const space = 0x20;

const atStart = 0;
const inPlain = 1;
const inQuotes = 2;
const afterQuotes = 3;

/**
 * Walks through the records of a UTF-8 file as RFC 4180 parts them; a quote counts only where a cell begins. Memory
 * stays flat. Cells are counted when `countCells`, else only where quotes must be followed anyway: that is five times as
 * fast. Throws L-205 for a quote without partner and L-105 for a row beyond any reason.
 */
export async function scanRecords(
  path: string,
  separator: string,
  visit: (record: TextRecord) => void,
  countCells = true,
): Promise<RecordSummary> {
  const scan = new Scan(separator, visit, countCells);
  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafe(chunkBytes + longestRecord + 4);
    let kept = await skipByteOrderMark(file, bytes);
    for (;;) {
      const { bytesRead } = await file.read(bytes, kept, chunkBytes);
      const length = kept + bytesRead;
      const start = scan.chunk(bytes, length, bytesRead === 0);
      if (bytesRead === 0) return scan.summary();
      kept = length - start;
      if (kept > longestRecord) throw new PlainError(scan.insideQuotes ? "L-205" : "L-105", { row: scan.number + 1 });
      bytes.copyWithin(0, start, length);
    }
  } finally {
    await file.close();
  }
}

class Scan {
  number = 0;
  insideQuotes = false;
  private readonly separator: number;
  private readonly lineEnds = { lf: 0, crlf: 0, cr: 0 };
  private endsWithLineEnd = true;
  private hasQuotedLineBreak = false;

  constructor(
    separator: string,
    private readonly visit: (record: TextRecord) => void,
    private readonly countCells: boolean,
  ) {
    this.separator = separator.charCodeAt(0);
  }

  summary(): RecordSummary {
    const { number, lineEnds, endsWithLineEnd, hasQuotedLineBreak } = this;
    return { records: number, lineEnds, endsWithLineEnd, hasQuotedLineBreak };
  }

  /** Visits the whole records of a chunk that begins with a record; gives where the unfinished one starts. */
  chunk(bytes: Buffer, length: number, atEnd: boolean): number {
    const quote = bytes.indexOf(0x22);
    if (quote >= 0 && quote < length) return this.quoted(bytes, length, atEnd);
    this.insideQuotes = false;
    return this.countCells || hasLoneReturn(bytes, length)
      ? this.unquoted(bytes, length, atEnd)
      : this.lines(bytes, length, atEnd);
  }

  /** Only line feeds, with or without a return before them. */
  private lines(bytes: Buffer, length: number, atEnd: boolean): number {
    let start = 0;
    for (let i = bytes.indexOf(lineFeed); i >= 0 && i < length; i = bytes.indexOf(lineFeed, start)) {
      const isPair = i > start && bytes[i - 1] === carriageReturn;
      if (isPair) this.lineEnds.crlf++;
      else this.lineEnds.lf++;
      this.record(bytes, start, isPair ? i - 1 : i, null);
      start = i + 1;
    }
    return atEnd ? this.last(bytes, start, length, null) : start;
  }

  /** Without a quote in the chunk only separators and line ends matter: most files, most of the time. */
  private unquoted(bytes: Buffer, length: number, atEnd: boolean): number {
    const { separator } = this;
    let start = 0;
    let cells = 1;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (byte === separator) cells++;
      else if (byte === lineFeed || byte === carriageReturn) {
        const next = this.afterLineEnd(bytes, i, length, atEnd);
        if (next < 0) break;
        this.record(bytes, start, i, cells);
        start = next;
        i = next - 1;
        cells = 1;
      }
    }
    return atEnd ? this.last(bytes, start, length, cells) : start;
  }

  private quoted(bytes: Buffer, length: number, atEnd: boolean): number {
    const { separator } = this;
    let start = 0;
    let cells = 1;
    let state = atStart;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i]!;
      if (state === inQuotes) {
        if (byte === quoteMark) {
          if (i + 1 < length && bytes[i + 1] === quoteMark) i++;
          else state = afterQuotes;
        } else if (byte === lineFeed || byte === carriageReturn) this.hasQuotedLineBreak = true;
      } else if (byte === separator) {
        cells++;
        state = atStart;
      } else if (byte === lineFeed || byte === carriageReturn) {
        const next = this.afterLineEnd(bytes, i, length, atEnd);
        if (next < 0) break;
        this.record(bytes, start, i, cells);
        start = next;
        i = next - 1;
        cells = 1;
        state = atStart;
      } else if (byte !== space) {
        if (state === afterQuotes) throw new PlainError("L-205", { row: this.number + 1 });
        if (state === atStart) state = byte === quoteMark ? inQuotes : inPlain;
      }
    }
    this.insideQuotes = state === inQuotes;
    if (atEnd && this.insideQuotes) throw new PlainError("L-205", { row: this.number + 1 });
    return atEnd ? this.last(bytes, start, length, cells) : start;
  }

  /** Where the next record begins; -1 when only the next chunk can tell whether a line feed follows. */
  private afterLineEnd(bytes: Buffer, i: number, length: number, atEnd: boolean): number {
    if (bytes[i] === lineFeed) {
      this.lineEnds.lf++;
      return i + 1;
    }
    if (i + 1 === length && !atEnd) return -1;
    const isPair = i + 1 < length && bytes[i + 1] === lineFeed;
    if (isPair) this.lineEnds.crlf++;
    else this.lineEnds.cr++;
    return isPair ? i + 2 : i + 1;
  }

  private last(bytes: Buffer, start: number, length: number, cells: number | null): number {
    this.endsWithLineEnd = start === length;
    if (!this.endsWithLineEnd) this.record(bytes, start, length, cells);
    return length;
  }

  private record(bytes: Buffer, start: number, end: number, cells: number | null): void {
    this.number++;
    if (end - start > longestRecord) throw new PlainError("L-105", { row: this.number });
    this.visit({ number: this.number, bytes, start, end, cells });
  }
}

/** A return without a line feed, or one whose successor is not there yet. */
function hasLoneReturn(bytes: Buffer, length: number): boolean {
  for (let i = bytes.indexOf(carriageReturn); i >= 0 && i < length; i = bytes.indexOf(carriageReturn, i + 1))
    if (i + 1 >= length || bytes[i + 1] !== lineFeed) return true;
  return false;
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
