import type { Database } from "@/db/client";

/** Gives up a load that waits; false when it does not wait (any more). */
export async function discardLoad({ sql }: Database, loadId: string): Promise<boolean> {
  const rows = await sql`
    update loads set state = 'discarded' where load_id = ${loadId} and state = 'ready' returning load_id`;
  return rows.length === 1;
}
