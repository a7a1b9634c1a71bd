import type { Database } from "@/db/client";

/** A stored cell: its members in the order of the grain. */
export interface StoredCell {
  readonly period: string;
  readonly grain: string;
  readonly members: readonly string[];
  readonly amounts: Readonly<Record<string, string | null>>;
}

export interface WantedTotals {
  readonly period: string;
  /** Dimension ids joined by a comma. */
  readonly grain: string;
}

/**
 * The cells of some periods and grains in a version, and which of the periods are stored at all by the definitions in
 * force (`definitions` is the beginning of a batch id). One statement, whatever is asked.
 */
export async function readTotals(
  { sql }: Database,
  where: { version: number; region: string; scheme: string; definitions: string },
  wanted: readonly WantedTotals[],
): Promise<{ storedPeriods: ReadonlySet<string>; cells: StoredCell[] }> {
  const rows = await sql<{ period: string; grain: string | null; cell: string; amounts: StoredCell["amounts"] }[]>`
    with wanted as (
      select * from unnest(${wanted.map((one) => one.period)}::text[], ${wanted.map((one) => one.grain)}::text[])
        as wanted (period, grain)
    ),
    stored as (
      select distinct period, batch_id
      from version_totals
      join wanted using (period)
      where version = ${where.version} and region = ${where.region} and starts_with(batch_id, ${where.definitions})
    )
    select stored.period, totals.grain, totals.cell, totals.amounts
    from stored
    join wanted using (period)
    left join totals
      on totals.batch_id = stored.batch_id and totals.scheme = ${where.scheme} and totals.grain = wanted.grain`;
  const cells = rows.flatMap(({ period, grain, cell, amounts }) =>
    grain === null ? [] : [{ period, grain, members: JSON.parse(cell) as string[], amounts }],
  );
  return { storedPeriods: new Set(rows.map((row) => row.period)), cells };
}
