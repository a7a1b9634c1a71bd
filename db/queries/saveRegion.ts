import type { Database } from "@/db/client";

/** Names a region, new or known; a region keeps its mark 演示数据. */
export async function saveRegion({ sql }: Database, code: string, name: string): Promise<void> {
  await sql`
    insert into regions (code, name) values (${code}, ${name})
    on conflict (code) do update set name = excluded.name`;
}
