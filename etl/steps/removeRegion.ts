import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "@/db/open";
import { listLoads } from "@/db/queries/listLoads";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { removeRegion as removeFromDatabase } from "@/db/queries/removeRegion";
import { PlainError } from "@/domain/errors";
import { contentHashOf } from "@/etl/steps/versionState";
import { whilePublishing } from "@/etl/steps/workLock";

/**
 * Publishes a version without a region; then its loads, totals and files are gone, from versions before as well. What
 * a crash leaves of the files, the next sweep removes.
 */
export async function removeRegion(
  installation: Installation,
  region: string,
  now: Date,
): Promise<{ dataVersion: number }> {
  const { home, database } = installation;
  return whilePublishing(database, async (session) => {
    const current = (await readDataVersion(database, null))!;
    const loads = await listLoads(database, region, null);
    const contentHash = await contentHashOf(
      database,
      current.files.filter((file) => file.region !== region),
      (await listVersionTotals(database, current.version)).filter((total) => total.region !== region),
    );
    const version = current.version + 1;
    const moved = await removeFromDatabase(session, { region, version, publishedAt: now, contentHash });
    if (!moved) throw new PlainError("L-127", { version });
    const facts = join(home.warehouseFolder, "facts");
    const tables = await readdir(facts).catch(() => []);
    for (const table of tables) await rm(join(facts, table, region), { recursive: true, force: true });
    for (const { loadId } of loads) {
      await rm(join(home.warehouseFolder, "loads", loadId), { recursive: true, force: true });
    }
    return { dataVersion: version };
  });
}
