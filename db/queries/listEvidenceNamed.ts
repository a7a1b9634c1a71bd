import type { Database } from "@/db/client";

/** SHA-256 of every file that was ever attached to an assessment that is kept. */
export async function listEvidenceNamed({ sql }: Database): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    select distinct value ->> 'sha256' as sha256 from assessment_changes where kind = 'evidence'`;
  return rows.map(({ sha256 }) => sha256);
}
