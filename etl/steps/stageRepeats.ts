import { groupBy } from "@/domain/groupBy";
import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { type Coverage, isWithin } from "./stageCoverage";
import { checkedTypes } from "./stagedColumns";

/** A checked file: its rows as judged one by one. */
export interface CheckedFile {
  readonly number: number;
  readonly kind: ExtractKind;
  /** Parquet of `checkQuery`. */
  readonly checked: string;
  readonly coverage: Coverage;
  /** Of the file that it came in: rows of one list of corrections share it. */
  readonly sha256: string;
  /** Rows that were held once and are read again: a token may stand in the place of a number. */
  readonly replayed?: boolean;
}

/** What makes two rows of a kind the same thing; null where every row counts for itself (payments). */
const keys: Record<ExtractKind, readonly string[] | "content" | null> = {
  settlements: ["settlement_key"],
  enrolment: ["insured_region", "month"],
  indicators: ["code", "unit", "period"],
  hardship_registry: "content",
  institutions: "content",
  funding: null,
  manual_aid: null,
};

/** SQL: the row is not held by a check and lies within the window of its extract. */
export function withinWindow({ coverage }: Pick<CheckedFile, "coverage">): string {
  return `hold is null and ${isWithin(coverage)}`;
}

/**
 * Finds the rows that occur more than once in the files of a load, per kind, and fills the temporary table
 * `repeats(extract, ordinal, verdict)`: L-413 the same row again; L-415 an older state of a settlement; L-414 different
 * rows of one key that nothing puts in order, or that are of other persons at other times: digits of the key are lost. Settlement files of different periods are put in order by their periods
 * when facts are derived: many months in one load give what they give one by one.
 */
export async function findRepeats(warehouse: Warehouse, files: readonly CheckedFile[]): Promise<void> {
  await warehouse.run("create or replace temp table repeats (extract integer, ordinal bigint, verdict varchar)");
  for (const kind of new Set(files.map((file) => file.kind))) {
    const key = keys[kind];
    const ofKind = files.filter((file) => file.kind === kind);
    if (key === null) {
      await findSameFiles(warehouse, ofKind);
      continue;
    }
    const groups = kind === "settlements" ? groupBy(ofKind, periodOf).values() : [ofKind];
    for (const group of groups) await findRepeatsOf(warehouse, kind, group, key);
  }
}

/** A file that stands in the load twice, under whatever names. */
async function findSameFiles(warehouse: Warehouse, files: readonly CheckedFile[]): Promise<void> {
  for (const [index, { number, checked, sha256, replayed }] of files.entries())
    if (!replayed && files.slice(0, index).some((earlier) => earlier.sha256 === sha256))
      await warehouse.run(`insert into repeats select ${number}, file_row_number, 'L-413'
        from read_parquet(${literal(checked)}, file_row_number = true)`);
}

const periodOf = ({ coverage }: CheckedFile) => coverage.covered.join(" ");

async function findRepeatsOf(
  warehouse: Warehouse,
  kind: ExtractKind,
  files: readonly CheckedFile[],
  key: readonly string[] | "content",
): Promise<void> {
  const content = `hash(${Object.keys(checkedTypes(kind)).join(", ")})`;
  const keyed = key === "content" ? content : key.length === 1 ? key[0]! : `hash(${key.join(", ")})`;
  const isSettled = kind === "settlements";
  const updated = isSettled ? "updated_at" : "null::timestamp";
  const person = isSettled ? "coalesce(person_number, certificate_number)" : "null::varchar";
  const settled = isSettled ? "settled_at" : "null::timestamp";
  const candidates = files
    .map((file) => `select ${keyed} as key from read_parquet(${literal(file.checked)}) where ${withinWindow(file)}`)
    .join("\nunion all\n");
  await warehouse.run(
    `create or replace temp table repeated_keys as select key from (${candidates}) group by key having count(*) > 1`,
  );
  const [found] = await warehouse.rows<{ keys: string }>("select count(*) as keys from repeated_keys");
  if (found!.keys === "0") return;
  const rows = files
    .map(
      (file) => `select ${file.number} as extract, file_row_number as ordinal, ${keyed} as key, ${content} as content,
        ${updated} as updated_at, ${person} as person, ${settled} as settled_at
      from read_parquet(${literal(file.checked)}, file_row_number = true)
      where ${withinWindow(file)} and ${keyed} in (select key from repeated_keys)`,
    )
    .join("\nunion all\n");
  await warehouse.run(`insert into repeats
    with copies as (
      select *, row_number() over (partition by key, content order by extract, ordinal) as copy from (${rows})
    ), states as (
      select *,
        count(*) over (partition by key) as states,
        count(updated_at) over (partition by key) as dated,
        max(updated_at) over (partition by key) as newest,
        coalesce(min(person) over (partition by key) <> max(person) over (partition by key)
          and min(settled_at) over (partition by key) <> max(settled_at) over (partition by key), false) as are_others
      from copies where copy = 1
    ), ordered as (
      select *, count(*) filter (where updated_at = newest) over (partition by key) as newest_states from states
    )
    select extract, ordinal, 'L-413' as verdict from copies where copy > 1
    union all
    select extract, ordinal, case when are_others or dated < states or updated_at = newest then 'L-414' else 'L-415' end
    from ordered
    where states > 1 and (are_others or not (dated = states and newest_states = 1 and updated_at = newest))`);
}
