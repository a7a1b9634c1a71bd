import { closeSync, openSync, writeSync } from "node:fs";
import { PlainError } from "@/domain/errors";
import { namesColumns } from "./belowHeader";
import { areColumnNumbers, areUnderlines, HeadLines } from "./headLines";
import type { Mapping } from "./map";
import { type RecordSummary, scanRecords, splitCells, type TextRecord } from "./readRecords";
import { requireSameUnit } from "./requireSameUnit";
import { RowLabels } from "./rowLabels";

/** A totals row (合计) of the file, left out of its data. */
export interface TotalsRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Where DuckDB finds the rows of a table. */
export interface TableText {
  /** UTF-8; rows of one width, one kind of line end. */
  readonly path: string;
  /** Lines before the first row of data. */
  readonly skip: number;
  readonly hasQuotedLineBreak: boolean;
}

/** A file as a strictly regular table that DuckDB can read, and everything that was left out to make it one. */
export interface Table extends TableText {
  /** Rows in the table that `path` holds. */
  readonly rows: number;
  readonly firstRow: number;
  /** Rows after `firstRow` that are not in the table, ascending: blank, ragged, repeated header, totals, footers. */
  readonly gaps: readonly number[];
  /** The row of each row of the table, where `gaps` do not tell: rows taken out of another file. */
  readonly numbers?: readonly number[];
  /** Rows of data with more or fewer cells than the header. */
  readonly ragged: readonly { readonly row: number; readonly cells: number }[];
  readonly blankRows: number;
  readonly repeatedHeaders: readonly number[];
  /** Rows with one text alone: the name of the group that follows, a title. */
  readonly loneTexts: readonly number[];
  readonly totals: readonly TotalsRow[];
  /** Sums of a part of the data, and footers with data below them. */
  readonly asides: readonly number[];
  /** Every row was seen to have the header's width. */
  readonly exact: boolean;
}

/** In a narrower table a row of one cell may be one of data. */
const fewestColumns = 4;
/** Bytes that the name of a group has at most. */
const longestName = 300;
/** What a row has that stands in one cell because another separator parts it. */
const isRowInCell = /([,;，；|\t].*){3}/s;

/** Of the rows that a file may have at most: one with more of other widths is sent back whatever else it holds. */
const mostRagged = 0.01;

/** The table that a file is when each of its rows is one of data, before any was looked at: most files are. */
export function presumedTable(path: string, { headerRow }: Mapping): TableText {
  return { path, skip: headerRow, hasQuotedLineBreak: false };
}

/** Whether what DuckDB reads of the two is the same. */
export function areSameText(one: TableText, other: TableText): boolean {
  return one.path === other.path && one.skip === other.skip && one.hasQuotedLineBreak === other.hasQuotedLineBreak;
}

/**
 * Reads the rows below the header once and, only where the file is not regular, writes a regular copy to `copyPath`.
 * Unless `exact`, the width of rows may be left to DuckDB, whose strict reader fails at the first that differs; then this
 * is called again.
 * `mayBeWords`: cells other than the first may say that a row is a sum.
 * Throws L-102 (no data), L-103 (too many rows), L-107 (cut in mid-row), L-207 (too many of another width), L-222 (a unit
 * below the table), L-436 (another header), L-439 (a part beside its whole).
 */
export async function readTable(
  path: string,
  mapping: Mapping,
  copyPath: string,
  limit: number,
  exact: boolean,
  mayBeWords = true,
): Promise<Table> {
  const width = mapping.header.length;
  const { headerRow, separator } = mapping;
  const separatorByte = separator.charCodeAt(0);
  const gaps: number[] = [];
  const ragged: { row: number; cells: number }[] = [];
  const repeatedHeaders: number[] = [];
  const loneTexts: number[] = [];
  const totals: TotalsRow[] = [];
  const sums: number[] = [];
  const footers: number[] = [];
  const labels = new RowLabels(mapping, mayBeWords);
  let lastRow = headerRow;
  const head = new HeadLines(separator);
  let blankRows = 0;
  let headHasLineBreak = false;
  let belowHead = true;
  let last: { number: number; cells: number | null; label: boolean } = { number: 0, cells: 0, label: false };

  const visit = (record: TextRecord) => {
    const { number, bytes, start, end, cells } = record;
    if (number <= headerRow) {
      const line = bytes.subarray(start, end);
      if (line.includes(0x0a) || line.includes(0x0d)) headHasLineBreak = true;
      head.add(record);
      return;
    }
    if (number - headerRow - gaps.length > limit || gaps.length > limit) throw new PlainError("L-103");
    const first = firstContent(record, separatorByte);
    if (first === end) {
      blankRows++;
      gaps.push(number);
      return;
    }
    const isHeadAgain = head.has(record, first);
    if (isHeadAgain || (belowHead && belongsToHead(splitCells(bytes.toString("utf8", start, end), separator)))) {
      if (isHeadAgain) repeatedHeaders.push(number);
      gaps.push(number);
      belowHead = isHeadAgain;
      return;
    }
    belowHead = false;
    if (
      !hasDigit(bytes, first, end) &&
      namesColumns(mapping.profile.kind, splitCells(bytes.toString("utf8", start, end), separator))
    )
      throw new PlainError("L-436", { row: number });
    const word = labels.isList ? "" : firstWord(record, first, separatorByte);
    const mayBeLabel = labels.isList || (word !== "" && labels.mayBegin(word));
    const texts = mayBeLabel ? splitCells(bytes.toString("utf8", start, end), separator) : [];
    const label = mayBeLabel ? labels.of(texts) : "data";
    const isAlone = label === "data" && width >= fewestColumns && isLoneText(record, first, separatorByte);
    if (isAlone) loneTexts.push(number);
    if (isAlone || label === "footer")
      requireSameUnit(mapping, splitCells(bytes.toString("utf8", start, end), separator));
    if (label === "part") throw new PlainError("L-439", { row: number });
    if (label === "total") totals.push({ row: number, cells: texts });
    else if (label === "sum") sums.push(number);
    else if (label === "footer") footers.push(number);
    if (label !== "data" || isAlone) gaps.push(number);
    else if (cells !== null && cells !== width && !hasEmptyTail(record, cells - width, separatorByte)) {
      ragged.push({ row: number, cells });
      gaps.push(number);
      if (ragged.length > limit * mostRagged)
        throw new PlainError("L-207", { ...ragged[0]!, expected: width, rows: ragged.length });
    }
    if (label === "data" && !isAlone) lastRow = number;
    // A text alone at the very end may be what is left of a row.
    last = { number, cells, label: label !== "data" };
  };
  const summary = await scanRecords(path, separator, visit, exact);
  if (!exact && !summary.endsWithLineEnd) return readTable(path, mapping, copyPath, limit, true, mayBeWords);

  const rows = summary.records - headerRow - gaps.length;
  // Where every row says 合计, it is what they are of, and none is the sum of others.
  const areAllSums = rows + ragged.length === 0 && totals.length + sums.length > 1;
  if (areAllSums && mayBeWords) return readTable(path, mapping, copyPath, limit, exact, false);
  if (rows + ragged.length === 0) throw new PlainError("L-102");
  if (
    !summary.endsWithLineEnd &&
    !last.label &&
    // Where most rows are too short, the last was not cut.
    ragged.length <= Math.max(1, rows) &&
    last.number === summary.records &&
    last.cells !== null &&
    last.cells < width
  )
    throw new PlainError("L-107", { cells: last.cells, expected: width });

  const regular = gaps.length === 0 && !headHasLineBreak && hasOneLineEnd(summary);
  if (!regular) await copyRegularRows(path, mapping, gaps, copyPath);
  return {
    path: regular ? path : copyPath,
    skip: regular ? headerRow : 0,
    hasQuotedLineBreak: summary.hasQuotedLineBreak,
    rows,
    firstRow: headerRow + 1,
    gaps,
    ragged,
    blankRows,
    repeatedHeaders,
    loneTexts,
    totals,
    asides: [...sums, ...footers.filter((row) => row < lastRow)].sort((a, b) => a - b),
    exact: exact || summary.hasQuotedLineBreak,
  };
}

const belongsToHead = (cells: readonly string[]) => areColumnNumbers(cells) || areUnderlines(cells);

/** The cells that a row has too many are empty: as much as nothing, for DuckDB too. */
function hasEmptyTail({ bytes, end }: TextRecord, surplus: number, separator: number): boolean {
  for (let i = 1; i <= surplus; i++) if (bytes[end - i] !== separator) return false;
  return surplus > 0;
}

/** Programs of old end a text with it. */
const endOfFile = 0x1a;

/** Position of the first byte that is neither separator, blank nor quote; the record's end when there is none. */
function firstContent({ bytes, start, end }: TextRecord, separator: number): number {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (
      byte !== separator &&
      byte !== 0x20 &&
      byte !== 0x09 &&
      byte !== 0x22 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== endOfFile
    )
      return i;
  }
  return end;
}

/** Whether the cell that begins at `first` holds words of Chinese like a name, and no other cell anything. */
function isLoneText({ bytes, end }: TextRecord, first: number, separator: number): boolean {
  let i = first;
  while (i < end && bytes[i] !== separator) i++;
  const stop = i;
  while (i < end && (bytes[i] === separator || bytes[i] === 0x20 || bytes[i] === 0x22)) i++;
  if (i < end || stop - first > longestName) return false;
  const text = bytes.toString("utf8", first, stop);
  return /\p{Script=Han}/u.test(text) && !isRowInCell.test(text);
}

/** Rows of data have a digit soon, and names of columns hardly one. */
function hasDigit(bytes: Buffer, first: number, end: number): boolean {
  for (let i = first; i < end; i++) if (isDigit(bytes[i]!)) return true;
  return false;
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
/** 序号 has no more digits. */
const longestSerial = 7;

/**
 * The first word of a row, without blanks, behind a number of the row; empty where it begins with digits or letters that
 * no label begins with, as most rows do, so that they cost nothing. Words longer than any label are cut.
 */
function firstWord({ bytes, end }: TextRecord, first: number, separator: number): string {
  let at = first;
  while (at < end && at - first <= longestSerial && isDigit(bytes[at]!)) at++;
  const digitsEnd = at;
  if (at > first) {
    while (at < end && (bytes[at] === separator || bytes[at] === 0x22 || bytes[at] === 0x20)) at++;
    // 2018年6月合计
    if (at === digitsEnd) at = first;
  }
  const letter = at === first ? digitsEnd : at;
  if (letter >= end || !mayBeginLabel(bytes[letter]!, bytes[letter + 1]!)) return "";
  const limit = Math.min(end, at + 120);
  let stop = at;
  while (stop < limit && bytes[stop] !== separator && bytes[stop] !== 0x22) stop++;
  return bytes.toString("utf8", at, stop).replace(/[\s\u3000]/g, "");
}

const beginnings = new Set(["to", "su", "gr", "ro", "re"].map((letters) => Buffer.from(letters).readUInt16BE()));

/** Labels are Chinese, or Total, Sum, Grand Total, rows, records; numbers of rows may stand in brackets. */
const mayBeginLabel = (byte: number, next: number) =>
  byte >= 0x80 || byte === 0x28 || beginnings.has(((byte | 0x20) << 8) | (next | 0x20));

function hasOneLineEnd({ lineEnds: { lf, crlf, cr } }: RecordSummary): boolean {
  return cr === 0 && (lf === 0 || crlf === 0);
}

/** Writes the data rows alone, each ended by a line feed. */
async function copyRegularRows(
  path: string,
  mapping: Mapping,
  gaps: readonly number[],
  copyPath: string,
): Promise<void> {
  const target = openSync(copyPath, "w", 0o600);
  const pending = Buffer.allocUnsafe(4 << 20);
  let size = 0;
  let nextGap = 0;
  const flush = () => {
    for (let written = 0; written < size; ) written += writeSync(target, pending, written, size - written);
    size = 0;
  };
  try {
    await scanRecords(path, mapping.separator, ({ number, bytes, start, end }) => {
      if (number <= mapping.headerRow) return;
      if (gaps[nextGap] === number) {
        nextGap++;
        return;
      }
      if (size + end - start + 1 > pending.length) flush();
      size += bytes.copy(pending, size, start, end);
      pending[size++] = 0x0a;
    });
    flush();
  } finally {
    closeSync(target);
  }
}

/** The row in the file, counted as a spreadsheet does, of the table's row `ordinal` (from 0). */
export function rowOf(table: Pick<Table, "firstRow" | "gaps" | "numbers">, ordinal: number): number {
  if (table.numbers) return table.numbers[ordinal]!;
  let row = table.firstRow + ordinal;
  for (const gap of table.gaps) {
    if (gap > row) break;
    row++;
  }
  return row;
}
