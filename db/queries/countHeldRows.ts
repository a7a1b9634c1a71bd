import type { Database } from "@/db/client";

/** Rows held back (待核) by the loads in force of one region in a version. */
export async function countHeldRows({ sql }: Database, version: number, region: string): Promise<number> {
  const [row] = await sql<{ held: number }[]>`
    select coalesce(sum((report #>> '{reconciliation,rows,quarantined}')::integer), 0)::integer as held
    from loads
    join data_versions on loads.load_id = any(data_versions.load_ids)
    where data_versions.version = ${version} and loads.region = ${region}`;
  return row!.held;
}
