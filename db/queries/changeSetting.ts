import type { Database } from "@/db/client";
import type { SettingChange, SettingKind } from "@/domain/settings";

/** What is entered: `seen` is the revision that the writer saw in force, 0 where there was none. */
export type NewSetting<Kind extends SettingKind> = Omit<SettingChange<Kind>, "revision" | "enteredAt"> & {
  readonly seen: number;
  readonly enteredAt: Date;
};

/** Adds a change. False, and nothing is entered, when somebody else changed the setting after the writer saw it. */
export async function changeSetting<Kind extends SettingKind>(
  { sql }: Database,
  { region, kind, key, seen, value, enteredAt, enteredBy, reason }: NewSetting<Kind>,
): Promise<boolean> {
  const rows = await sql`
    insert into settings (region, kind, key, revision, value, entered_at, entered_by, reason)
    select ${region}, ${kind}, ${key}, ${seen + 1}, ${value && JSON.stringify(value)}::text::jsonb,
      ${enteredAt.toISOString()}::timestamptz, ${enteredBy}, ${reason}
    where ${seen} = (
      select coalesce(max(revision), 0) from settings where region = ${region} and kind = ${kind} and key = ${key}
    )
    on conflict do nothing
    returning revision`;
  return rows.length === 1;
}
