import type { FileReport, Finding, LoadReport, Reconciled } from "@/domain/load";
import type { Warehouse } from "@/warehouse/connection";
import { literal } from "../grammar/sql";
import type { WorkbookNotes } from "../workbook/copyWorkbook";
import { toCents, toYuan } from "./cents";
import type { Mapping } from "./map";
import { rowOf, type Table } from "./readTable";
import { type Control, controlNames } from "./reconcileControl";
import { isLate, monthField } from "./stageCoverage";
import type { CheckedFile } from "./stageRepeats";
import { holdReason, judgedRows } from "./stageWrite";

/** One file of a load after its rows were judged. */
export interface StagedFile extends CheckedFile {
  readonly name: string;
  readonly mapping: Mapping;
  readonly table: Table;
  readonly encoding: string;
  readonly sha256: string;
  /** What a spreadsheet says beyond its cells; null for text. */
  readonly notes: WorkbookNotes | null;
  readonly droppedBytes: number;
  readonly hasReversalMark: boolean;
  readonly control: Control | null;
}

type Outcome = "accepted" | "quarantined" | "excluded";

/** Rows of a file with the same fate and the same remarks. */
interface Bucket {
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
  readonly read: { readonly rows: number; readonly cases: number; readonly fee: bigint; readonly pool: bigint };
}

const shownRows = 5;

/** Counts and sums of one file by fate; `repeats` must be filled. */
export async function reconcileFile(warehouse: Warehouse, file: StagedFile): Promise<FileOutcome> {
  const buckets = [...(await readBuckets(warehouse, file)), ...raggedBucket(file.table)];
  const sum = (outcome: Outcome) =>
    buckets.reduce((rows, bucket) => rows + (bucket.outcome === outcome ? bucket.rows : 0), 0);
  const findings = findingsOf(file, buckets);
  const byReason: Record<string, number> = {};
  for (const { code, rows } of findings) if (rows > 0) byReason[code] = (byReason[code] ?? 0) + rows;
  return {
    report: {
      file: file.name,
      ...(file.notes ? { sheets: [...file.notes.sheets] } : {}),
      kind: file.kind,
      profile: file.mapping.profile.name,
      encoding: file.encoding,
      rows_read: file.table.rows + file.table.ragged.length,
      accepted: sum("accepted"),
      quarantined: sum("quarantined"),
      excluded: sum("excluded"),
      late: buckets.reduce(
        (rows, { outcome, late, ...bucket }) => rows + (outcome === "accepted" && late ? bucket.rows : 0),
        0,
      ),
      by_reason: byReason,
    },
    findings,
    buckets,
    read: await readTotals(warehouse, file),
  };
}

async function readBuckets(warehouse: Warehouse, file: StagedFile): Promise<Bucket[]> {
  const money = file.kind === "settlements";
  const rows = await warehouse.rows<{
    held: string | null;
    verdict: string | null;
    warnings: string | null;
    valid: boolean;
    late: boolean;
    rows: string;
    unreadable: string;
    fee: string | null;
    pool: string | null;
    first: string[];
  }>(`select held, verdict, warnings, valid, late, count(*) as rows, ${
    money
      ? `count(*) filter (where total_fee_amount is null or pool_pay_amount is null) as unreadable,
         sum(total_fee_amount)::varchar as fee, sum(pool_pay_amount)::varchar as pool`
      : "0 as unreadable, null as fee, null as pool"
  }, min(ordinal, ${shownRows}) as first
    from (select *, ${holdReason(file)} as held, ${isLate(file.coverage)} as late ${money ? "" : ", true as valid"} from ${judgedRows(file)})
    group by held, verdict, warnings, valid, late`);
  return rows.map((row) => {
    const excluded = row.held ? null : (row.verdict ?? (row.valid ? null : "L-420"));
    return {
      outcome: row.held ? "quarantined" : excluded ? "excluded" : "accepted",
      reason: row.held ?? excluded,
      warnings: row.held || !row.warnings ? [] : row.warnings.split(";"),
      late: row.late,
      rows: Number(row.rows),
      unreadable: Number(row.unreadable),
      fee: toCents(row.fee ?? "0"),
      pool: toCents(row.pool ?? "0"),
      firstRows: row.first.map((ordinal) => rowOf(file.table, Number(ordinal))),
    };
  });
}

/** Rows whose cells cannot be told apart: counted, their amounts unknown. */
function raggedBucket({ ragged }: Table): Bucket[] {
  if (ragged.length === 0) return [];
  return [
    {
      outcome: "quarantined",
      reason: "L-207",
      warnings: [],
      late: false,
      rows: ragged.length,
      unreadable: ragged.length,
      fee: 0n,
      pool: 0n,
      firstRows: ragged.slice(0, shownRows).map(({ row }) => row),
    },
  ];
}

async function readTotals(warehouse: Warehouse, file: StagedFile): Promise<FileOutcome["read"]> {
  const rows = file.table.rows + file.table.ragged.length;
  if (file.kind !== "settlements") return { rows, cases: 0, fee: 0n, pool: 0n };
  const wantsCases = file.control?.cases !== undefined;
  const [read] = await warehouse.rows<{ fee: string | null; pool: string | null; cases: string; rows: string }>(
    `select sum(total_fee_amount)::varchar as fee, sum(pool_pay_amount)::varchar as pool,
       ${wantsCases ? "count(distinct settlement_key)" : "0"} as cases, count(*) as rows
     from read_parquet(${literal(file.checked)})`,
  );
  if (Number(read!.rows) !== file.table.rows) throw new Error("the table was not read as it was scanned");
  return { rows, cases: Number(read!.cases), fee: toCents(read!.fee ?? "0"), pool: toCents(read!.pool ?? "0") };
}

function findingsOf(file: StagedFile, buckets: readonly Bucket[]): Finding[] {
  const found = new Map<string, Finding & { fee: bigint }>();
  const add = (reason: string, severity: Finding["severity"], bucket: Bucket) => {
    const [code, field = ""] = reason.split("|") as [string, string?];
    const key = `${severity} ${reason}`;
    const known = found.get(key);
    const finding = known ?? {
      code,
      severity,
      file: file.name,
      column: file.mapping.columns.get(field)?.header ?? null,
      rows: 0,
      total_fee_amount: null,
      first_rows: [],
      details: {},
      fee: 0n,
    };
    finding.rows += bucket.rows;
    finding.fee += bucket.fee;
    finding.first_rows = [...finding.first_rows, ...bucket.firstRows].sort((a, b) => a - b).slice(0, shownRows);
    if (file.kind === "settlements" && bucket.unreadable === 0) finding.total_fee_amount = toYuan(finding.fee);
    found.set(key, finding);
  };
  for (const bucket of buckets) {
    if (bucket.reason) add(bucket.reason, bucket.outcome === "excluded" ? "exclude" : "hold", bucket);
    else if (bucket.late) add(`L-123|${monthField(file.kind)}`, "warn", bucket);
    for (const warning of bucket.warnings) add(warning, "warn", bucket);
  }
  const rows = file.table.rows + file.table.ragged.length;
  const order = { refuse: 0, hold: 1, exclude: 2, warn: 3 };
  const findings = [...found.values()].map(({ fee: _, ...finding }) => ({
    ...finding,
    details: { rows: finding.rows, amount: finding.total_fee_amount ?? "—", ...detailsOf(finding, file, rows) },
  }));
  return [...findings, ...tableFindings(file)].sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function detailsOf({ code, rows }: Finding, { table, mapping }: StagedFile, read: number): Finding["details"] {
  if (code === "L-207") return { cells: table.ragged[0]!.cells, expected: mapping.header.length };
  // Cut, not rounded: 100% is said only where every row passes.
  if (code === "L-310") return { pass_rate: `${(Math.floor(((read - rows) * 10_000) / read) / 100).toFixed(2)}%` };
  return {};
}

/** What was left out of the table or never read. */
function tableFindings({ name, table, mapping, notes, droppedBytes }: StagedFile): Finding[] {
  const warn = (
    code: string,
    rows: readonly number[],
    details: Finding["details"] = {},
    count = rows.length,
  ): Finding => ({
    code,
    severity: "warn",
    file: name,
    column: null,
    rows: count,
    total_fee_amount: null,
    first_rows: rows.slice(0, shownRows),
    details: { rows: count, ...details },
  });
  return [
    ...(table.repeatedHeaders.length > 0 ? [warn("L-208", table.repeatedHeaders)] : []),
    ...(droppedBytes > 0 ? [warn("L-204", [], {}, droppedBytes)] : []),
    ...(notes && notes.hiddenRows.length > 0 ? [warn("L-115", notes.hiddenRows)] : []),
    ...(notes && notes.formulas > 0 ? [warn("L-315", [], {}, notes.formulas)] : []),
    ...(mapping.unused.length > 0 ? [warn("L-211", [], { columns: mapping.unused.join("、") })] : []),
  ];
}

/** Sums over the files of a load; accepted and held as read back from what was written. */
export async function reconcileLoad(
  warehouse: Warehouse,
  files: readonly { readonly file: StagedFile; readonly outcome: FileOutcome; readonly written: Written }[],
): Promise<LoadReport["reconciliation"]> {
  const rows: Reconciled<number> = { read: 0, accepted: 0, quarantined: 0, excluded: 0 };
  const fee: Reconciled<bigint> = { read: 0n, accepted: 0n, quarantined: 0n, excluded: 0n };
  const pool: Reconciled<bigint> = { read: 0n, accepted: 0n, quarantined: 0n, excluded: 0n };
  const control: NonNullable<LoadReport["reconciliation"]["control"]> = {};
  const controlled = files.filter(({ file }) => file.control).length;
  let unreadable = 0;
  for (const { file, outcome, written } of files) {
    rows.read += outcome.read.rows;
    fee.read += outcome.read.fee;
    pool.read += outcome.read.pool;
    for (const part of ["accepted", "quarantined"] as const) {
      const sums = await writtenSums(warehouse, file, part === "accepted" ? written.accepted : written.held);
      rows[part] += sums.rows;
      fee[part] += sums.fee;
      pool[part] += sums.pool;
    }
    for (const bucket of outcome.buckets) {
      unreadable += bucket.unreadable;
      if (bucket.outcome !== "excluded") continue;
      rows.excluded += bucket.rows;
      fee.excluded += bucket.fee;
      pool.excluded += bucket.pool;
    }
    for (const [name, comparison] of Object.entries(compareControl(file, outcome)))
      control[controlled > 1 ? `${file.name}: ${name}` : name] = comparison;
  }
  const meets = <T>({ read, accepted, quarantined, excluded }: Reconciled<T>, add: (a: T, b: T) => T) =>
    read === add(add(accepted, quarantined), excluded);
  const plus = (a: bigint, b: bigint) => a + b;
  return {
    balanced:
      meets(rows, (a, b) => a + b) &&
      meets(fee, plus) &&
      meets(pool, plus) &&
      Object.values(control).every(({ agrees }) => agrees),
    unreadable_amount_rows: unreadable,
    rows,
    total_fee_amount: inYuan(fee),
    pool_pay_amount: inYuan(pool),
    control: controlled > 0 ? control : null,
  };
}

export interface Written {
  readonly accepted: string;
  readonly held: string;
}

async function writtenSums(warehouse: Warehouse, file: StagedFile, path: string) {
  const money = file.kind === "settlements";
  const accepted = !path.endsWith("-held.parquet");
  const [sums] = await warehouse.rows<{ rows: string; fee: string | null; pool: string | null }>(
    `select count(*) as rows, ${
      money
        ? "sum(total_fee_amount)::varchar as fee, sum(pool_pay_amount)::varchar as pool"
        : "null as fee, null as pool"
    } from read_parquet(${literal(path)}) ${money && accepted ? "where valid" : ""}`,
  );
  return { rows: Number(sums!.rows), fee: toCents(sums!.fee ?? "0"), pool: toCents(sums!.pool ?? "0") };
}

/** Control totals of a file against what was read. */
export function compareControl(
  { control }: Pick<StagedFile, "control">,
  { read }: Pick<FileOutcome, "read">,
): Record<string, { expected: string; read: string; agrees: boolean }> {
  const found = {
    rows: String(read.rows),
    cases: String(read.cases),
    total_fee_amount: toYuan(read.fee),
    pool_pay_amount: toYuan(read.pool),
  };
  return Object.fromEntries(
    controlNames.flatMap((name) => {
      const expected = control?.[name];
      if (expected === undefined) return [];
      const agrees = name.endsWith("amount")
        ? toCents(expected) === toCents(found[name])
        : BigInt(expected) === BigInt(found[name]);
      return [[name, { expected, read: found[name], agrees }]];
    }),
  );
}

function inYuan({ read, accepted, quarantined, excluded }: Reconciled<bigint>): Reconciled<string> {
  return {
    read: toYuan(read),
    accepted: toYuan(accepted),
    quarantined: toYuan(quarantined),
    excluded: toYuan(excluded),
  };
}
