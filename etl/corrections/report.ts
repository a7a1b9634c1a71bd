import { groupBy } from "@/domain/groupBy";
import type { FileReport, Finding, LoadReport, Reconciled } from "@/domain/load";
import { toCents, toYuan } from "@/etl/steps/cents";
import { shownRows } from "@/etl/steps/fileFindings";
import { type Judged, reportOf, type StagedExtract } from "@/etl/steps/judged";
import type { HeldRow } from "./heldRows";

/** Rows of an extract that were held and are read again. */
interface Taken {
  readonly extract: StagedExtract;
  readonly held: readonly HeldRow[];
}

/**
 * The report of a load with its corrections: rows that were read again leave the file in which they were held and stand
 * under the list that corrected them, so that every row is in one place and the sums still meet.
 */
export function correctedReport(
  before: LoadReport,
  {
    baseId,
    corrected,
    judged,
    reconciliation,
  }: {
    baseId: string;
    corrected: readonly Taken[];
    judged: readonly Judged[];
    reconciliation: LoadReport["reconciliation"];
  },
): LoadReport {
  const files = before.files.map((file, index) => {
    const taken = corrected.find(({ extract }) => extract.extractNumber === index + 1);
    return taken ? without(file, taken.held) : file;
  });
  const again = judged.map((one, index) => {
    const { sheets } = before.files[corrected[index]!.extract.extractNumber - 1]!;
    return { ...reportOf(one), ...(sheets ? { sheets } : {}) };
  });
  const findings = before.findings.flatMap((finding) => left(finding, corrected));
  return {
    files: [...files, ...again],
    reconciliation: reconciled(before.reconciliation, corrected, reconciliation),
    findings: [
      ...findings,
      ...corrected.flatMap(({ held }, index) => corrections(held, judged[index]!.file.name)),
      ...judged.flatMap(({ outcome }) => outcome.findings),
    ],
    changes: [],
    corrects: baseId,
  };
}

function without(file: FileReport, held: readonly HeldRow[]): FileReport {
  const byReason = { ...file.by_reason };
  for (const { code } of held) byReason[code] = byReason[code]! - 1;
  const left = Object.entries(byReason).filter(([, rows]) => rows > 0);
  return {
    ...file,
    rows_read: file.rows_read - held.length,
    quarantined: file.quarantined - held.length,
    by_reason: Object.fromEntries(left),
  };
}

/** What is left of a finding when the corrected rows are no longer among its rows. */
function left(finding: Finding, corrected: readonly Taken[]): Finding[] {
  if (finding.severity !== "hold") return [finding];
  const taken = corrected
    .filter(({ extract }) => extract.fileName === finding.file)
    .flatMap(({ held }) => held)
    .filter(({ code, column }) => code === finding.code && column === finding.column);
  if (taken.length === 0) return [finding];
  const rows = finding.rows - taken.length;
  if (rows === 0) return [];
  const fee =
    finding.total_fee_amount === null
      ? null
      : toYuan(toCents(finding.total_fee_amount) - sumOf(taken, "totalFeeAmount"));
  const gone = new Set(taken.map(({ row }) => row));
  return [
    {
      ...finding,
      rows,
      total_fee_amount: fee,
      first_rows: finding.first_rows.filter((row) => !gone.has(row)),
      details: { ...finding.details, rows, ...(fee === null ? {} : { amount: fee }) },
    },
  ];
}

/** What was corrected, by column. */
function corrections(held: readonly HeldRow[], file: string): Finding[] {
  return [...groupBy(held, ({ column }) => column ?? "").entries()].map(([column, rows]) => ({
    code: "L-718",
    severity: "warn",
    file,
    column: column || null,
    rows: rows.length,
    total_fee_amount: null,
    first_rows: rows.slice(0, shownRows).map(({ row }) => row),
    details: { rows: rows.length },
  }));
}

function reconciled(
  before: LoadReport["reconciliation"],
  corrected: readonly Taken[],
  again: LoadReport["reconciliation"],
): LoadReport["reconciliation"] {
  const taken = corrected.flatMap(({ held }) => held);
  const unreadable = taken.filter(
    ({ totalFeeAmount, poolPayAmount }) => totalFeeAmount === null || poolPayAmount === null,
  );
  const counted = corrected.some(({ extract }) => extract.kind === "settlements") ? unreadable.length : 0;
  const rows = joined(
    before.rows,
    again.rows,
    taken.length,
    (a, b) => a + b,
    (a, b) => a - b,
  );
  const money = (name: "total_fee_amount" | "pool_pay_amount", of: "totalFeeAmount" | "poolPayAmount") =>
    joined(
      before[name],
      again[name],
      toYuan(sumOf(taken, of)),
      (a, b) => toYuan(toCents(a) + toCents(b)),
      (a, b) => toYuan(toCents(a) - toCents(b)),
    );
  return {
    ...before,
    balanced: before.balanced && again.balanced,
    unreadable_amount_rows: before.unreadable_amount_rows - counted + again.unreadable_amount_rows,
    rows,
    total_fee_amount: money("total_fee_amount", "totalFeeAmount"),
    pool_pay_amount: money("pool_pay_amount", "poolPayAmount"),
  };
}

/** Both together, without what was `taken` out of the held rows to be read again. */
function joined<T>(
  before: Reconciled<T>,
  again: Reconciled<T>,
  taken: T,
  plus: (a: T, b: T) => T,
  minus: (a: T, b: T) => T,
): Reconciled<T> {
  return {
    read: plus(minus(before.read, taken), again.read),
    accepted: plus(before.accepted, again.accepted),
    quarantined: plus(minus(before.quarantined, taken), again.quarantined),
    excluded: plus(before.excluded, again.excluded),
  };
}

const sumOf = (rows: readonly HeldRow[], of: "totalFeeAmount" | "poolPayAmount") =>
  rows.reduce((sum, row) => sum + toCents(row[of] ?? "0"), 0n);
