import { join } from "node:path";
import { isThere } from "@/db/isThere";
import type { Installation } from "@/db/open";
import { listExtracts } from "@/db/queries/listExtracts";
import { listVersionTotals, type VersionTotal } from "@/db/queries/listVersionTotals";
import { publishVersion } from "@/db/queries/publishVersion";
import { type DataVersion, readDataVersion } from "@/db/queries/readDataVersion";
import { type LoadRow, readLoad } from "@/db/queries/readLoad";
import { type InstitutionRow, saveInstitutions } from "@/db/queries/saveInstitutions";
import { PlainError } from "@/domain/errors";
import type { FactFile } from "@/domain/factFile";
import { standardPeriods } from "@/domain/period";
import { type Derived, derive } from "@/etl/steps/derive";
import { isUntouched, readDerived } from "@/etl/steps/derivedFiles";
import { type ExtractInForce, extractsInForce, loadsInForce } from "@/etl/steps/inForce";
import { mark } from "@/etl/steps/mark";
import { rulesOf } from "@/etl/steps/rulesOf";
import { writtenBy } from "@/etl/steps/submit";
import { totalPeriods } from "@/etl/steps/total";
import { contentHashOf, dayOf, type PublishedRegion, regionState } from "@/etl/steps/versionState";
import { withWarehouse } from "@/etl/steps/withWarehouse";
import { whilePublishing } from "@/etl/steps/workLock";
import type { Warehouse } from "@/warehouse/connection";

export interface Publication {
  readonly loadId: string;
  /** The version that everybody sees from now on. */
  readonly dataVersion: number;
  readonly contentHash: string;
  /** The load was published before: nothing has changed. */
  readonly unchanged: boolean;
}

/**
 * Publishes a load that waits: one new data version. Throws PlainError L-701 for an unknown load, L-702 for one that
 * does not wait, L-127 when its months have moved since it was checked; then nothing has changed.
 */
export async function publish(installation: Installation, loadId: string, now: Date): Promise<Publication> {
  const { home, database } = installation;
  return whilePublishing(database, async (session) => {
    const base = (await readDataVersion(database, null))!;
    const load = await readLoad(database, loadId);
    if (!load) throw new PlainError("L-701", { load: loadId });
    if (load.state === "published") {
      return { loadId, dataVersion: base.version, contentHash: base.contentHash, unchanged: true };
    }
    if (load.state !== "ready") throw new PlainError("L-702", { load: loadId });
    mark("locked");
    return withWarehouse(home, async (warehouse) => {
      const version = await prepare(warehouse, installation, { load, base, now });
      await requireFiles(home.warehouseFolder, version.files, base.files);
      mark("before_pointer");
      const moved = await publishVersion(session, {
        ...version,
        loadId,
        restoredFrom: null,
        rederivedRegion: null,
        publishedAt: now,
      });
      if (!moved) throw new PlainError("L-127", { version: base.version + 1 });
      mark("after_pointer");
      return { loadId, dataVersion: version.version, contentHash: version.contentHash, unchanged: false };
    });
  });
}

interface Prepared {
  readonly version: number;
  readonly loadIds: readonly string[];
  readonly files: readonly FactFile[];
  readonly contentHash: string;
  readonly totals: readonly VersionTotal[];
}

/** Everything the version needs, written and compared; nobody sees any of it. */
async function prepare(
  warehouse: Warehouse,
  installation: Installation,
  { load, base, now }: { load: LoadRow; base: DataVersion; now: Date },
): Promise<Prepared> {
  const { database } = installation;
  const { region, loadId } = load;
  const before = await regionState(database, base, region);
  const added = await listExtracts(database, region, [loadId]);
  const after = extractsInForce([...before.extracts, ...added]);
  await requireUnmoved(installation, load, base, added);
  const derived = await derivedNow(warehouse, installation, { load, base, before, after, now });
  mark("derived");
  const content = await contentOf(warehouse, installation, { region, base, derived });
  const inForce = new Set(loadsInForce(after));
  const ofRegion = new Set(before.extracts.map((extract) => extract.loadId));
  return {
    ...content,
    version: base.version + 1,
    loadIds: [...base.loadIds.filter((id) => !ofRegion.has(id) || inForce.has(id)), loadId],
  };
}

/** What a version with a region derived anew consists of: the lists of institutions and the totals are stored now. */
export async function contentOf(
  warehouse: Warehouse,
  installation: Installation,
  { region, base, derived }: { region: string; base: DataVersion; derived: Derived },
): Promise<Pick<Prepared, "files" | "totals" | "contentHash">> {
  const { database, home } = installation;
  const files = [...base.files.filter((file) => file.region !== region), ...derived.files];
  await publishInstitutions(warehouse, installation, derived.files);
  const totalled = await totalPeriods(warehouse, database, {
    region,
    files: [...derived.files],
    warehouseFolder: home.warehouseFolder,
    periods: standardPeriods(monthsWithFacts(derived.files)),
  });
  mark("totalled");
  const others = (await listVersionTotals(database, base.version)).filter((total) => total.region !== region);
  const totals = [...others, ...totalled.map(({ period, batchId }) => ({ region, period, batchId }))];
  return { files, totals, contentHash: await contentHashOf(database, files, totals) };
}

/**
 * What the load was consented to must still be what it does: neither a month that it covers nor one that it changes may
 * have moved since it was checked.
 */
async function requireUnmoved(
  { database }: Installation,
  load: LoadRow,
  base: DataVersion,
  extracts: readonly { coverage: readonly string[] }[],
): Promise<void> {
  if (load.baseVersion === base.version) return;
  const checked = load.baseVersion === 0 ? null : await readDataVersion(database, load.baseVersion);
  const parts = new Set([
    ...extracts.flatMap(({ coverage }) => coverage),
    ...load.report.changes.map(({ month }) => month),
  ]);
  const replacesWhole = extracts.some(({ coverage }) => coverage.length === 0);
  const contentsOf = (files: readonly FactFile[]) =>
    files
      .filter((file) => file.region === load.region && (replacesWhole || parts.has(file.partition)))
      .map((file) => `${file.table} ${file.partition} ${file.contentHash}`)
      .sort();
  const then = contentsOf(checked?.files ?? []);
  const today = contentsOf(base.files);
  const moved = [...then.filter((file) => !today.includes(file)), ...today.filter((file) => !then.includes(file))];
  if (moved.length > 0) {
    const months = [...new Set(moved.map((file) => file.split(" ")[1]!))].sort();
    throw new PlainError("L-127", { version: base.version, months: months.slice(0, 6).join("、") });
  }
}

/**
 * The facts as derived when the load was read, where nothing has moved since; else derived anew. Files that are gone or
 * were changed meanwhile are written once more, and must come to what was consented to: else L-903.
 */
async function derivedNow(
  warehouse: Warehouse,
  { home }: Installation,
  version: {
    load: LoadRow;
    base: DataVersion;
    before: PublishedRegion;
    after: readonly ExtractInForce[];
    now: Date;
  },
): Promise<Derived> {
  const { load, base, before, after } = version;
  const { warehouseFolder } = home;
  const publishedOn = dayOf(version.now);
  const kept = await readDerived(warehouseFolder, load.loadId);
  const isUnmoved = kept?.baseVersion === base.version && kept.derivedBy === rulesOf(before.localCodes);
  if (isUnmoved && kept.publishedOn === publishedOn && (await isUntouched(warehouseFolder, kept))) return kept;
  const derived = await derive(warehouse, {
    region: load.region,
    warehouseFolder,
    before,
    after,
    version: base.version + 1,
    localCodes: before.localCodes,
    publishedOn,
    writtenBy: writtenBy(load.loadId, base.version + 1, publishedOn),
  });
  // On another day other rows are first seen, which is no part of the content.
  if (isUnmoved) requireSameContent(kept.files, derived.files);
  return derived;
}

/** Throws PlainError L-903 naming the first table and part that came to something else. */
function requireSameContent(consented: readonly FactFile[], derived: readonly FactFile[]): void {
  const contentOf = ({ table, partition, contentHash }: FactFile) => `${table} ${partition} ${contentHash}`;
  const [then, now] = [consented, derived].map((files) => new Set(files.map(contentOf)));
  const other = [...consented, ...derived].find((file) => !(then!.has(contentOf(file)) && now!.has(contentOf(file))));
  if (other) throw new PlainError("L-903", { table: other.table, partition: other.partition }, "failed");
}

async function publishInstitutions(
  warehouse: Warehouse,
  { database, home }: Installation,
  files: readonly FactFile[],
): Promise<void> {
  for (const { path, contentHash } of files.filter(({ table }) => table === "dim_institutions")) {
    const rows = await warehouse.rows("select * exclude (region) from read_parquet($1)", [
      join(home.warehouseFolder, path),
    ]);
    await saveInstitutions(database, contentHash, rows as unknown as InstitutionRow[]);
  }
}

function monthsWithFacts(files: readonly FactFile[]): string[] {
  const tables = ["fct_settlements", "fct_enrolment", "fct_manual_aid"];
  return [...new Set(files.filter(({ table }) => tables.includes(table)).map(({ partition }) => partition))].sort();
}

/** The pointer may only move to files that stand on disk. Throws PlainError L-903. */
export async function requireFiles(
  warehouseFolder: string,
  files: readonly FactFile[],
  known: readonly FactFile[],
): Promise<void> {
  const knownPaths = new Set(known.map(({ path }) => path));
  const added = files.filter(({ path }) => !knownPaths.has(path));
  const present = await presenceOf(warehouseFolder, added);
  const missing = added[present.indexOf(false)];
  if (missing) throw new PlainError("L-903", { table: missing.table, partition: missing.partition }, "failed");
}

export async function allPresent(warehouseFolder: string, files: readonly FactFile[]): Promise<boolean> {
  return (await presenceOf(warehouseFolder, files)).every(Boolean);
}

const presenceOf = (warehouseFolder: string, files: readonly FactFile[]): Promise<boolean[]> =>
  Promise.all(files.map(({ path }) => isThere(join(warehouseFolder, path))));
