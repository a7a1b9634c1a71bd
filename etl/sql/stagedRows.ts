import { noRows, pathList } from "@/etl/sql/literals";
import { stagedTables } from "@/etl/staged";
import { whole } from "@/etl/steps/inForce";

type Kind = keyof typeof stagedTables;

/** The rows of `files` as accepted, each with its extract and the part of the coverage that it belongs to. */
function stagedRows(kind: Kind, files: readonly string[], partColumn: string): string {
  const rows =
    files.length > 0
      ? `select * from read_parquet(${pathList(files)}, filename = true)`
      : `select *, '' as filename from (${noRows(stagedTables[kind])})`;
  return `
with staged as (
  ${rows}
),
extracts as (
  select
    file,
    extract,
    load_id,
    extract_number,
    scheme as declared_scheme,
    coverage,
    parts_before,
    parts_after,
    list_max(parts_before) as last_before,
    list_max(parts_after) as last_after,
    period_rank
  from extracts_in_force
),
rows as (
  select
    staged.* exclude (filename),
    extracts.* exclude (file),
    case when coverage = ['${whole}'] then '${whole}' else ${partColumn} end as part
  from staged
  inner join extracts on extracts.file = staged.filename
)
select
  * exclude (coverage, parts_before, parts_after, last_before, last_after),
  ${answers("before")} as counted,
  ${answers("after")} as counts
from rows`;
}

/** A row counts in a part that its extract answers for; a late row, as long as its extract answers for a later one. */
function answers(version: "before" | "after"): string {
  return `coalesce(
    list_contains(parts_${version}, part) or (not list_contains(coverage, part) and part < last_${version}),
    false
  )`;
}

/** The view `name`: rows of `files`, each with whether it counts in the version to come (`counts`), in the one before. */
export function createStagedRows(
  name: string,
  { kind, files, partColumn }: { kind: Kind; files: readonly string[]; partColumn: string },
): string {
  return `create or replace temp view ${name} as ${stagedRows(kind, files, partColumn)}`;
}
