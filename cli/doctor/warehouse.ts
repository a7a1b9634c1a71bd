import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import type { Installation } from "@/db/open";
import { type DataVersion, readDataVersion } from "@/db/queries/readDataVersion";
import type { FactFile } from "@/domain/factFile";
import { leftovers } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";

/** DuckDB, the current version and its files, and what cut-off runs have left. */
export async function examineWarehouse(installation: Installation): Promise<Finding[]> {
  const { home, database } = installation;
  const version = (await readDataVersion(database, null))!;
  const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
  try {
    const [engine] = await warehouse.rows("select version() as version");
    return [
      ok("duckdb", { version: String(engine!.version) }),
      ok("version", { version: version.version }),
      await examineFiles(warehouse, home.warehouseFolder, version),
      await examineLeftovers(installation),
    ];
  } finally {
    warehouse.close();
  }
}

/** Every file of the current version is there, whole (Parquet ends with its directory), and has its rows. */
async function examineFiles(warehouse: Warehouse, folder: string, version: DataVersion): Promise<Finding> {
  const damaged: string[] = [];
  for (const file of version.files) {
    if (!(await isWhole(warehouse, folder, file))) damaged.push(file.path);
  }
  const details = { count: version.files.length, damaged: damaged.length, files: damaged.slice(0, 5).join("、") };
  return damaged.length > 0 ? fail("files", details) : ok("files", details);
}

async function isWhole(warehouse: Warehouse, folder: string, file: FactFile): Promise<boolean> {
  const path = join(folder, file.path);
  try {
    await stat(path);
    const [row] = await warehouse.rows("select num_rows::varchar as rows from parquet_file_metadata($1)", [path]);
    return row?.rows === String(file.rows);
  } catch {
    return false;
  }
}

async function examineLeftovers(installation: Installation): Promise<Finding> {
  const found = await leftovers(installation);
  if (found === null) return ok("leftovers.busy");
  const details = { count: found.length, files: found.slice(0, 3).join("、") };
  return found.length > 0 ? warn("leftovers", details) : ok("leftovers", details);
}
