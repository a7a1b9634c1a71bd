import { closeSync, openSync, writeSync } from "node:fs";
import { PlainError } from "@/domain/errors";
import type { Mapping } from "./map";
import { type RecordSummary, scanRecords } from "./readRecords";
import { TableScan } from "./tableScan";

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
 * Throws L-102 (no data), L-107 (cut in mid-row) and what `TableScan` does.
 */
export async function readTable(
  path: string,
  mapping: Mapping,
  copyPath: string,
  limit: number,
  exact: boolean,
  mayBeWords = true,
): Promise<Table> {
  const { header, headerRow, separator } = mapping;
  const scan = new TableScan(mapping, limit, mayBeWords);
  const summary = await scanRecords(path, separator, (record) => scan.visit(record), exact);
  if (!exact && !summary.endsWithLineEnd) return readTable(path, mapping, copyPath, limit, true, mayBeWords);

  const { gaps, ragged, totals, sums, footers, last } = scan;
  const rows = summary.records - headerRow - gaps.length;
  // Where every row says 合计, it is what they are of, and none is the sum of others.
  const areAllSums = rows + ragged.length === 0 && totals.length + sums.length > 1;
  if (areAllSums && mayBeWords) return readTable(path, mapping, copyPath, limit, exact, false);
  if (rows + ragged.length === 0) throw new PlainError("L-102");
  if (
    !summary.endsWithLineEnd &&
    !last.isLabel &&
    // Where most rows are too short, the last was not cut.
    ragged.length <= Math.max(1, rows) &&
    last.number === summary.records &&
    last.cells !== null &&
    last.cells < header.length
  )
    throw new PlainError("L-107", { cells: last.cells, expected: header.length });

  const regular = gaps.length === 0 && !scan.headHasLineBreak && hasOneLineEnd(summary);
  if (!regular) await copyRegularRows(path, mapping, gaps, copyPath);
  return {
    path: regular ? path : copyPath,
    skip: regular ? headerRow : 0,
    hasQuotedLineBreak: summary.hasQuotedLineBreak,
    rows,
    firstRow: headerRow + 1,
    gaps,
    ragged,
    blankRows: scan.blankRows,
    repeatedHeaders: scan.repeatedHeaders,
    loneTexts: scan.loneTexts,
    totals,
    asides: [...sums, ...footers.filter((row) => row < scan.lastDataRow)].sort((a, b) => a - b),
    exact: exact || summary.hasQuotedLineBreak,
  };
}

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
