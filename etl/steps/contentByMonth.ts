import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import { pathList } from "@/etl/sql/literals";
import type { Warehouse } from "@/warehouse/connection";

/** Cases and pool payments of settlement facts by month, as exact decimals. */
export async function contentByMonth(
  warehouse: Warehouse,
  warehouseFolder: string,
  files: readonly FactFile[],
): Promise<Map<string, { cases: string; pool_pay_amount: string }>> {
  if (files.length === 0) return new Map();
  const rows = await warehouse.rows<{ month: string; cases: string; pool_pay_amount: string }>(`
select month, sum(cases)::varchar as cases, sum(pool_pay_amount)::varchar as pool_pay_amount
from read_parquet(${pathList(files.map(({ path }) => join(warehouseFolder, path)))})
group by month`);
  return new Map(rows.map((row) => [row.month, row]));
}
