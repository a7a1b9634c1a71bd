import { comparableHeader } from "../profiles/define";
import { splitCells, type TextRecord } from "./readRecords";

const byteOrderMark = Buffer.from("\ufeff");

/**
 * The lines that stand above the rows of a table, titles and header, to be known again: printed pages repeat them, and so
 * do files that were put together.
 */
export class HeadLines {
  private readonly lines: { readonly first: Buffer; readonly content: string }[] = [];
  /** By byte: some line begins with it. Most rows begin with none of them. */
  private readonly beginnings = new Uint8Array(256);

  constructor(private readonly separator: string) {}

  add({ bytes, start, end }: TextRecord): void {
    const cells = splitCells(bytes.toString("utf8", start, end), this.separator);
    const first = Buffer.from(cells.find((cell) => cell.trim() !== "")?.replace(/^[ \t\r\n]+/, "") ?? "");
    if (first.length === 0) return;
    this.lines.push({ first, content: contentOf(cells) });
    this.beginnings[first[0]!] = 1;
  }

  /** Whether a record is one of the lines again; `first` is the position of its first content. */
  has({ bytes, start, end }: TextRecord, first: number): boolean {
    // Files that were put together bring their byte order marks along.
    const isMarked = bytes[first] === byteOrderMark[0] && bytes.subarray(first, first + 3).equals(byteOrderMark);
    const at = isMarked ? first + 3 : first;
    if (this.beginnings[bytes[at]!] === 0) return false;
    const alike = this.lines.filter((line) => bytes.subarray(at, at + line.first.length).equals(line.first));
    if (alike.length === 0) return false;
    const content = contentOf(splitCells(bytes.toString("utf8", start, end), this.separator));
    return alike.some((line) => line.content === content);
  }
}

/** The cells as they are compared; empty ones at the end are as good as none. */
const contentOf = (cells: readonly string[]) => cells.map(comparableHeader).join("\n").replace(/\n+$/, "");

/** Columns that are told by their numbers, labels among them. */
const fewestNumbers = 3;
const columnLabels = /^(栏次|列次|行次|甲|乙|丙|丁)$/;

/** Whether the cells number the columns of a printed form: 栏次 1 2 3 …, 甲 乙 1 2 3 …, 一 二 三 …, A B C … */
export function areColumnNumbers(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.normalize("NFKC").replace(/[\s（()）]/g, "")).filter((cell) => cell !== "");
  const numbers = filled.filter((cell, place) => !(place < 4 && columnLabels.test(cell)));
  const areInOrder = (numberAt: (place: number) => string | undefined, written = /.+/) =>
    numbers.every((cell, place) => written.exec(cell)?.[0] === numberAt(place));
  const labels = filled.length - numbers.length;
  return (
    numbers.length >= Math.max(1, fewestNumbers - labels) &&
    (areInOrder((place) => String(place + 1), /^\d+/) ||
      areInOrder((place) => chineseNumbers[place]) ||
      areInOrder((place) => String.fromCharCode("A".charCodeAt(0) + place)))
  );
}

/** Whether the cells underline the names of columns, as programs of databases do: ---- ----------, -----+------ */
export function areUnderlines(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\s*[-=+]*\s*$/.test(cell)) && cells.some((cell) => /[-=]{2}/.test(cell));
}

const chineseDigits = [..."一二三四五六七八九"];
/** 一 to 九十九. */
const chineseNumbers = ["", "十", ...chineseDigits.slice(1).map((ten) => `${ten}十`)].flatMap((ten) =>
  ten === "" ? chineseDigits : [ten, ...chineseDigits.map((digit) => ten + digit)],
);
