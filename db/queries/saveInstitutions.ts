import type { Database } from "@/db/client";

/** One institution of a published list. */
export interface InstitutionRow {
  readonly institution: string;
  readonly name: string;
  readonly hospital_level: string | null;
  readonly institution_region: string | null;
  readonly ownership: string | null;
  readonly village_clinic: boolean | null;
}

/** Keeps a list of institutions under its content hash; a list that is there already stays as it is. */
export async function saveInstitutions(
  { sql }: Database,
  listHash: string,
  institutions: readonly InstitutionRow[],
): Promise<void> {
  await sql`
    insert into institutions (
      list_hash, institution, name, hospital_level, institution_region, ownership, village_clinic
    )
    select ${listHash}, row.*
    from jsonb_to_recordset(${JSON.stringify(institutions)}::text::jsonb) as row (
      institution text, name text, hospital_level text, institution_region text, ownership text, village_clinic boolean
    )
    on conflict do nothing`;
}
