import type { Database } from "@/db/client";
import { changeSetting } from "@/db/queries/changeSetting";
import { listSettingChanges } from "@/db/queries/listSettingChanges";
import { listSettings } from "@/db/queries/listSettings";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { type Setting, settingsOf } from "@/domain/settings";
import type { Profile } from "../profiles/define";
import { layoutOf } from "./described";

/** A saved description with who saved it, when and why. */
export type SavedProfile = Setting<"extract_profile">;

/** The descriptions that a region has saved, by name. */
export async function listProfiles(database: Database, region: string): Promise<SavedProfile[]> {
  return settingsOf(await listSettings(database, region), "extract_profile");
}

/** The layouts of a region besides those of the program: `given`, then the saved ones of other names. */
export async function layoutsOf(
  database: Database,
  region: string,
  given: readonly ExtractProfile[] = [],
): Promise<Profile[]> {
  const saved = (await listProfiles(database, region)).map(({ value }) => value);
  const others = saved.filter(({ name }) => !given.some((own) => own.name === name));
  return [...given, ...others].map(layoutOf);
}

/** Who saves or removes a description, and why. */
export interface ProfileChange {
  readonly region: string;
  readonly name: string;
  /** Null: it is removed. */
  readonly profile: ExtractProfile | null;
  readonly enteredBy: string;
  readonly reason: string;
  readonly now: Date;
}

/** Saves a description under its name, or removes it; the ones before stay as dated rows. Throws PlainError F-110, S-201. */
export async function changeProfile(database: Database, change: ProfileChange): Promise<void> {
  const { region, name, profile, enteredBy, reason, now } = change;
  const changes = await listSettingChanges(database, region);
  const last = changes.find(({ kind, key }) => kind === "extract_profile" && key === name);
  if (profile === null && !last?.value) throw new PlainError("F-110", { name });
  const entered = await changeSetting(database, {
    ...{ region, kind: "extract_profile" as const, key: name, seen: last?.revision ?? 0, value: profile },
    ...{ enteredAt: now, enteredBy, reason },
  });
  if (!entered) throw new PlainError("S-201");
}
