import { join } from "node:path";
import type { Installation } from "@/db/open";
import { listVersionTotals, type VersionTotal } from "@/db/queries/listVersionTotals";
import { readBatch } from "@/db/queries/readBatch";
import type { DataVersion } from "@/db/queries/readDataVersion";
import type { NewCell } from "@/db/queries/writeTotals";
import type { FactFile } from "@/domain/factFile";
import { groupBy } from "@/domain/groupBy";
import { parsePeriod } from "@/domain/period";
import { rulesOf } from "@/etl/steps/rulesOf";
import { batchIdOf, monthsSettled, totalSpans } from "@/etl/steps/total";
import { regionState } from "@/etl/steps/versionState";
import { readContent } from "@/etl/steps/writeFactFile";
import { spanOf } from "@/metrics/span";
import type { Warehouse } from "@/warehouse/connection";
import type { FactSource } from "@/warehouse/factViews";
import { totalsDefinition } from "@/warehouse/totalsDefinition";

type Storage = Pick<Installation, "database" | "home">;

/**
 * The files of a version that are gone, cannot be read, or say something else in any row than when it was published. Of
 * `countedOnly`, derived by other rules or codes than those of today, only the rows could be counted.
 */
export async function findDamagedFiles(
  warehouse: Warehouse,
  { database, home }: Storage,
  version: DataVersion,
): Promise<{ damaged: FactFile[]; countedOnly: FactFile[] }> {
  const damaged: FactFile[] = [];
  const countedOnly: FactFile[] = [];
  for (const [region, files] of groupBy(version.files, (file) => file.region)) {
    const rules = rulesOf((await regionState(database, version, region)).localCodes);
    for (const file of files) {
      const found = await readContent(warehouse, file.table, join(home.warehouseFolder, file.path)).catch(() => null);
      const isOfToday = file.derivedBy === rules;
      if (found?.content.rows !== String(file.rows) || (isOfToday && found.contentHash !== file.contentHash))
        damaged.push(file);
      else if (!isOfToday) countedOnly.push(file);
    }
  }
  return { damaged, countedOnly };
}

/**
 * The stored totals of a version that are not what its rows come to now, cell by cell; its files must be undamaged. Totals
 * of `older` definitions than those of today are asked for by nobody, and not looked at.
 */
export async function findWrongTotals(
  warehouse: Warehouse,
  { database, home }: Storage,
  { version, files }: DataVersion,
): Promise<{ examined: number; older: number; wrong: VersionTotal[] }> {
  const all = await listVersionTotals(database, version);
  const totals = all.filter(({ batchId }) => batchId.startsWith(totalsDefinition));
  const wrong: VersionTotal[] = [];
  for (const [region, ofRegion] of groupBy(totals, (total) => total.region)) {
    const source: FactSource = { files, warehouseFolder: home.warehouseFolder, region };
    const hasData = monthsSettled(source);
    const spans = new Map(ofRegion.map((total) => [spanOf(parsePeriod(total.period)!, hasData), total]));
    for (const [span, cells] of await totalSpans(warehouse, source, [...spans.keys()])) {
      const total = spans.get(span)!;
      const isRight =
        total.batchId === batchIdOf(source, span) && same(cells, await readBatch(database, total.batchId));
      if (!isRight) wrong.push(total);
    }
  }
  return { examined: totals.length, older: all.length - totals.length, wrong };
}

/** The same cells with the same amounts, in whatever order. */
function same(some: readonly NewCell[], others: readonly NewCell[]): boolean {
  const written = (cells: readonly NewCell[]) =>
    cells
      .map(({ scheme, grain, members, amounts }) =>
        JSON.stringify([scheme, grain, members, Object.entries(amounts).sort(([a], [b]) => (a < b ? -1 : 1))]),
      )
      .sort()
      .join("\n");
  return written(some) === written(others);
}
