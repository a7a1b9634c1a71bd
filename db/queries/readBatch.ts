import type { Database } from "@/db/client";
import type { NewCell } from "@/db/queries/writeTotals";

/** The cells of one batch of totals as they are stored now. */
export async function readBatch({ sql }: Database, batchId: string): Promise<NewCell[]> {
  const rows = await sql<(Omit<NewCell, "members"> & { cell: string })[]>`
    select scheme, grain, cell, amounts from totals where batch_id = ${batchId}`;
  return rows.map(({ cell, ...row }) => ({ ...row, members: JSON.parse(cell) as string[] }));
}
