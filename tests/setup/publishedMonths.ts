import { join } from "node:path";
import type { Installation } from "@/db/open";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { Warehouse } from "@/warehouse/connection";

/** Pool payments by month, straight from the files of a version (null: the current one). */
export async function publishedMonths(
  installation: Installation,
  version: number | null = null,
): Promise<Record<string, string>> {
  const { warehouseFolder, spillFolder } = installation.home;
  const warehouse = await Warehouse.open({ folders: [warehouseFolder], spillFolder });
  try {
    return await monthsOf(warehouse, installation, version);
  } finally {
    warehouse.close();
  }
}

/** The same in a session that is open already. */
export async function monthsOf(
  warehouse: Warehouse,
  { home, database }: Installation,
  version: number | null,
): Promise<Record<string, string>> {
  const { files } = (await readDataVersion(database, version))!;
  const months: Record<string, string> = {};
  for (const { partition, path } of files.filter(({ table }) => table === "fct_settlements")) {
    const [row] = await warehouse.rows("select sum(pool_pay_amount)::varchar as pool from read_parquet($1)", [
      join(home.warehouseFolder, path),
    ]);
    months[partition] = String(row!.pool);
  }
  return months;
}
