import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import type { StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";
import { garbledTraces } from "./garbledTraces";

/** Columns of text that are kept, and the fields they come from. */
const texts: Record<ExtractKind, Readonly<Record<string, string>>> = {
  settlements: { institution_name: "institution_name", status_code: "status_code" },
  hardship_registry: { identity_code: "identity" },
  institutions: { name: "institution_name", ownership: "ownership", reason: "reason" },
  funding: { line: "line" },
  enrolment: { population_base: "population_base" },
  manual_aid: { identity_code: "identity", visit_class: "visit_class" },
  indicators: { unit: "unit" },
};

const refusedShare = 0.001;

/** L-203: texts that the exporting system had destroyed already. Refused above one row in a thousand. */
export async function findGarbledTexts(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  const found: Found[] = [];
  for (const [column, field] of Object.entries(texts[file.kind])) {
    if (!file.mapping.columns.has(field)) continue;
    const isGarbled = garbledTraces.map((trace) => `contains(${column}, ${literal(trace)})`).join(" or ");
    const [counted] = await warehouse.rows<{ rows: string; first: string[] | null }>(
      `select coalesce(sum(rows), 0)::bigint as rows, min(first, 5) as first
       from (select ${column}, count(*) as rows, min(file_row_number) as first
         from read_parquet(${literal(file.checked)}, file_row_number = true) where ${column} is not null group by 1)
       where ${isGarbled}`,
    );
    const rows = Number(counted!.rows);
    if (rows === 0) continue;
    const severity = rows > file.table.rows * refusedShare ? "refuse" : "warn";
    found.push({ code: "L-203", severity, field, rows, first: (counted!.first ?? []).map(Number) });
  }
  return found;
}

const shownCodes = 5;

/** L-407: one code with several names, or one name with several codes. */
export async function findInstitutionNames(warehouse: Warehouse, file: StagedFile): Promise<Found[]> {
  if (file.kind !== "settlements" || !file.mapping.columns.has("institution_name")) return [];
  const [found] = await warehouse.rows<{ rows: string; codes: string[] | null; first: string[] | null }>(
    `with pairs as (
       select institution, institution_name, count(*) as rows, min(file_row_number) as first
       from read_parquet(${literal(file.checked)}, file_row_number = true)
       where institution is not null and institution_name is not null
       group by 1, 2
     ), judged as (
       select *, count(*) over (partition by institution) > 1 or count(*) over (partition by institution_name) > 1 as odd
       from pairs
     )
     select coalesce(sum(rows), 0)::bigint as rows, min(distinct institution, ${shownCodes}) as codes, min(first, 5) as first
     from judged where odd`,
  );
  const rows = Number(found!.rows);
  if (rows === 0) return [];
  const codes = (found!.codes ?? []).join("、");
  const first = (found!.first ?? []).map(Number);
  return [{ code: "L-407", severity: "warn", field: "institution", rows, first, details: { codes } }];
}
