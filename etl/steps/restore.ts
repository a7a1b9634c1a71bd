import type { Installation } from "@/db/open";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import { publishVersion } from "@/db/queries/publishVersion";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { allPresent } from "@/etl/steps/publish";
import { contentHashOf } from "@/etl/steps/versionState";
import { whilePublishing } from "@/etl/steps/workLock";

export interface Restoration {
  readonly restoredFrom: number;
  /** The version that everybody sees from now on. */
  readonly dataVersion: number;
  readonly contentHash: string;
}

/**
 * Publishes a new version with the content of an earlier one: its files, its totals, its loads in force. Throws
 * PlainError L-703 for an unknown version, L-705 when its files are gone.
 */
export async function restore(installation: Installation, version: number, now: Date): Promise<Restoration> {
  const { home, database } = installation;
  return whilePublishing(database, async (session) => {
    const current = (await readDataVersion(database, null))!;
    const earlier = await readDataVersion(database, version);
    if (!earlier || version < 1) throw new PlainError("L-703", { version });
    if (!(await allPresent(home.warehouseFolder, earlier.files))) throw new PlainError("L-705", { version }, "failed");
    const totals = await listVersionTotals(database, version);
    // Worked out anew: a region may have been removed from the earlier version since it was published.
    const contentHash = await contentHashOf(database, earlier.files, totals);
    const moved = await publishVersion(session, {
      version: current.version + 1,
      publishedAt: now,
      loadId: null,
      restoredFrom: version,
      rederivedRegion: null,
      loadIds: earlier.loadIds,
      contentHash,
      files: earlier.files,
      totals,
    });
    if (!moved) throw new PlainError("L-127", { version: current.version + 1 });
    return { restoredFrom: version, dataVersion: current.version + 1, contentHash };
  });
}
