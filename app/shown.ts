import type { Installation } from "@/db/open";
import { processInstallation } from "@/db/processInstallation";
import { listRegions } from "@/db/queries/listRegions";
import { listVersions } from "@/db/queries/listVersions";
import { readCurrentVersion, readVersionFiles } from "@/db/queries/readVersion";
import type { FactFile } from "@/domain/factFile";
import type { Month } from "@/domain/period";
import { asOfIn, readScope, regionIn, type Scope, type SearchParams } from "./scope";

export interface Region {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
}

/** A page's scope together with what it can be changed to. */
export interface Shown {
  readonly state: "shown";
  readonly installation: Installation;
  readonly scope: Scope;
  readonly region: Region;
  readonly version: number;
  /** Months with settlements of the region in this version, ascending. */
  readonly months: readonly Month[];
  /** Regions with settlements in this version. */
  readonly regions: readonly Region[];
  /** Versions to choose from, newest first. */
  readonly versions: readonly { readonly version: number; readonly publishedAt: string; readonly current: boolean }[];
}

/** Nothing published yet, or nothing for what the address names. */
export type Nothing = { readonly state: "empty" | "no_version" | "no_region" };

/** Resolves an address against the version it asks for. Throws UnreadableScope. */
export async function readShown(params: SearchParams): Promise<Shown | Nothing> {
  const installation = processInstallation();
  const { database } = installation;
  const asOf = asOfIn(params);
  const wanted = regionIn(params);
  const number = asOf ?? (await readCurrentVersion(database));
  if (!number) return { state: "empty" };
  const [files, known, versions] = await Promise.all([
    readVersionFiles(database, number),
    listRegions(database),
    listVersions(database),
  ]);
  if (!files) return { state: "no_version" };
  const months = monthsByRegion(files);
  const regions = [...months.keys()].map(
    (code) => known.find((region) => region.code === code) ?? { code, name: code, demo: false },
  );
  const region = wanted === null ? regions[0] : regions.find(({ code }) => code === wanted);
  if (!region) return { state: wanted === null ? "empty" : "no_region" };
  const ownMonths = months.get(region.code)!;
  const scope = readScope(params, { region: region.code, months: ownMonths });
  return { state: "shown", installation, scope, region, version: number, months: ownMonths, regions, versions };
}

function monthsByRegion(files: readonly FactFile[]): Map<string, Month[]> {
  const months = new Map<string, Month[]>();
  for (const { table, region, partition } of files) {
    if (table === "fct_settlements") months.set(region, [...(months.get(region) ?? []), partition].sort());
  }
  return months;
}
