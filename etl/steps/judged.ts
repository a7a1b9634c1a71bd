import { join } from "node:path";
import type { ExtractKind, FileReport, Finding, LoadReport } from "@/domain/load";
import type { FileOutcome, StagedFile } from "./fileOutcome";
import type { Written } from "./reconcile";

export interface StagedExtract {
  readonly extractNumber: number;
  readonly kind: ExtractKind;
  /** Name of the layout; of one described as data, with what tells its descriptions apart: `foreign#1a2b3c4d`. */
  readonly profile: string;
  readonly encoding: string;
  /** How the bytes were read: the encoding of a text; of a workbook, its format and the sheets that were read. */
  readonly readAs: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly coverage: string[];
  /** Accepted rows, relative to the warehouse folder; the held ones stand beside it as `<n>-held.parquet`. */
  readonly path: string;
  /** Rows in that file: accepted ones, and invalid ones that must be able to replace an older row. */
  readonly rows: number;
  readonly hasReversalMark: boolean;
  /** Of held rows that were read again with a correction. */
  readonly replays?: Replayed;
}

/** The extract that held the rows, and by row the field that was corrected; null: two rows of one number (L-414). */
export interface Replayed {
  readonly extractNumber: number;
  readonly fields: Readonly<Record<number, string | null>>;
}

export interface StagedLoad {
  readonly refused: boolean;
  readonly report: LoadReport;
  readonly extracts: readonly StagedExtract[];
}

/** A file whose rows were judged: what they came to, why it may be sent back, and what deserves a look. */
export interface Judged {
  readonly file: StagedFile;
  readonly outcome: FileOutcome;
  readonly refusals: readonly Finding[];
  readonly remarks: readonly Finding[];
  readonly written: Written;
}

/** The report of a judged file, with what it is sent back for and what was remarked on. */
export function reportOf({ outcome, refusals, remarks }: Judged): FileReport {
  const byReason = { ...outcome.report.by_reason };
  for (const { code, rows } of remarks) byReason[code] = (byReason[code] ?? 0) + rows;
  for (const { code, rows } of refusals) byReason[code] ??= Math.max(rows, 1);
  return { ...outcome.report, by_reason: byReason };
}

const acceptedName = ({ number, kind }: Pick<StagedFile, "number" | "kind">) => `${number}-${kind}.parquet`;
/** Where the held rows of an extract stand, beside the accepted ones. */
export const heldName = (extractNumber: number) => `${extractNumber}-held.parquet`;

/** Where the rows of a file are written. */
export function writtenTo(loadFolder: string, file: Pick<StagedFile, "number" | "kind">): Written {
  return { accepted: join(loadFolder, acceptedName(file)), held: join(loadFolder, heldName(file.number)) };
}

/** The extract that a judged file becomes. */
export function extractOf(loadId: string, { file, outcome }: Judged): StagedExtract {
  return {
    extractNumber: file.number,
    kind: file.kind,
    profile: [file.mapping.profile.name, file.mapping.profile.fingerprint].filter(Boolean).join("#"),
    encoding: file.encoding,
    readAs: [file.encoding, ...(file.notes?.sheets ?? []).map(({ name }) => name)].join("\n"),
    sha256: file.sha256,
    fileName: file.name,
    coverage: [...file.coverage.covered],
    path: `loads/${loadId}/${acceptedName(file)}`,
    rows: outcome.buckets
      .filter(({ outcome: fate, reason }) => fate === "accepted" || reason === "L-420")
      .reduce((rows, bucket) => rows + bucket.rows, 0),
    hasReversalMark: file.hasReversalMark,
  };
}
