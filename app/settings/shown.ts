import type { Installation } from "@/db/open";
import { processInstallation } from "@/db/processInstallation";
import { listRegions, type RegionRow } from "@/db/queries/listRegions";
import { listSettingChanges } from "@/db/queries/listSettingChanges";
import { listSettings } from "@/db/queries/listSettings";
import { type DataVersion, readDataVersion } from "@/db/queries/readDataVersion";
import { settledMonths } from "@/domain/factFile";
import type { Month } from "@/domain/period";
import type { Setting, SettingChange } from "@/domain/settings";
import { type Messages, messagesIn } from "@/messages/index";
import type { Language } from "@/messages/language";
import { readPreferences } from "../preferences";
import { defaultScheme, regionIn, type SearchParams, UnreadableScope } from "../scope";
import { readEnteredBy } from "./enteredBy";

/** What every page of 设置 stands on: one region as it is now, and what has been set for it. */
export interface SettingsShown {
  readonly installation: Installation;
  readonly language: Language;
  readonly words: Messages;
  readonly regions: readonly RegionRow[];
  readonly region: RegionRow;
  readonly scheme: string;
  /** The current version, of every region; 0 before the first. */
  readonly data: DataVersion;
  /** Months with settlements of the region, ascending; may be none. */
  readonly months: readonly Month[];
  readonly settings: readonly Setting[];
  /** Newest first. */
  readonly changes: readonly SettingChange[];
  /** The name last typed in this browser. */
  readonly enteredBy: string;
}

/** Resolves `region` and `scheme` of an address; null when no such region is kept here, or none at all. */
export async function readSettingsShown(params: SearchParams): Promise<SettingsShown | null> {
  const installation = processInstallation();
  const { database } = installation;
  const wanted = regionOrNone(params);
  const [regions, data, { language }, enteredBy] = await Promise.all([
    listRegions(database),
    readDataVersion(database, null),
    readPreferences(),
    readEnteredBy(),
  ]);
  const region = wanted === null ? regions[0] : regions.find(({ code }) => code === wanted);
  if (!region) return null;
  const [settings, changes] = await Promise.all([
    listSettings(database, region.code),
    listSettingChanges(database, region.code),
  ]);
  return {
    installation,
    language,
    words: messagesIn(language),
    regions,
    region,
    scheme: typeof params.scheme === "string" && /^\d{3}$/.test(params.scheme) ? params.scheme : defaultScheme,
    data: data!,
    months: settledMonths(data!.files, region.code),
    settings,
    changes,
    enteredBy,
  };
}

/** The region an address names; one that cannot be read is one that is not there. */
function regionOrNone(params: SearchParams): string | null {
  try {
    return regionIn(params);
  } catch (error) {
    if (error instanceof UnreadableScope) return "";
    throw error;
  }
}
