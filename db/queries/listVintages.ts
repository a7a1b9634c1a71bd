import type { Database } from "@/db/client";
import type { Month } from "@/domain/period";

/** The version published last in the month after `seenAtEndOf`, with the batch that holds each of its months. */
export interface VintageRow {
  readonly version: number;
  readonly seenAtEndOf: Month;
  readonly months: readonly { readonly month: Month; readonly batchId: string }[];
}

/** One measure of a cell: its members in the order of the grain, its amount as exact decimal. */
export interface BatchCell {
  readonly members: readonly string[];
  readonly amount: string;
}

/**
 * The versions up to `upTo` of which something was published in a calendar month, of each month the last, earliest first;
 * and one measure of all batches that they share. Totals under older definitions are taken as they are: that is what was
 * said then.
 */
export async function listVintages(
  { sql }: Database,
  asked: { region: string; scheme: string; grain: string; measure: string; upTo: number },
): Promise<{ vintages: VintageRow[]; batches: ReadonlyMap<string, readonly BatchCell[]> }> {
  const vintages = await sql<VintageRow[]>`
    with seen as (
      select distinct on (seen_at_end_of) seen_at_end_of, version
      from (
        select version, to_char(published_at - interval '1 month', 'YYYY-MM') as seen_at_end_of
        from data_versions
        where version <= ${asked.upTo}
      ) as published
      order by seen_at_end_of, version desc
    )
    select
      seen.version,
      seen.seen_at_end_of as "seenAtEndOf",
      json_agg(json_build_object('month', period, 'batchId', batch_id) order by period) as months
    from seen
    join version_totals on version_totals.version = seen.version and version_totals.region = ${asked.region}
    where period ~ '^[0-9]{4}-[0-9]{2}$'
    group by seen.version, seen.seen_at_end_of
    order by seen.seen_at_end_of`;
  const wanted = [...new Set(vintages.flatMap(({ months }) => months.map(({ batchId }) => batchId)))];
  const rows = await sql<{ batchId: string; cell: string; amount: string }[]>`
    select batch_id as "batchId", cell, coalesce(amounts ->> ${asked.measure}, '0') as amount
    from totals
    where batch_id = any(${wanted}) and scheme = ${asked.scheme} and grain = ${asked.grain}`;
  const batches = new Map<string, BatchCell[]>(wanted.map((batchId) => [batchId, []]));
  for (const { batchId, cell, amount } of rows)
    batches.get(batchId)!.push({ members: JSON.parse(cell) as string[], amount });
  return { vintages, batches };
}
