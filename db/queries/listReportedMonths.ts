import type { Database } from "@/db/client";
import type { Month } from "@/domain/period";

/**
 * The months whose settlements the loads of a version report, of whatever scheme, since a file may hold several; a month
 * that only late rows of another one's file reach is not among them. Null where no load of the version reports any.
 */
export async function listReportedMonths(
  { sql }: Database,
  asked: { version: number; region: string },
): Promise<ReadonlySet<Month> | null> {
  const rows = await sql<{ month: Month }[]>`
    select distinct unnest(extracts.coverage) as month
    from data_versions
    join extracts on extracts.load_id = any(data_versions.load_ids)
    where data_versions.version = ${asked.version}
      and extracts.region = ${asked.region} and extracts.kind = 'settlements'`;
  return rows.length > 0 ? new Set(rows.map(({ month }) => month)) : null;
}
