import type { Installation } from "@/db/open";
import { changeSetting } from "@/db/queries/changeSetting";
import { PlainError } from "@/domain/errors";
import type { SettingKind, SettingValues } from "@/domain/settings";
import type { Attribution } from "./enter";

/** Enters a change of a setting, or its withdrawal. Throws PlainError S-201 when somebody else was first. */
export async function enterSetting<Kind extends SettingKind>(
  { database }: Installation,
  setting: { kind: Kind; key: string; value: SettingValues[Kind] },
  { region, seen, entered_by: enteredBy, reason, withdraw }: Attribution,
): Promise<void> {
  const value = withdraw ? null : setting.value;
  const entered = await changeSetting(database, {
    ...setting,
    value,
    region,
    seen,
    enteredAt: new Date(),
    enteredBy,
    reason,
  });
  if (!entered) throw new PlainError("S-201");
}
