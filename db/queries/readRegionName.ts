import type { Database } from "@/db/client";

/** What a region is called, or null where nothing was ever kept of it. */
export async function readRegionName({ sql }: Database, code: string): Promise<string | null> {
  const [region] = await sql<{ name: string }[]>`select name from regions where code = ${code}`;
  return region?.name ?? null;
}
