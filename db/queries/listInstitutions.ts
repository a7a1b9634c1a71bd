import type { Database } from "@/db/client";
import type { FactFile } from "@/domain/factFile";
import type { Institution } from "@/domain/institution";

/** The institutions of a version, by code. `files` are those of the version, of one region or of several. */
export async function listInstitutions(
  { sql }: Database,
  files: readonly FactFile[],
): Promise<Map<string, Institution>> {
  const lists = files.filter(({ table }) => table === "dim_institutions").map(({ contentHash }) => contentHash);
  const rows = await sql<Institution[]>`
    select
      institution as code, name, hospital_level as "hospitalLevel", institution_region as region, ownership,
      village_clinic as "villageClinic"
    from institutions
    where list_hash = any(${lists})`;
  return new Map(rows.map((institution) => [institution.code, institution]));
}
