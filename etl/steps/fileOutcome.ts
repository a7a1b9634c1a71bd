import type { FileReport, Finding } from "@/domain/load";
import type { WorkbookNotes } from "../workbook/copyWorkbook";
import type { Mapping } from "./map";
import type { Table } from "./readTable";
import type { Control } from "./reconcileControl";
import type { CheckedFile } from "./stageRepeats";

/** One file of a load after its rows were judged. */
export interface StagedFile extends CheckedFile {
  readonly name: string;
  readonly mapping: Mapping;
  readonly table: Table;
  readonly encoding: string;
  /** What a spreadsheet says beyond its cells; null for text. */
  readonly notes: WorkbookNotes | null;
  readonly droppedBytes: number;
  readonly hasReversalMark: boolean;
  readonly control: Control | null;
  readonly tolerances: Readonly<Record<string, bigint>>;
  readonly unreadTotals: readonly string[];
}

export type Outcome = "accepted" | "quarantined" | "excluded";

/** Rows of a file with the same fate and the same remarks. */
export interface Bucket {
  readonly outcome: Outcome;
  /** `L-301|pool_pay` of a held or excluded row. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
  readonly late: boolean;
  readonly rows: number;
  readonly unreadable: number;
  readonly fee: bigint;
  readonly pool: bigint;
  readonly firstRows: readonly number[];
}

/** What one file came to: its report, its findings, and the sums that must meet. */
export interface FileOutcome {
  readonly report: FileReport;
  readonly findings: readonly Finding[];
  readonly buckets: readonly Bucket[];
  /** As read from the file, independent of any fate. */
  readonly read: {
    readonly rows: number;
    readonly cases: number;
    /** Of each column that a totals row may add up: cents of amounts, counts. */
    readonly totals: Readonly<Record<string, bigint>>;
  };
}
