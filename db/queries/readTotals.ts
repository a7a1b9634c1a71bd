import type { Database } from "@/db/client";

/** A stored cell: its members in the order of the grain. */
export interface StoredCell extends WantedTotals {
  readonly members: readonly string[];
  readonly amounts: Readonly<Record<string, string | null>>;
}

export interface WantedTotals {
  readonly period: string;
  /** Dimension ids joined by a comma. */
  readonly grain: string;
  /** Only cells that have this member, one institution of hundreds; null for all. */
  readonly member: string | null;
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
  const rows = await sql<(WantedTotals & { cell: string | null; amounts: StoredCell["amounts"] })[]>`
    with wanted as (
      select * from unnest(
        ${wanted.map(({ period }) => period)}::text[],
        ${wanted.map(({ grain }) => grain)}::text[],
        ${wanted.map(({ member }) => member)}::text[]
      ) as wanted (period, grain, member)
    ),
    stored as (
      select distinct period, batch_id
      from version_totals
      join wanted using (period)
      where version = ${where.version} and region = ${where.region} and starts_with(batch_id, ${where.definitions})
    )
    select stored.period, wanted.grain, wanted.member, totals.cell, totals.amounts
    from stored
    join wanted using (period)
    left join totals
      on totals.batch_id = stored.batch_id and totals.scheme = ${where.scheme} and totals.grain = wanted.grain
      and (wanted.member is null or totals.cell::jsonb ? wanted.member)`;
  const cells = rows.flatMap(({ cell, ...row }) =>
    cell === null ? [] : [{ ...row, members: JSON.parse(cell) as string[] }],
  );
  return { storedPeriods: new Set(rows.map((row) => row.period)), cells };
}
