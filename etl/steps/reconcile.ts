import type { LoadReport, Reconciled } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { isOfFund } from "../sql/fundingNames";
import { toCents, toYuan } from "./cents";
import { findingsOf, shownRows } from "./fileFindings";
import type { Bucket, FileOutcome, Outcome, StagedFile } from "./fileOutcome";
import { isWhole } from "./fundingWholes";
import { rowOf, type Table } from "./readTable";
import { totalFrom, totalled, totalText } from "./reconcileControl";
import { isLate } from "./stageCoverage";
import { holdReason, judgedRows } from "./stageWrite";

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
  const names = Object.keys(totalled[file.kind]);
  const wantsCases = file.kind === "settlements" && file.control?.cases !== undefined;
  const isFunding = file.kind === "funding";
  const sums = names.map((name) => `sum(${name})${isFunding ? ` filter (not ${isWhole})` : ""}::varchar as ${name}, `);
  const fundSums = isFunding
    ? names.map((name) => `sum(${name}) filter (not ${isWhole} and ${isOfFund})::varchar as fund_${name}, `)
    : [];
  const [read] = await warehouse.rows<Record<string, string | null>>(
    `select ${[...sums, ...fundSums].join("")}
       ${wantsCases ? "count(distinct settlement_key)" : "0"} as cases, count(*) as rows
     from ${isFunding ? judgedRows(file) : `read_parquet(${literal(file.checked)})`}`,
  );
  if (Number(read!.rows) !== file.table.rows) throw new Error("the table was not read as it was scanned");
  const totals = names.map((name) => {
    const all = totalFrom(name, read![name] ?? "0");
    const ofFund = totalFrom(name, read![`fund_${name}`] ?? "0");
    // 合计 of a table of funding is of all its lines, or of those of the fund alone.
    return [name, isFunding && meetsControl(file, name, ofFund) ? ofFund : all];
  });
  return { rows, cases: Number(read!.cases), totals: Object.fromEntries(totals) };
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
    fee.read += outcome.read.totals.total_fee_amount ?? 0n;
    pool.read += outcome.read.totals.pool_pay_amount ?? 0n;
    for (const part of ["accepted", "quarantined"] as const) {
      const sums = await writtenSums(warehouse, file, written, part);
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

/** What was written of a file, read back. Among the accepted rows stand those marked invalid, which are excluded. */
async function writtenSums(warehouse: Warehouse, file: StagedFile, written: Written, part: "accepted" | "quarantined") {
  const money = file.kind === "settlements";
  const path = part === "accepted" ? written.accepted : written.held;
  const [sums] = await warehouse.rows<{ rows: string; fee: string | null; pool: string | null }>(
    `select count(*) as rows, ${
      money
        ? "sum(total_fee_amount)::varchar as fee, sum(pool_pay_amount)::varchar as pool"
        : "null as fee, null as pool"
    } from read_parquet(${literal(path)}) ${money && part === "accepted" ? "where valid" : ""}`,
  );
  return { rows: Number(sums!.rows), fee: toCents(sums!.fee ?? "0"), pool: toCents(sums!.pool ?? "0") };
}

/** Whether a total that a file gives is what was read. */
function meetsControl(
  { control, tolerances }: Pick<StagedFile, "control" | "tolerances">,
  name: string,
  read: bigint,
): boolean {
  const expected = control?.[name];
  if (expected === undefined) return false;
  const difference = totalFrom(name, expected) - read;
  const tolerance = tolerances[name] ?? 0n;
  return difference <= tolerance && -difference <= tolerance;
}

/** Control totals of a file against what was read. */
export function compareControl(
  given: Pick<StagedFile, "control" | "tolerances">,
  { read }: Pick<FileOutcome, "read">,
): Record<string, { expected: string; read: string; agrees: boolean }> {
  const found: Record<string, string> = { rows: String(read.rows), cases: String(read.cases) };
  for (const [name, total] of Object.entries(read.totals)) found[name] = totalText(name, total);
  return Object.fromEntries(
    Object.entries(given.control ?? {}).map(([name, expected]) => {
      const total = found[name] ?? "0";
      return [name, { expected, read: total, agrees: meetsControl(given, name, totalFrom(name, total)) }];
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
