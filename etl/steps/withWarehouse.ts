import { rm } from "node:fs/promises";
import type { Home } from "@/db/home";
import { isOutOfSpace, PlainError } from "@/domain/errors";
import { ownFolder } from "@/etl/steps/ownFolder";
import { Warehouse } from "@/warehouse/connection";

/**
 * Runs `work` with a warehouse session that spills into a folder of its own: DuckDB names its files by number only. Throws
 * PlainError L-906 when the disk is full.
 */
export async function withWarehouse<T>(home: Home, work: (warehouse: Warehouse) => Promise<T>): Promise<T> {
  let spillFolder: string | null = null;
  try {
    spillFolder = await ownFolder(home.spillFolder, "work");
    const warehouse = await Warehouse.open({ folders: [home.warehouseFolder, home.spillFolder], spillFolder });
    try {
      return await work(warehouse);
    } finally {
      warehouse.close();
    }
  } catch (error) {
    throw isOutOfSpace(error) ? new PlainError("L-906", {}, "failed") : error;
  } finally {
    if (spillFolder) await rm(spillFolder, { recursive: true, force: true });
  }
}
