import { join } from "node:path";
import type { Installation } from "@/db/open";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { Warehouse } from "@/warehouse/connection";

/** Pool payments by month, straight from the files of a version (null: the current one). */
export async function publishedMonths(
  { home, database }: Installation,
  version: number | null = null,
): Promise<Record<string, string>> {
  const { files } = (await readDataVersion(database, version))!;
  const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
  try {
    const months: Record<string, string> = {};
    for (const { partition, path } of files.filter(({ table }) => table === "fct_settlements")) {
      const [row] = await warehouse.rows("select sum(pool_pay_amount)::varchar as pool from read_parquet($1)", [
        join(home.warehouseFolder, path),
      ]);
      months[partition] = String(row!.pool);
    }
    return months;
  } finally {
    warehouse.close();
  }
}
