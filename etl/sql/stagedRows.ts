import { literal } from "@/domain/sqlLiteral";
import { noRows, pathList } from "@/etl/sql/literals";
import { stagedTables } from "@/etl/staged";
import { whole } from "@/etl/steps/inForce";

/** Accepted rows of one kind: what the view over them is called, where they stand, and what says to which part one belongs. */
export interface StagedRows {
  readonly name: string;
  readonly kind: keyof typeof stagedTables;
  readonly extracts: readonly AnsweringExtract[];
  readonly partColumn: string;
}

/** An extract, by its number in `extracts_in_force`, and the parts of its coverage for which it answers. */
export interface AnsweringExtract {
  readonly extract: number;
  readonly file: string;
  readonly coverage: readonly string[];
  readonly partsBefore: readonly string[];
  readonly partsAfter: readonly string[];
}

/**
 * The view of the rows, each with its extract, the part of the coverage that it belongs to, and whether it counts in the
 * version to come (`counts`) and in the one before (`counted`).
 */
export function createStagedRows({ name, kind, extracts, partColumn }: StagedRows): string {
  const rows =
    extracts.length > 0
      ? `select * from read_parquet(${pathList(extracts.map(({ file }) => file))}, filename = true)`
      : `select *, '' as filename from (${noRows(stagedTables[kind])})`;
  const part = partOf(extracts, partColumn);
  return `
create or replace temp view ${name} as
select
  staged.* exclude (filename),
  extract,
  load_id,
  extract_number,
  declared_scheme,
  period_rank,
  ${part} as part,
  ${answersOf(extracts, part, ({ partsBefore }) => partsBefore)} as counted,
  ${answersOf(extracts, part, ({ partsAfter }) => partsAfter)} as counts
from (${rows}) as staged
inner join extracts_in_force on extracts_in_force.file = staged.filename`;
}

function partOf(extracts: readonly AnsweringExtract[], partColumn: string): string {
  const replacedWhole = extracts.filter(({ coverage }) => coverage.join() === whole).map(({ extract }) => extract);
  return replacedWhole.length > 0
    ? `case when extract in (${replacedWhole.join(", ")}) then ${literal(whole)} else ${partColumn} end`
    : partColumn;
}

/**
 * A row counts in a part that its extract answers for; a late row, as long as its extract answers for a later one. Most
 * extracts answer for all that they cover, and so for each of their rows: nothing is asked of these.
 */
function answersOf(
  extracts: readonly AnsweringExtract[],
  part: string,
  partsOf: (extract: AnsweringExtract) => readonly string[],
): string {
  const branches = extracts
    .filter((extract) => extract.coverage.some((covered) => !partsOf(extract).includes(covered)))
    .map((extract) => `when ${extract.extract} then ${answers(part, extract.coverage, partsOf(extract))}`);
  return branches.length > 0 ? `coalesce(case extract ${branches.join(" ")} else true end, false)` : "true";
}

function answers(part: string, coverage: readonly string[], parts: readonly string[]): string {
  const last = [...parts].sort().at(-1);
  if (last === undefined) return "false";
  const among = (list: readonly string[]) => `${part} in (${list.map(literal).join(", ")})`;
  return `${among(parts)} or (not ${among(coverage)} and ${part} < ${literal(last)})`;
}
