import type { Database } from "@/db/client";
import { type LoadRow, selectLoads } from "@/db/queries/readLoad";

/** The newest loads, newest first: of one region, or of all for null; at most `limit`, or every one for null. */
export async function listLoads(
  { sql }: Database,
  region: string | null = null,
  limit: number | null = 200,
): Promise<LoadRow[]> {
  return sql<LoadRow[]>`
    ${selectLoads(sql)}
    where ${region === null ? sql`true` : sql`region = ${region}`}
    order by created_at desc, loads.load_id desc
    limit ${limit}`;
}
