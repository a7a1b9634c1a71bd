import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";

/** L-425: rows of a registry whose person has another hardship identity at the same time. */
export async function findTwoIdentities(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  if (file.kind !== "hardship_registry") return [];
  const [found] = await warehouse.rows<{ rows: string; first: string[] | null }>(
    `with spells as (
       select
         file_row_number as ordinal,
         coalesce(person_number, certificate_number) as person,
         identity_code,
         coalesce(begins_at, '-infinity'::timestamp) as begins_at,
         coalesce(ends_at, 'infinity'::timestamp) as ends_at
       from read_parquet(${literal(file.checked)}, file_row_number = true)
       where hold is null
     ), doubled as (
       select distinct one.ordinal
       from spells as one
       inner join spells as other
         on one.person = other.person
         and one.identity_code <> other.identity_code
         and one.begins_at < other.ends_at
         and other.begins_at < one.ends_at
     )
     select count(*) as rows, min(ordinal, 5) as first from doubled`,
  );
  const rows = Number(found!.rows);
  if (rows === 0) return [];
  return [{ code: "L-425", severity: "warn", field: "identity", rows, first: (found!.first ?? []).map(Number) }];
}
