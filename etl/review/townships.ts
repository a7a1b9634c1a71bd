import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { headerRows } from "../steps/chooseHeader";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";

/** From this share of its townships' people on a region's own row is taken for their sum, not for those of no township. */
const likelySum = 0.5;

/** What lists have by township: of which month and whom, and how much. */
const listed = {
  enrolment: { of: "month", measure: "enrolled" },
  manual_aid: {
    of: "concat_ws('|', month, coalesce(identity_code, ''), coalesce(visit_class, ''))",
    measure: "amount",
  },
} as const;

/**
 * People or money that would be counted twice or not at all: L-432 for a region that stands beside its townships with as
 * much as they have together, or with about as many people; L-116 where townships stand by their names alone, which no row
 * can be told by.
 */
export async function findTownshipDoubts(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  if (file.kind !== "enrolment" && file.kind !== "manual_aid") return [];
  const { of, measure } = listed[file.kind];
  // 361031000000 is the county 361031 in twelve digits.
  const region = "left(insured_region, 6) || regexp_replace(substr(insured_region, 7), '(000)+$', '')";
  const rows = `(select file_row_number as ordinal, ${region} as region, ${of} as list, ${measure} as measure
    from read_parquet(${literal(file.checked)}, file_row_number = true) where hold is null)`;
  if (!file.mapping.columns.has("insured_region")) {
    if (file.kind !== "enrolment") return [];
    const [doubled] = await warehouse.rows<{ months: string }>(
      `select count(*) as months from (select list from ${rows} group by list having count(*) > 1)`,
    );
    if (doubled!.months === "0") return [];
    const details = { rows: headerRows, missing: "乡镇编码" };
    return [{ code: "L-116", severity: "refuse", field: null, rows: 0, first: [], details }];
  }
  const isAbout =
    file.kind === "enrolment" ? `count(*) > 1 and one.measure >= ${likelySum} * sum(township.measure)` : "false";
  const sums = await warehouse.rows<{ ordinal: string }>(
    `select one.ordinal
     from ${rows} as one
     inner join ${rows} as township
       on township.list = one.list
       and township.region <> one.region
       and starts_with(township.region, one.region)
     where one.measure <> 0
     group by one.ordinal, one.measure
     having one.measure = sum(township.measure) or ${isAbout}
     order by one.ordinal`,
  );
  if (sums.length === 0) return [];
  const first = sums.map(({ ordinal }) => Number(ordinal));
  return [{ code: "L-432", severity: "refuse", field: "insured_region", rows: sums.length, first }];
}
