import type { Database } from "@/db/client";

/** Adds the row that takes a scenario back; what was saved stays. False where there is none of this id in the region. */
export async function withdrawScenario(
  { sql }: Database,
  { id, region }: { id: string; region: string },
  { enteredAt, enteredBy, reason }: { enteredAt: Date; enteredBy: string; reason: string },
): Promise<boolean> {
  const rows = await sql`
    insert into scenarios
      (id, revision, name, region, scheme, year, through, data_version, levers, entered_at, entered_by, reason)
    select id, 2, name, region, scheme, year, through, data_version, null,
      ${enteredAt.toISOString()}::timestamptz, ${enteredBy}, ${reason}
    from scenarios
    where id = ${id} and region = ${region} and revision = 1
    on conflict do nothing
    returning revision`;
  return rows.length === 1;
}
