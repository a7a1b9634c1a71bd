import type { TextRecord } from "./readRecords";

/** Bytes that the name of a group has at most. */
const longestName = 300;
/** What a row has that stands in one cell because another separator parts it. */
const isRowInCell = /([,;，；|\t].*){3}/s;

/** Programs of old end a text with it, and a page with the other. */
const endOfFile = 0x1a;
const formFeed = 0x0c;

/** Position of the first byte that is neither separator, blank nor quote; the record's end when there is none. */
export function firstContent({ bytes, start, end }: TextRecord, separator: number): number {
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (
      byte !== separator &&
      byte !== 0x20 &&
      byte !== 0x09 &&
      byte !== 0x22 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== endOfFile &&
      byte !== formFeed
    )
      return i;
  }
  return end;
}

/** The cells that a row has too many are empty: as much as nothing, for DuckDB too. */
export function hasEmptyTail({ bytes, end }: TextRecord, surplus: number, separator: number): boolean {
  for (let i = 1; i <= surplus; i++) if (bytes[end - i] !== separator) return false;
  return surplus > 0;
}

/** Whether the cell that begins at `first` holds words of Chinese like a name, and no other cell anything. */
export function isLoneText({ bytes, end }: TextRecord, first: number, separator: number): boolean {
  let i = first;
  while (i < end && bytes[i] !== separator) i++;
  const stop = i;
  while (i < end && (bytes[i] === separator || bytes[i] === 0x20 || bytes[i] === 0x22)) i++;
  if (i < end || stop - first > longestName) return false;
  const text = bytes.toString("utf8", first, stop);
  return /\p{Script=Han}/u.test(text) && !isRowInCell.test(text);
}

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Whether a digit stands behind `first`: rows of data have one soon, and names of columns hardly any. */
export function hasDigit({ bytes, end }: TextRecord, first: number): boolean {
  for (let i = first; i < end; i++) if (isDigit(bytes[i]!)) return true;
  return false;
}

/** 序号 has no more digits. */
const longestSerial = 7;

/**
 * The first word of a row, without blanks, behind a number of the row; empty where it begins with digits or letters that
 * no label begins with, as most rows do, so that they cost nothing. Words longer than any label are cut.
 */
export function firstWord({ bytes, end }: TextRecord, first: number, separator: number): string {
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
