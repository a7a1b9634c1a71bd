import { randomBytes } from "node:crypto";
import type { Installation } from "@/db/open";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import { publishVersion } from "@/db/queries/publishVersion";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { derive } from "@/etl/steps/derive";
import { mark } from "@/etl/steps/mark";
import { contentOf, requireFiles } from "@/etl/steps/publish";
import { writtenBy } from "@/etl/steps/submit";
import { dayOf, regionState } from "@/etl/steps/versionState";
import { withWarehouse } from "@/etl/steps/withWarehouse";
import { whilePublishing } from "@/etl/steps/workLock";

/**
 * Publishes a version with the same loads, a region's months derived and totalled by the code maps and definitions of
 * now. Throws PlainError L-706 when nothing would differ, L-127 when the pointer has moved; then nothing has changed.
 */
export async function rederive(
  installation: Installation,
  region: string,
  now: Date,
): Promise<{ dataVersion: number; contentHash: string }> {
  const { home, database } = installation;
  return whilePublishing(database, async (session) => {
    const base = (await readDataVersion(database, null))!;
    const before = await regionState(database, base, region);
    const version = base.version + 1;
    const publishedOn = dayOf(now);
    return withWarehouse(home, async (warehouse) => {
      const derived = await derive(warehouse, {
        region,
        warehouseFolder: home.warehouseFolder,
        before,
        after: before.extracts,
        version,
        localCodes: before.localCodes,
        publishedOn,
        writtenBy: writtenBy(`again-${randomBytes(5).toString("hex")}`, version, publishedOn),
      });
      mark("derived");
      const content = await contentOf(warehouse, installation, { region, base, derived });
      const known = await listVersionTotals(database, base.version);
      if (same(content.files, base.files) && same(content.totals, known)) throw new PlainError("L-706");
      await requireFiles(home.warehouseFolder, content.files, base.files);
      mark("before_pointer");
      const moved = await publishVersion(session, {
        ...content,
        version,
        publishedAt: now,
        loadId: null,
        restoredFrom: null,
        rederivedRegion: region,
        loadIds: base.loadIds,
      });
      if (!moved) throw new PlainError("L-127", { version });
      mark("after_pointer");
      return { dataVersion: version, contentHash: content.contentHash };
    });
  });
}

/** The same things, in whatever order. */
function same(some: readonly object[], others: readonly object[]): boolean {
  const written = (things: readonly object[]) =>
    things
      .map((thing) => JSON.stringify(Object.entries(thing).sort()))
      .sort()
      .join("\n");
  return written(some) === written(others);
}
