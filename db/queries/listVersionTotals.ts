import type { Database } from "@/db/client";

/** Which batch of totals answers for a period of a region in a version. */
export interface VersionTotal {
  readonly region: string;
  readonly period: string;
  readonly batchId: string;
}

export async function listVersionTotals({ sql }: Database, version: number): Promise<VersionTotal[]> {
  return sql<VersionTotal[]>`
    select region, period, batch_id as "batchId" from version_totals where version = ${version}`;
}
