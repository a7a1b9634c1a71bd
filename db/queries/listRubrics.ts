import type { Database } from "@/db/client";
import type { Rubric } from "@/domain/rubric";

/** Every version of the rubrics that a bureau entered, by id and version; those of the program are not among them. */
export async function listRubrics({ sql }: Database): Promise<Rubric[]> {
  const rows = await sql<{ document: Rubric }[]>`select document from rubrics order by id, version`;
  return rows.map(({ document }) => document);
}
