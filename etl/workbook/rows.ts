import { isUtf8 } from "node:buffer";
import { closeSync, openSync, writeSync } from "node:fs";
import { PlainError } from "@/domain/errors";

/** What a spreadsheet can hold at most (XFD1048576). */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Takes the rows of a sheet, in order. */
export interface RowSink {
  /** Begins row `number`, counted from 1. False when no more rows are wanted. */
  row(number: number, hidden: boolean): boolean;
  /** The text of a cell in UTF-8; `column` counts from 0 and grows. The bytes are valid only during the call. */
  cell(column: number, bytes: Buffer, start: number, end: number): void;
  endRow(): void;
}

/** Between the cells of a working copy: no cell holds it, for a tab inside a cell becomes a blank. */
export const cellSeparator = "\t";

/** The first rows of a sheet as text. */
export class HeadRows implements RowSink {
  readonly rows: string[][] = [];

  constructor(private readonly most: number) {}

  row(number: number): boolean {
    if (number > this.most) return false;
    while (this.rows.length < number) this.rows.push([]);
    return true;
  }

  cell(column: number, bytes: Buffer, start: number, end: number): void {
    const cells = this.rows.at(-1)!;
    while (cells.length < column) cells.push("");
    cells.push(bytes.toString("utf8", start, end));
  }

  endRow(): void {}
}

const tab = 0x09;
const lineFeed = 0x0a;
const space = 0x20;
const quote = 0x22;
const flushedBytes = 4 << 20;
/** A longer row is no row of an extract (bad inputs 52). */
const longestRow = 1 << 20;

/**
 * Writes sheets one below the other as tab-separated UTF-8: one record for each row of the spreadsheet, blank where it has
 * none, all of one width, so that the number of a record is the number of its row. A line break inside a cell becomes a
 * blank, and what stands right of the header's last column is left out: it has no name.
 */
export class RowCopy implements RowSink {
  /** Rows with content that the spreadsheet hides. */
  readonly hiddenRows: number[] = [];
  /** Records written. */
  records = 0;
  private readonly file: number;
  private readonly bytes = Buffer.allocUnsafe(flushedBytes + 2 * longestRow + mostColumns);
  private size = 0;
  /** Records before the sheet at hand. */
  private before = 0;
  private headerRow = 0;
  private keepsHeader = true;
  private rowStart = 0;
  private nextColumn = 0;
  private sheetHidden = false;
  private hidden = false;
  private hasContent = false;
  private skipped = false;

  constructor(
    path: string,
    private readonly width: number,
  ) {
    this.file = openSync(path, "w", 0o600);
  }

  /** Begins a sheet; of any but the first, the rows down to the header are written as blank ones. */
  sheet(headerRow: number, hidden: boolean): void {
    this.sheetHidden = hidden;
    this.before = this.records;
    this.headerRow = headerRow;
    this.keepsHeader = this.before === 0;
  }

  row(number: number, hidden: boolean): boolean {
    if (this.size > flushedBytes) this.flush();
    while (this.records < this.before + number - 1) this.endRecord();
    if (this.size > flushedBytes) this.flush();
    this.rowStart = this.size;
    this.nextColumn = 0;
    this.hasContent = false;
    this.hidden = (hidden || this.sheetHidden) && number > this.headerRow;
    this.skipped = !this.keepsHeader && number <= this.headerRow;
    return true;
  }

  cell(column: number, bytes: Buffer, start: number, end: number): void {
    if (column >= this.width || this.skipped) return;
    if (end - start > longestRow / 2 || this.size - this.rowStart > longestRow)
      throw new PlainError("L-105", { row: this.records + 1 - this.before });
    if (end > start) this.hasContent = true;
    const target = this.bytes;
    let size = this.size;
    for (; this.nextColumn < column; this.nextColumn++) target[size++] = tab;
    const cellStart = size;
    for (let i = start; i < end; i++) {
      const byte = bytes[i]!;
      if (byte > quote || byte === space || byte === 0x21) target[size++] = byte;
      else if (byte === quote) {
        size = quoted(target, cellStart, bytes, start, end);
        break;
      } else if (byte === tab || byte === lineFeed || byte === 0x0d) target[size++] = space;
      else if (byte !== 0) target[size++] = byte;
    }
    this.size = size;
  }

  endRow(): void {
    if (this.hasContent) {
      if (this.hidden) this.hiddenRows.push(this.records + 1);
      for (; this.nextColumn < this.width - 1; this.nextColumn++) this.bytes[this.size++] = tab;
    } else this.size = this.rowStart;
    this.endRecord();
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  private endRecord(): void {
    this.bytes[this.size++] = lineFeed;
    this.records++;
    if (this.size > this.bytes.length - longestRow) this.flush();
  }

  private flush(): void {
    if (!isUtf8(this.bytes.subarray(0, this.size))) throw new PlainError("L-202", { row: this.records });
    for (let written = 0; written < this.size; )
      written += writeSync(this.file, this.bytes, written, this.size - written);
    this.size = 0;
  }
}

function quoted(target: Buffer, at: number, bytes: Buffer, start: number, end: number): number {
  let size = at;
  target[size++] = quote;
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte === quote) target[size++] = quote;
    if (byte !== 0) target[size++] = byte === tab || byte === lineFeed || byte === 0x0d ? space : byte;
  }
  target[size++] = quote;
  return size;
}
