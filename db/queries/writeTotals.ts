import type { Database } from "@/db/client";

/** A cell to store; see db/schema/totals.ts. */
export interface NewCell {
  readonly scheme: string;
  readonly grain: string;
  readonly members: readonly string[];
  readonly amounts: Readonly<Record<string, string | null>>;
}

/** Which of these batches are stored. A batch is there whole or not at all. */
export async function findBatches({ sql }: Database, batchIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ batchId: string }[]>`
    select batch_id as "batchId"
    from unnest(${[...batchIds]}::text[]) as wanted (batch_id)
    where exists (select from totals where totals.batch_id = wanted.batch_id)`;
  return new Set(rows.map((row) => row.batchId));
}

/**
 * Stores a batch by one statement: all of its cells or none. Two who write the same batch at once both succeed, since
 * equal ids mean equal content.
 */
export async function writeTotals({ sql }: Database, batchId: string, cells: readonly NewCell[]): Promise<void> {
  await sql`
    insert into totals (batch_id, scheme, grain, cell, amounts)
    select ${batchId}, scheme, grain, cell, amounts::jsonb
    from unnest(
      ${cells.map((cell) => cell.scheme)}::text[],
      ${cells.map((cell) => cell.grain)}::text[],
      ${cells.map((cell) => JSON.stringify(cell.members))}::text[],
      ${cells.map((cell) => JSON.stringify(cell.amounts))}::text[]
    ) as cells (scheme, grain, cell, amounts)
    on conflict do nothing`;
}
