import type { Database } from "@/db/client";

/** A published version without its files. */
export interface VersionRow {
  readonly version: number;
  /** 2018-07-05 09:00:00+08 */
  readonly publishedAt: string;
  /** The load that brought it; null for a restore and for the removal of a region. */
  readonly loadId: string | null;
  readonly restoredFrom: number | null;
  /** The region whose months were derived anew from the same loads, else null. */
  readonly rederivedRegion: string | null;
  /** Loads in force, in the order of their publication. */
  readonly loadIds: readonly string[];
  readonly contentHash: string;
  readonly current: boolean;
}

/** Every version, newest first. */
export async function listVersions({ sql }: Database): Promise<VersionRow[]> {
  return sql<VersionRow[]>`
    select
      data_versions.version,
      published_at::text as "publishedAt",
      load_id as "loadId",
      restored_from as "restoredFrom",
      rederived_region as "rederivedRegion",
      load_ids as "loadIds",
      content_hash as "contentHash",
      data_versions.version = publication.version as current
    from data_versions
    cross join publication
    order by data_versions.version desc`;
}
