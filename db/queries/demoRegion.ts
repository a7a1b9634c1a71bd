import type { Database } from "@/db/client";

/** 示例县: a code of its own, so that its synthetic records never meet those of a bureau. */
export const demoRegion = "361031";

/** Enters the demo county as a region, marked so that every page says 演示数据. */
export async function enterDemoRegion({ sql }: Database): Promise<void> {
  await sql`
    insert into regions (code, name, demo) values (${demoRegion}, '示例县', true)
    on conflict (code) do update set name = excluded.name, demo = excluded.demo`;
}
