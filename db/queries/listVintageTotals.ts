import type { Database } from "@/db/client";
import type { Month } from "@/domain/period";

/** What a version that was published in the month after `seenAtEndOf` said of one cell in one month. */
export interface VintageTotal {
  readonly version: number;
  readonly seenAtEndOf: Month;
  readonly month: Month;
  /** The members of the cell in the order of the grain; null where the scheme had no cell in the month. */
  readonly members: readonly string[] | null;
  /** Exact decimal. */
  readonly amount: string;
}

/**
 * One measure by month, as each version up to `upTo` stored it, earliest first: of the versions of a calendar month the
 * last. Totals under older definitions are taken as they are: that is what was said then.
 */
export async function listVintageTotals(
  { sql }: Database,
  asked: { region: string; scheme: string; grain: string; measure: string; upTo: number },
): Promise<VintageTotal[]> {
  const rows = await sql<(Omit<VintageTotal, "members"> & { cell: string | null })[]>`
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
      version_totals.period as month,
      totals.cell,
      coalesce(totals.amounts ->> ${asked.measure}, '0') as amount
    from seen
    join version_totals on version_totals.version = seen.version and version_totals.region = ${asked.region}
    left join totals
      on totals.batch_id = version_totals.batch_id and totals.scheme = ${asked.scheme} and totals.grain = ${asked.grain}
    where version_totals.period ~ '^[0-9]{4}-[0-9]{2}$'
    order by seen.seen_at_end_of, version_totals.period`;
  return rows.map(({ cell, ...row }) => ({ ...row, members: cell === null ? null : (JSON.parse(cell) as string[]) }));
}
