import type { Database } from "@/db/client";

/** The load by which a bureau has corrected another, published or waiting: the newest; null when there is none. */
export async function correctionOf({ sql }: Database, loadId: string): Promise<string | null> {
  const [row] = await sql<{ loadId: string }[]>`
    select load_id as "loadId"
    from loads
    where report ->> 'corrects' = ${loadId} and state in ('ready', 'published')
    order by created_at desc, load_id desc
    limit 1`;
  return row?.loadId ?? null;
}
