import type postgres from "postgres";
import type { Database } from "@/db/client";
import type { LoadReport, LoadState } from "@/domain/load";

/** One run of the loader with its report. */
export interface LoadRow {
  readonly loadId: string;
  readonly region: string;
  readonly scheme: string;
  readonly state: LoadState;
  /** 2018-07-05 09:00:00+08 */
  readonly createdAt: string;
  readonly baseVersion: number;
  /** The version that it brought; null while it is not published. */
  readonly version: number | null;
  readonly report: LoadReport;
  /** Who typed it on a page, and why; null for files. */
  readonly enteredBy: string | null;
  readonly reason: string | null;
}

/** Every load with the version that it brought; a condition and an order may follow. */
export const selectLoads = (sql: postgres.Sql) => sql`
    select
      loads.load_id as "loadId",
      region,
      scheme,
      state,
      created_at::text as "createdAt",
      base_version as "baseVersion",
      data_versions.version,
      report,
      loads.entered_by as "enteredBy",
      loads.reason
    from loads
    left join data_versions on data_versions.load_id = loads.load_id`;

/** One load, or null when there is none of this id. */
export async function readLoad({ sql }: Database, loadId: string): Promise<LoadRow | null> {
  const [row] = await sql<LoadRow[]>`${selectLoads(sql)} where loads.load_id = ${loadId}`;
  return row ?? null;
}
