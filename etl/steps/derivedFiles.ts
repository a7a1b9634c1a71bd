import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Derived } from "@/etl/steps/derive";
import { writeWhole } from "@/etl/steps/writeWhole";

/** What a load's facts were derived for, kept beside its rows so that publishing need not derive them once more. */
export interface DerivedFor extends Derived {
  readonly baseVersion: number;
  readonly publishedOn: string;
  readonly derivedBy: string;
}

const manifest = (warehouseFolder: string, loadId: string) => join(warehouseFolder, "loads", loadId, "derived.json");

export async function keepDerived(warehouseFolder: string, loadId: string, derived: DerivedFor): Promise<void> {
  await writeWhole(manifest(warehouseFolder, loadId), JSON.stringify(derived));
}

/** What was kept, or null where there is nothing. */
export async function readDerived(warehouseFolder: string, loadId: string): Promise<DerivedFor | null> {
  const text = await readFile(manifest(warehouseFolder, loadId), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as DerivedFor);
}
