import type { Database } from "@/db/client";
import type { Setting } from "@/domain/settings";

/** The settings in force, of one region or of all for null: the newest change of each key that is not withdrawn. */
export async function listSettings({ sql }: Database, region: string | null): Promise<Setting[]> {
  return sql<Setting[]>`
    select * from (
      select distinct on (region, kind, key)
        region, kind, key, revision, value, entered_at::text as "enteredAt", entered_by as "enteredBy", reason
      from settings
      where ${region === null ? sql`true` : sql`region = ${region}`}
      order by region, kind, key, revision desc
    ) as newest
    where value is not null`;
}
