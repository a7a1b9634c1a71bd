import type { Database } from "@/db/client";

/**
 * The newest load with all that a bureau has corrected of another, published or waiting; null when there is none. One that
 * waited may have been given up for the next.
 */
export async function correctionOf({ sql }: Database, loadId: string): Promise<string | null> {
  const [row] = await sql<{ loadId: string }[]>`
    with recursive corrections as (
      select load_id, state, created_at from loads where report ->> 'corrects' = ${loadId}
      union all
      select loads.load_id, loads.state, loads.created_at
      from loads
      inner join corrections on loads.report ->> 'corrects' = corrections.load_id
    )
    select load_id as "loadId"
    from corrections
    where state in ('ready', 'published')
    order by created_at desc, load_id desc
    limit 1`;
  return row?.loadId ?? null;
}
