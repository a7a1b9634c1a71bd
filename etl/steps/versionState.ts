import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import { type ExtractRow, listExtracts } from "@/db/queries/listExtracts";
import { listPersons } from "@/db/queries/listPersons";
import { listSettings } from "@/db/queries/listSettings";
import type { VersionTotal } from "@/db/queries/listVersionTotals";
import type { DataVersion } from "@/db/queries/readDataVersion";
import type { FactFile } from "@/domain/factFile";
import type { LocalCode } from "@/domain/localCodes";
import { settingsOf } from "@/domain/settings";
import { type ExtractInForce, extractsInForce } from "@/etl/steps/inForce";

/** One region as it is in a version: what is in force, and its files. */
export interface PublishedRegion {
  readonly extracts: readonly (ExtractRow & ExtractInForce)[];
  readonly files: readonly FactFile[];
  /** What the bureau has added to the code maps by now, whichever version it is. */
  readonly localCodes: readonly LocalCode[];
}

export async function regionState(database: Database, version: DataVersion, region: string): Promise<PublishedRegion> {
  const [extracts, settings] = await Promise.all([
    listExtracts(database, region, version.loadIds),
    listSettings(database, region),
  ]);
  return {
    extracts: extractsInForce(extracts),
    files: version.files.filter((file) => file.region === region),
    localCodes: settingsOf(settings, "local_code").map(({ value }) => value),
  };
}

/**
 * Equal for equal content, whatever the order in which it arrived and wherever it is kept. Tokens are left out, since
 * every installation has a key of its own; what they say, who is the same person, is in the numbers of persons.
 */
export async function contentHashOf(
  database: Database,
  files: readonly FactFile[],
  totals: readonly VersionTotal[],
): Promise<string> {
  const persons = await listPersons(
    database,
    totals.map(({ batchId }) => batchId),
  );
  const lines = [
    ...files.map(({ region, table, partition, statedHash }) => [region, table, partition, statedHash].join(" ")),
    ...totals.flatMap(({ region, period, batchId }) =>
      (persons.get(batchId) ?? []).map((line) => [region, period, line.scheme, line.persons].join(" ")),
    ),
  ];
  return createHash("sha256").update(lines.sort().join("\n")).digest("hex");
}

/** The day in China: publication dates are those of the bureau. */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(moment);
}
