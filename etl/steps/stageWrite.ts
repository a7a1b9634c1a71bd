import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import { keptRow } from "@/etl/corrections/replay";
import type { Warehouse } from "@/warehouse/connection";
import { personTokenSql, secretsIn, type TokenSecrets, tokenOf } from "../personKey";
import { copyToParquet } from "../sql/copyToParquet";
import { namesPersons, stagedTables } from "../staged";
import type { FileOutcome } from "./fileOutcome";
import type { Mapping } from "./map";
import type { Table } from "./readTable";
import { isLate, whenOutside } from "./stageCoverage";
import { type CheckedFile, withinWindow } from "./stageRepeats";

/** SQL of the checked rows of a file with their ordinal and the verdict on repeats, and what `joined` brings. */
export function judgedRows({ number, checked }: CheckedFile, joined = ""): string {
  return `(select * exclude (file_row_number, repeats.ordinal), file_row_number as ordinal
    from read_parquet(${literal(checked)}, file_row_number = true) rows
    ${joined}
    left join (select ordinal, verdict from repeats where extract = ${number}) repeats
      on repeats.ordinal = rows.file_row_number)`;
}

/**
 * Writes the accepted rows (columns of etl/staged.ts) and the held ones, as many as its outcome says (row, column, code,
 * value, amounts; nothing that names a person), of one file as Parquet, with what is needed to read them again once they
 * are corrected; `listNamedPersons` must have run. Invalid rows are among the accepted: they may replace an older valid one.
 */
export async function writeStaged(
  warehouse: Warehouse,
  file: CheckedFile & { readonly table: Table; readonly mapping: Mapping },
  { report: { quarantined } }: FileOutcome,
  paths: { readonly accepted: string; readonly held: string },
  secrets: TokenSecrets,
): Promise<void> {
  await warehouse.run("create or replace temp table row_gaps (ordinal bigint, shift bigint)");
  for (const [ordinals, shifts] of gapRuns(file.table))
    await warehouse.run(
      `insert into row_gaps select unnest(string_split($1, ',')::bigint[]), unnest(string_split($2, ',')::bigint[])`,
      [ordinals, shifts],
    );
  const hasTokens = namesPersons(file.kind);
  const names = Object.keys(stagedTables[file.kind]).filter((name) => name !== "row_number" && name !== "late");
  const late = file.kind === "settlements" ? `, ${isLate(file.coverage)} as late` : "";
  const accepted = `select ${names.join(", ")}, ${rowNumber(file.table)} as row_number${late}
     from ${judgedRows(file, hasTokens ? joinedTokens : "")} rows ${joinGaps(file.table)}
     where ${withinWindow(file)} and verdict is null`;
  await warehouse.run(copyToParquet(accepted, paths.accepted, "archive in any order"));
  await warehouse.run("drop table if exists named_persons");
  const held = heldRows(file, quarantined > 0);
  await warehouse.run(copyToParquet(held, paths.held, "archive"), secretsIn(held, secrets));
}

/**
 * Fills `named_persons`: the persons that a checked file names, in how many rows, the first of them, and their tokens,
 * worked out once each: for every row they would be a quarter of the time of checking. A table, and joined before anything
 * is filtered: else DuckDB takes it for the larger side.
 */
export async function listNamedPersons(
  warehouse: Warehouse,
  { kind, checked, replayed }: CheckedFile,
  secrets: TokenSecrets,
): Promise<void> {
  if (!namesPersons(kind)) return;
  const create = `create or replace temp table named_persons as
    select *, ${tokens(replayed ?? false)}
    from (
      select person_number, certificate_number, count(*) as rows, min(file_row_number) as first
      from read_parquet(${literal(checked)}, file_row_number = true) group by 1, 2
    )`;
  await warehouse.run(create, secretsIn(create, secrets));
}

/** SQL of the tokens of the persons that a row names. */
function tokens(replayed: boolean): string {
  const token = (label: "person" | "certificate", column: string) =>
    tokenOf(column, personTokenSql(label, column), replayed);
  return `${token("person", "person_number")} as person_key,
      ${token("certificate", "certificate_number")} as certificate_key`;
}

const joinedTokens = `left join named_persons
      on named_persons.person_number is not distinct from rows.person_number
      and named_persons.certificate_number is not distinct from rows.certificate_number`;

const isInOrder = ({ gaps, numbers }: Table) => gaps.length === 0 && numbers === undefined;

function rowNumber(table: Table): string {
  return isInOrder(table)
    ? `rows.ordinal + ${table.firstRow}`
    : `rows.ordinal + ${table.firstRow} + coalesce(row_gaps.shift, 0)`;
}

function joinGaps(table: Table): string {
  return isInOrder(table) ? "" : "asof left join row_gaps on rows.ordinal >= row_gaps.ordinal";
}

/** From which ordinal on how many rows are missing before it, as lists of text in pieces that a statement can carry. */
function* gapRuns({ gaps, numbers, firstRow }: Table): Generator<[string, string]> {
  if (numbers) {
    const list = (values: readonly number[]) => values.join(",");
    yield [list(numbers.map((_, i) => i)), list(numbers.map((row, i) => row - i - firstRow))];
    return;
  }
  let ordinals: number[] = [];
  let shifts: number[] = [];
  for (const [i, gap] of gaps.entries()) {
    const ordinal = gap - firstRow - i;
    if (gaps[i + 1] !== undefined && gaps[i + 1]! - firstRow - i - 1 === ordinal) continue;
    ordinals.push(ordinal);
    shifts.push(i + 1);
    if (ordinals.length === 50_000) {
      yield [ordinals.join(","), shifts.join(",")];
      ordinals = [];
      shifts = [];
    }
  }
  if (ordinals.length > 0) yield [ordinals.join(","), shifts.join(",")];
}

/** SQL: the reason to hold a row, `L-301|pool_pay`; null for accepted and excluded rows. */
export function holdReason({ coverage, kind }: CheckedFile): string {
  return `case when hold is not null then hold ${whenOutside(kind, coverage)} when verdict = 'L-414' then 'L-414|${repeatField[kind]}' end`;
}

const repeatField: Record<ExtractKind, string> = {
  settlements: "settlement_id",
  enrolment: "month",
  indicators: "code",
  hardship_registry: "person_number",
  institutions: "institution",
  funding: "line",
  manual_aid: "month",
};

function heldRows(file: CheckedFile & { table: Table; mapping: Mapping }, hasAny: boolean): string {
  const amounts =
    file.kind === "settlements"
      ? "total_fee_amount, pool_pay_amount"
      : "null::decimal(18,2) as total_fee_amount, null::decimal(18,2) as pool_pay_amount";
  const headers = [...file.mapping.columns].map(
    ([field, { header }]) => `when ${literal(field)} then ${literal(header)}`,
  );
  const held = `select ${rowNumber(file.table)} as row_number, split_part(hold_reason, '|', 2) as field,
      case split_part(hold_reason, '|', 2) ${headers.join(" ")} end as column_name,
      split_part(hold_reason, '|', 1) as code, hold_value as value, ${amounts}, ${keptRow(file.kind)} as kept
    from (select *${namesPersons(file.kind) ? `, ${tokens(file.replayed ?? false)}` : ""}
      from (select *, ${holdReason(file)} as hold_reason from ${judgedRows(file)}) where ${hasAny ? "hold_reason is not null" : "false"}) rows
    ${joinGaps(file.table)}`;
  if (file.table.ragged.length === 0) return held;
  const list = (values: readonly number[]) => `unnest(string_split('${values.join(",")}', ',')::bigint[])`;
  const rows = list(file.table.ragged.map(({ row }) => row));
  const cells = list(file.table.ragged.map((ragged) => ragged.cells));
  return `${held} union all
    select ${rows}, null, null, 'L-207', ${cells} || '/${file.mapping.header.length}', null::decimal(18,2), null::decimal(18,2), null`;
}
