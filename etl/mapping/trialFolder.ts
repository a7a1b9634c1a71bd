import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "@/db/home";
import { ownFolder } from "@/etl/steps/ownFolder";
import { Warehouse } from "@/warehouse/connection";

/**
 * Runs `work` with a folder of its own in the spill folder, gone when this returns or throws. Trials take no lock: the name
 * says which process is at work, so that nobody who cleans up takes it for a leftover.
 */
export async function inTrialFolder<T>(home: Home, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await ownFolder(home.spillFolder, "read");
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with a warehouse session that reaches nothing but such a folder. */
export async function withTrialWarehouse<T>(folder: string, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const spillFolder = join(folder, "session");
  await mkdir(spillFolder);
  const warehouse = await Warehouse.open({ folders: [folder], spillFolder });
  try {
    return await work(warehouse);
  } finally {
    warehouse.close();
  }
}
