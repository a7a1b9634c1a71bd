import type { Database } from "@/db/client";
import type { LoadRow } from "@/db/queries/readLoad";

/** The newest loads, newest first: of one region, or of all for null; at most `limit`, or every one for null. */
export async function listLoads(
  { sql }: Database,
  region: string | null = null,
  limit: number | null = 200,
): Promise<LoadRow[]> {
  return sql<LoadRow[]>`
    select
      loads.load_id as "loadId",
      region,
      scheme,
      state,
      created_at::text as "createdAt",
      base_version as "baseVersion",
      data_versions.version,
      report
    from loads
    left join data_versions on data_versions.load_id = loads.load_id
    where ${region === null ? sql`true` : sql`region = ${region}`}
    order by created_at desc, loads.load_id desc
    limit ${limit}`;
}
