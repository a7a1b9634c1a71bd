import type { Database } from "@/db/client";
import type { SettingChange } from "@/domain/settings";

/** Every change of every setting of a region, newest first. */
export async function listSettingChanges({ sql }: Database, region: string): Promise<SettingChange[]> {
  return sql<SettingChange[]>`
    select region, kind, key, revision, value, entered_at::text as "enteredAt", entered_by as "enteredBy", reason
    from settings
    where region = ${region}
    order by entered_at desc, kind, key, revision desc`;
}
