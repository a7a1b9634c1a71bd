import type { Installation } from "@/db/open";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import type { DataVersion } from "@/db/queries/readDataVersion";
import { rulesOf } from "@/etl/steps/rulesOf";
import { regionState } from "@/etl/steps/versionState";
import { totalsDefinition } from "@/warehouse/totalsDefinition";

/** Whether the months of a region were derived by other codes or rules than those of now, or totalled by other definitions. */
export async function isRederivationDue(
  { database }: Installation,
  version: DataVersion,
  region: string,
): Promise<boolean> {
  const [{ files, localCodes }, totals] = await Promise.all([
    regionState(database, version, region),
    listVersionTotals(database, version.version),
  ]);
  const rules = rulesOf(localCodes);
  return (
    files.some(({ derivedBy }) => derivedBy !== rules) ||
    totals.some((total) => total.region === region && !total.batchId.startsWith(totalsDefinition))
  );
}
