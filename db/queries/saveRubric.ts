import type { Database } from "@/db/client";
import type { Rubric } from "@/domain/rubric";

/** Adds a version of a rubric. False, and nothing is entered, when somebody else entered it or a later one before. */
export async function saveRubric(
  { sql }: Database,
  rubric: Rubric,
  { enteredAt, enteredBy, reason }: { enteredAt: Date; enteredBy: string; reason: string },
): Promise<boolean> {
  const { id, version } = rubric;
  const rows = await sql`
    insert into rubrics (id, version, document, entered_at, entered_by, reason)
    select ${id}, ${version}, ${JSON.stringify(rubric)}::text::jsonb, ${enteredAt.toISOString()}::timestamptz,
      ${enteredBy}, ${reason}
    where ${version} > (select coalesce(max(version), 0) from rubrics where id = ${id})
    on conflict do nothing
    returning version`;
  return rows.length === 1;
}
