import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Derived } from "@/etl/steps/derive";

/** What a load's facts were derived for, kept beside its rows so that publishing need not derive them once more. */
export interface DerivedFor extends Derived {
  readonly baseVersion: number;
  readonly publishedOn: string;
  readonly derivedBy: string;
}

const manifest = (warehouseFolder: string, loadId: string) => join(warehouseFolder, "loads", loadId, "derived.json");

export async function keepDerived(warehouseFolder: string, loadId: string, derived: DerivedFor): Promise<void> {
  const path = manifest(warehouseFolder, loadId);
  const handle = await open(`${path}.tmp`, "w");
  try {
    await handle.writeFile(JSON.stringify(derived));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
}

/** What was kept, or null where there is nothing. */
export async function readDerived(warehouseFolder: string, loadId: string): Promise<DerivedFor | null> {
  const text = await readFile(manifest(warehouseFolder, loadId), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as DerivedFor);
}
