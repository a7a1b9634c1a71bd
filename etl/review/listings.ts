import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";

/** What decides where an institution stands. */
const told = ["hospital_level", "institution_region", "ownership", "village_clinic", "tier_override"];

/** L-434: rows of a list that say different things of one institution from the same day on. */
export async function findContradictingListings(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  if (file.kind !== "institutions") return [];
  const differs = told.map((name) => `one.${name} is distinct from other.${name}`).join(" or ");
  const [found] = await warehouse.rows<{ rows: string; first: string[] | null }>(
    `with listed as (
       select
         *,
         file_row_number as ordinal,
         coalesce(begins_on, '-infinity'::date) as valid_from
       from read_parquet(${literal(file.checked)}, file_row_number = true)
       where hold is null
     ), doubled as (
       select distinct one.ordinal
       from listed as one
       inner join listed as other
         on one.institution = other.institution
         -- A row that begins later takes the place of the one before: that is how a list tells a change.
         and one.valid_from = other.valid_from
         and (${differs})
     )
     select count(*) as rows, min(ordinal, 5) as first from doubled`,
  );
  const rows = Number(found!.rows);
  if (rows === 0) return [];
  return [{ code: "L-434", severity: "warn", field: "institution", rows, first: (found!.first ?? []).map(Number) }];
}
