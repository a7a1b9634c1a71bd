import { existsSync } from "node:fs";
import { join } from "node:path";
import { heldName } from "@/etl/steps/judged";
import type { Warehouse } from "@/warehouse/connection";

/** A row that was held, as it is shown: nothing in it names a person. */
export interface HeldRow {
  readonly extractNumber: number;
  readonly row: number;
  readonly field: string | null;
  /** The column's name in the file. */
  readonly column: string | null;
  readonly code: string;
  /** What stood there, where it may be shown, else its shape; of a row of another width (L-207) its cells: `22/23`. */
  readonly value: string | null;
  readonly totalFeeAmount: string | null;
  readonly poolPayAmount: string | null;
}

export const heldPath = (warehouseFolder: string, loadId: string, extractNumber: number) =>
  join(warehouseFolder, "loads", loadId, heldName(extractNumber));

/** Where the rows of a load stand that only its version holds; absent for loads from before there were any. */
export const heldInVersionPath = (warehouseFolder: string, loadId: string) =>
  join(warehouseFolder, "loads", loadId, "held-in-version.parquet");

/** The rows of a load that only its version holds. They are right by themselves: there is no cell to correct. */
export async function readHeldInVersion(
  warehouse: Warehouse,
  warehouseFolder: string,
  loadId: string,
): Promise<HeldRow[]> {
  const path = heldInVersionPath(warehouseFolder, loadId);
  if (!existsSync(path)) return [];
  const rows = await warehouse.rows(
    `select extract_number, row_number::varchar as row_number, code, value, total_fee_amount::varchar as fee,
       pool_pay_amount::varchar as pool
     from read_parquet($1) order by extract_number, row_number`,
    [path],
  );
  return rows.map((row) => ({
    extractNumber: Number(row.extract_number),
    row: Number(row.row_number),
    ...{ field: null, column: null, code: String(row.code), value: row.value as string | null },
    totalFeeAmount: row.fee as string | null,
    poolPayAmount: row.pool as string | null,
  }));
}

/** The held rows of one extract, in the order of the file. */
export async function readHeldRows(
  warehouse: Warehouse,
  warehouseFolder: string,
  loadId: string,
  extractNumber: number,
): Promise<HeldRow[]> {
  const rows = await warehouse.rows(
    `select row_number::varchar as row_number, field, column_name, code, value,
       total_fee_amount::varchar as fee, pool_pay_amount::varchar as pool
     from read_parquet($1) order by row_number`,
    [heldPath(warehouseFolder, loadId, extractNumber)],
  );
  return rows.map((row) => ({
    extractNumber,
    row: Number(row.row_number),
    field: row.field as string | null,
    column: row.column_name as string | null,
    code: String(row.code),
    value: row.value as string | null,
    totalFeeAmount: row.fee as string | null,
    poolPayAmount: row.pool as string | null,
  }));
}
