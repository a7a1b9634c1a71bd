import { join } from "node:path";
import { literal } from "@/domain/sqlLiteral";
import type { Warehouse } from "@/warehouse/connection";
import { pathList } from "../sql/literals";

/** What recent months of the same region and scheme looked like. */
export interface RecentMonths {
  /** Rows of settlements in a month. */
  readonly rowsPerMonth: number;
  /** Median fee of a settlement, in yuan; null where none has a fee. Worked out when it is asked for: few files are doubted. */
  readonly medianFee: () => Promise<number | null>;
}

const monthsBack = 6;

/**
 * Recent months of one scheme, from the accepted rows of the extracts in force (paths relative to the warehouse folder):
 * the last six that they cover. Null where there are none.
 */
export async function readRecentMonths(
  warehouse: Warehouse,
  warehouseFolder: string,
  extracts: readonly { readonly kind: string; readonly path: string; readonly parts: readonly string[] }[],
): Promise<RecentMonths | null> {
  const settlements = extracts.filter(({ kind }) => kind === "settlements");
  const months = [...new Set(settlements.flatMap(({ parts }) => parts))].sort().slice(-monthsBack);
  const recent = settlements.filter(({ parts }) => parts.some((month) => months.includes(month)));
  if (recent.length === 0) return null;
  const rows = `from read_parquet(${pathList(recent.map(({ path }) => join(warehouseFolder, path)))})
     where month in (${months.map(literal).join(", ")})`;
  const [counted] = await warehouse.rows<{ rows: string }>(`select count(*) as rows ${rows}`);
  if (counted!.rows === "0") return null;
  const medianFee = async () => {
    const [found] = await warehouse.rows<{ median: string | null }>(
      `select approx_quantile(abs(total_fee_amount), 0.5)::varchar as median ${rows} and total_fee_amount <> 0`,
    );
    return found!.median === null ? null : Number(found!.median);
  };
  return { rowsPerMonth: Number(counted!.rows) / months.length, medianFee };
}
