import { readdir, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Installation } from "@/db/open";
import { listFilesInUse } from "@/db/queries/listFilesInUse";
import { readDerived } from "@/etl/steps/derivedFiles";
import { isOwned } from "@/etl/steps/ownFolder";
import { unlessWriting } from "@/etl/steps/workLock";

/**
 * Paths that no version and no waiting load names: what a run that was cut off has left, in the spill folder and in the
 * warehouse. Relative to the root of the installation. Null while somebody is writing.
 */
export function leftovers(installation: Installation): Promise<string[] | null> {
  return unlessWriting(installation.database, () => findLeftovers(installation));
}

/** Removes them; answers what was removed, or null when somebody is writing and nothing was touched. */
export function sweep(installation: Installation): Promise<string[] | null> {
  return unlessWriting(installation.database, async () => {
    const found = await findLeftovers(installation);
    for (const path of found) await rm(join(installation.home.root, path), { recursive: true, force: true });
    return found;
  });
}

async function findLeftovers({ home, database }: Installation): Promise<string[]> {
  const { warehouseFolder, spillFolder } = home;
  const used = await listFilesInUse(database);
  const facts = new Set(used.factPaths);
  for (const loadId of used.waitingLoads) {
    for (const { path } of (await readDerived(warehouseFolder, loadId))?.files ?? []) facts.add(path);
  }
  const loads = new Set(used.loads);
  const stray = [
    ...(await entries(spillFolder)).filter((name) => !isOwned(name)).map((name) => join(spillFolder, name)),
    ...(await entries(join(warehouseFolder, "loads")))
      .filter((loadId) => !loads.has(loadId))
      .map((loadId) => join(warehouseFolder, "loads", loadId)),
    ...(await filesBelow(join(warehouseFolder, "facts"))).filter((file) => !facts.has(relative(warehouseFolder, file))),
  ];
  return stray.map((path) => relative(home.root, path));
}

async function entries(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
