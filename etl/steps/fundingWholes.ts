import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { lineId } from "../sql/fundingNames";
import type { StagedFile } from "./fileOutcome";

/** Rows of a line as a whole beside rows of the same line by who pays it: both would count. */
export interface FundingWhole {
  /** Ordinal of the row, from 0. */
  readonly ordinal: number;
  /** The parts come to as much, and say all that it says. */
  readonly isSum: boolean;
}

const amounts = ["planned_amount", "in_place_amount"] as const;
/** 万元 with two decimals: half of the last one, in yuan. */
const halfOfHundredYuan = 50;

/**
 * The rows of a funding list that stand for their whole line although its parts have rows of their own: 财政补助 above
 * 中央 and 县级. A plan for the whole with payments by level is none of these: each amount has its rows once.
 */
export async function fundingWholes(warehouse: Warehouse, file: StagedFile): Promise<FundingWhole[]> {
  if (file.kind !== "funding") return [];
  const isRounded = amounts.some((name) => file.mapping.columns.get(name)?.unit === "ten_thousand_yuan");
  const sums = amounts.flatMap((name) => [
    `sum(${name}) filter (source_level is null) as whole_${name}`,
    `sum(${name}) filter (source_level is not null) as parts_${name}`,
  ]);
  const differs = amounts.map(
    (name) => `abs(whole_${name} - parts_${name}) > ${isRounded ? `${halfOfHundredYuan} * rows` : "0"}`,
  );
  const isAlone = amounts.map((name) => `(whole_${name} is not null and parts_${name} is null)`);
  const areBoth = amounts.map((name) => `whole_${name} is not null and parts_${name} is not null`);
  const rows = await warehouse.rows<{ ordinal: string; is_sum: boolean }>(
    `with listed as (
       select *, file_row_number as ordinal, ${lineId} as line_id
       from read_parquet(${literal(file.checked)}, file_row_number = true)
       where hold is null
     ), lines as (
       select region, scheme, year, line_id, count(*) as rows, ${sums.join(", ")}
       from listed group by region, scheme, year, line_id
     )
     select ordinal, not coalesce(${differs.join(" or ")}, false) and not (${isAlone.join(" or ")}) as is_sum
     from listed inner join lines using (region, scheme, year, line_id)
     where source_level is null and (${areBoth.join(" or ")})
     order by ordinal`,
  );
  return rows.map(({ ordinal, is_sum }) => ({ ordinal: Number(ordinal), isSum: is_sum }));
}

/** SQL: a row of `judgedRows` is the sum of rows beside it. */
export const isWhole = "coalesce(verdict = 'L-435', false)";

/** Excludes the wholes whose parts say as much (L-435); `repeats` must be filled. */
export async function excludeFundingWholes(warehouse: Warehouse, file: StagedFile): Promise<void> {
  const sums = (await fundingWholes(warehouse, file)).filter(({ isSum }) => isSum);
  for (const { ordinal } of sums)
    await warehouse.run(`insert into repeats values (${file.number}, ${ordinal}, 'L-435')`);
}
