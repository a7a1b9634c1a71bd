import type { Database } from "@/db/client";
import type { Home } from "@/db/home";
import { readCurrentVersion, readVersionFiles } from "@/db/queries/readVersion";
import { PlainError } from "@/domain/errors";
import type { FactFile } from "@/domain/factFile";
import type { Month } from "@/domain/period";
import type { FactSource } from "@/warehouse/factViews";

/** One region in one data version. */
export interface Publication {
  readonly version: number;
  readonly region: string;
  readonly home: Home;
  readonly database: Database;
  readonly source: FactSource;
  /** Whether a month has settlements. */
  hasData(month: Month): boolean;
}

/** What a figure is read from: folders and database of an installation. */
export interface Storage {
  readonly home: Home;
  readonly database: Database;
}

/** Files never change once a version is published, so they are read once a process. */
const filesOfVersions = new WeakMap<Database, Map<number, readonly FactFile[]>>();

/**
 * The region as it is in a version, or in the current one for null. Throws PlainError Q-101 when nothing is published,
 * Q-102 when there is no such version, Q-103 when it has no settlements of the region.
 */
export async function openPublication(storage: Storage, region: string, asOf: number | null): Promise<Publication> {
  const version = asOf ?? (await readCurrentVersion(storage.database));
  if (version === null) throw new PlainError("Q-101");
  const files = await filesOf(storage.database, version);
  const own = files.filter((file) => file.region === region);
  const months = new Set(
    own.filter((file) => file.table === "fct_settlements" && file.rows > 0).map((file) => file.partition),
  );
  if (own.length === 0) throw new PlainError("Q-103", { region, version });
  const source = { files: own, warehouseFolder: storage.home.warehouseFolder, region };
  return { ...storage, version, region, source, hasData: (month) => months.has(month) };
}

async function filesOf(database: Database, version: number): Promise<readonly FactFile[]> {
  const known = filesOfVersions.get(database) ?? new Map<number, readonly FactFile[]>();
  filesOfVersions.set(database, known);
  const files = known.get(version) ?? (await readVersionFiles(database, version));
  if (!files) throw new PlainError("Q-102", { version });
  known.set(version, files);
  return files;
}
