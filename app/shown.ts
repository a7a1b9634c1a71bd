import type { Installation } from "@/db/open";
import { processInstallation } from "@/db/processInstallation";
import { listRegions, type RegionRow } from "@/db/queries/listRegions";
import { listSettings } from "@/db/queries/listSettings";
import { listVersions, type VersionRow } from "@/db/queries/listVersions";
import { readCurrentVersion, readVersionFiles } from "@/db/queries/readVersion";
import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import type { FactFile } from "@/domain/factFile";
import type { Month } from "@/domain/period";
import { basesIn, eventsIn } from "@/domain/settings";
import { asOfIn, readScope, regionIn, type Scope, type SearchParams, UnreadableScope } from "./scope";

/** A page's scope together with what it can be changed to. */
export interface Shown {
  readonly state: "shown";
  readonly installation: Installation;
  readonly scope: Scope;
  readonly region: RegionRow;
  readonly version: number;
  /** What the version consists of for this region. */
  readonly files: readonly FactFile[];
  /** Months with settlements of the region in this version, ascending. */
  readonly months: readonly Month[];
  /** Regions with settlements in this version. */
  readonly regions: readonly RegionRow[];
  /** Versions to choose from, newest first. */
  readonly versions: readonly VersionRow[];
  /** Changes of rules between the two periods of the comparison: 口径有变. */
  readonly events: readonly ComparabilityEvent[];
}

/** Nothing published yet, nothing for what the address names, or an address that cannot be read. */
export type Nothing =
  | { readonly state: "empty" | "no_version" | "no_region" }
  | { readonly state: "no_period"; readonly months: readonly Month[]; readonly region: string }
  | { readonly state: "unreadable"; readonly part: string };

/** Resolves an address against the version it asks for. */
export async function readShown(params: SearchParams): Promise<Shown | Nothing> {
  try {
    return await resolve(params);
  } catch (error) {
    if (error instanceof UnreadableScope) return { state: "unreadable", part: error.part };
    throw error;
  }
}

async function resolve(params: SearchParams): Promise<Shown | Nothing> {
  const installation = processInstallation();
  const { database } = installation;
  const asOf = asOfIn(params);
  const wanted = regionIn(params);
  const number = asOf ?? (await readCurrentVersion(database));
  if (!number) return { state: "empty" };
  const [files, known, versions, settings] = await Promise.all([
    readVersionFiles(database, number),
    listRegions(database),
    listVersions(database),
    listSettings(database, wanted),
  ]);
  if (!files) return { state: "no_version" };
  const months = monthsByRegion(files);
  const regions = [...months.keys()].map(
    (code) => known.find((region) => region.code === code) ?? { code, name: code, demo: false },
  );
  const region = wanted === null ? regions[0] : regions.find(({ code }) => code === wanted);
  if (!region) return { state: wanted === null ? "empty" : "no_region" };
  const ownSettings = settings.filter((setting) => setting.region === region.code);
  const ownMonths = months.get(region.code)!;
  const scope = readScope(params, { region: region.code, months: ownMonths, bases: basesIn(ownSettings) });
  if (!scope.period.months.some((month) => ownMonths.includes(month))) {
    return { state: "no_period", months: ownMonths, region: region.code };
  }
  const own = files.filter((file) => file.region === region.code);
  return {
    state: "shown",
    installation,
    scope,
    region,
    version: number,
    files: own,
    months: ownMonths,
    regions,
    versions,
    events: eventsIn(ownSettings, scope),
  };
}

function monthsByRegion(files: readonly FactFile[]): Map<string, Month[]> {
  const months = new Map<string, Month[]>();
  for (const { table, region, partition } of files) {
    if (table === "fct_settlements") months.set(region, [...(months.get(region) ?? []), partition].sort());
  }
  return months;
}
