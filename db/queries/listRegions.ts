import type { Database } from "@/db/client";

/** A bureau whose extracts are kept here. */
export interface RegionRow {
  readonly code: string;
  readonly name: string;
  readonly demo: boolean;
}

/** Every region, by code. */
export async function listRegions({ sql }: Database): Promise<RegionRow[]> {
  return sql<RegionRow[]>`select code, name, demo from regions order by code`;
}
