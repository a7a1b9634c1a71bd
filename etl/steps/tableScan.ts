import { PlainError } from "@/domain/errors";
import { namesColumns } from "./belowHeader";
import { areColumnNumbers, areUnderlines, HeadLines } from "./headLines";
import type { Mapping } from "./map";
import { splitCells, type TextRecord } from "./readRecords";
import type { Table } from "./readTable";
import { requireSameUnit } from "./requireSameUnit";
import { firstContent, firstWord, hasDigit, hasEmptyTail, isLoneText } from "./rowBytes";
import { type RowLabel, RowLabels } from "./rowLabels";

/** In a narrower table a row of one cell may be one of data. */
const fewestColumns = 4;
/** Of the rows that a file may have at most: one with more of other widths is sent back whatever else it holds. */
const mostRagged = 0.01;

/**
 * What a row of a file is: empty, a line of the head once more, what belongs to the head below it (numbers of columns), one
 * text alone, or what its label says.
 */
type RowKind = "blank" | "head" | "below_head" | "lone" | RowLabel;

/** Tells the rows of a file below its header apart, one after the other. */
export class TableScan {
  readonly gaps: number[] = [];
  readonly ragged: Table["ragged"][number][] = [];
  readonly repeatedHeaders: number[] = [];
  readonly loneTexts: number[] = [];
  readonly totals: Table["totals"][number][] = [];
  /** Rows that are sums of a part of the data. */
  readonly sums: number[] = [];
  readonly footers: number[] = [];
  blankRows = 0;
  headHasLineBreak = false;
  lastDataRow: number;
  /** The last row that is neither empty nor of the head. A text alone there may be what is left of a row: no label. */
  last: { readonly number: number; readonly cells: number | null; readonly isLabel: boolean };
  private readonly width: number;
  private readonly separatorByte: number;
  private readonly head: HeadLines;
  private readonly labels: RowLabels;
  private isBelowHead = true;

  /** Of `limit` rows at most; `mayBeWords`: cells other than the first may say that a row is a sum. */
  constructor(
    private readonly mapping: Mapping,
    private readonly limit: number,
    mayBeWords: boolean,
  ) {
    this.width = mapping.header.length;
    this.separatorByte = mapping.separator.charCodeAt(0);
    this.head = new HeadLines(mapping.separator);
    this.labels = new RowLabels(mapping, mayBeWords);
    this.lastDataRow = mapping.headerRow;
    this.last = { number: 0, cells: 0, isLabel: false };
  }

  /**
   * Takes the next row of the file. Throws L-103 (too many rows), L-207 (too many of another width), L-222 (a unit below
   * the table), L-436 (another header) or L-439 (a part beside its whole).
   */
  visit(record: TextRecord): void {
    const { number, cells } = record;
    const { headerRow } = this.mapping;
    if (number <= headerRow) {
      this.addToHead(record);
      return;
    }
    if (number - headerRow - this.gaps.length > this.limit || this.gaps.length > this.limit)
      throw new PlainError("L-103");
    const kind = this.kindOf(record);
    if (kind === "part") throw new PlainError("L-439", { row: number });
    if (kind === "data") this.addData(record);
    else this.leaveOut(record, kind);
    if (kind === "blank") return;
    this.isBelowHead = kind === "head";
    if (kind !== "head" && kind !== "below_head")
      this.last = { number, cells, isLabel: kind !== "data" && kind !== "lone" };
  }

  private addToHead(record: TextRecord): void {
    const line = record.bytes.subarray(record.start, record.end);
    if (line.includes(0x0a) || line.includes(0x0d)) this.headHasLineBreak = true;
    this.head.add(record);
  }

  private kindOf(record: TextRecord): RowKind {
    const first = firstContent(record, this.separatorByte);
    if (first === record.end) return "blank";
    if (this.head.has(record, first)) return "head";
    if (this.isBelowHead && isOfHead(this.cellsOf(record))) return "below_head";
    if (!hasDigit(record, first) && namesColumns(this.mapping.profile.kind, this.cellsOf(record)))
      throw new PlainError("L-436", { row: record.number });
    const label = this.labelOf(record, first);
    const isAlone = label === "data" && this.width >= fewestColumns && isLoneText(record, first, this.separatorByte);
    return isAlone ? "lone" : label;
  }

  /** Lists are short, and their labels stand anywhere; of a settlement the first word says whether it may be one. */
  private labelOf(record: TextRecord, first: number): RowLabel {
    const word = this.labels.isList ? "" : firstWord(record, first, this.separatorByte);
    const mayBeLabel = this.labels.isList || (word !== "" && this.labels.mayBegin(word));
    return mayBeLabel ? this.labels.of(this.cellsOf(record)) : "data";
  }

  private addData(record: TextRecord): void {
    const { number, cells } = record;
    this.lastDataRow = number;
    if (cells === null || cells === this.width || hasEmptyTail(record, cells - this.width, this.separatorByte)) return;
    this.ragged.push({ row: number, cells });
    this.gaps.push(number);
    if (this.ragged.length > this.limit * mostRagged)
      throw new PlainError("L-207", { ...this.ragged[0]!, expected: this.width, rows: this.ragged.length });
  }

  private leaveOut(record: TextRecord, kind: Exclude<RowKind, "data" | "part">): void {
    const { number } = record;
    this.gaps.push(number);
    if (kind === "blank") this.blankRows++;
    if (kind === "head") this.repeatedHeaders.push(number);
    if (kind === "total") this.totals.push({ row: number, cells: this.cellsOf(record) });
    if (kind === "sum") this.sums.push(number);
    if (kind === "footer") this.footers.push(number);
    if (kind === "lone") this.loneTexts.push(number);
    if (kind === "footer" || kind === "lone") requireSameUnit(this.mapping, this.cellsOf(record));
  }

  private cellsOf({ bytes, start, end }: TextRecord): string[] {
    return splitCells(bytes.toString("utf8", start, end), this.mapping.separator);
  }
}

const isOfHead = (cells: readonly string[]) => areColumnNumbers(cells) || areUnderlines(cells);
