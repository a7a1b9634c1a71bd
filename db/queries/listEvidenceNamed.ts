import type { Database } from "@/db/client";

/** SHA-256 of every file that was ever attached to an assessment that is kept, of one region or of all for null. */
export async function listEvidenceNamed({ sql }: Database, region: string | null): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    select distinct value ->> 'sha256' as sha256
    from assessment_changes
    inner join assessments using (id)
    where kind = 'evidence' and (${region}::text is null or region = ${region})`;
  return rows.map(({ sha256 }) => sha256);
}
