import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "@/db/home";
import { Warehouse } from "@/warehouse/connection";

/** Runs `work` with a warehouse session that spills into a folder of its own: DuckDB names its files by number only. */
export async function withWarehouse<T>(home: Home, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  const spillFolder = await mkdtemp(join(home.spillFolder, "work-"));
  try {
    const warehouse = await Warehouse.open({ folders: [home.warehouseFolder, home.spillFolder], spillFolder });
    try {
      return await work(warehouse);
    } finally {
      warehouse.close();
    }
  } finally {
    await rm(spillFolder, { recursive: true, force: true });
  }
}
