import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { StagedLoad } from "@/etl/steps/judged";
import { writeWhole } from "@/etl/steps/writeWhole";

const manifest = (warehouseFolder: string, loadId: string) => join(warehouseFolder, "loads", loadId, "staged.json");

/** Keeps what reading a load came to, before the version it goes into adds what it finds: corrections begin from there. */
export async function keepStaged(warehouseFolder: string, loadId: string, staged: StagedLoad): Promise<void> {
  await writeWhole(manifest(warehouseFolder, loadId), JSON.stringify(staged));
}

/** What was kept, or null: the load is gone, or older than corrections are. */
export async function readStaged(warehouseFolder: string, loadId: string): Promise<StagedLoad | null> {
  const text = await readFile(manifest(warehouseFolder, loadId), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as StagedLoad);
}
