import type postgres from "postgres";
import type { VersionTotal } from "@/db/queries/listVersionTotals";
import type { FactFile } from "@/domain/factFile";

export interface NewVersion {
  readonly version: number;
  readonly publishedAt: Date;
  /** The load that brings it, or null. */
  readonly loadId: string | null;
  /** The version whose content comes back, or null. */
  readonly restoredFrom: number | null;
  /** The region whose months were derived anew from the same loads, or null. */
  readonly rederivedRegion: string | null;
  readonly loadIds: readonly string[];
  readonly contentHash: string;
  readonly files: readonly FactFile[];
  readonly totals: readonly VersionTotal[];
}

/**
 * Publishes: one statement moves the pointer from the version before, adds the new one with its totals and marks the
 * load. False, and nothing has changed, when the pointer stands elsewhere or the load is not ready; who gives it up at
 * this moment waits, and then finds it published.
 */
export async function publishVersion(sql: postgres.Sql, version: NewVersion): Promise<boolean> {
  const rows = await sql`
    with ready as (
      select from loads where load_id = ${version.loadId} and state = 'ready' for update
    ),
    moved as (
      insert into publication (id, version)
      select 1, ${version.version}
      where ${version.loadId}::text is null or exists (select from ready)
      on conflict (id) do update set version = excluded.version
      where publication.version = ${version.version - 1}
      returning version
    ),
    added as (
      insert into data_versions (
        version, published_at, load_id, restored_from, rederived_region, load_ids, content_hash, files
      )
      select version, ${version.publishedAt.toISOString()}, ${version.loadId}, ${version.restoredFrom},
        ${version.rederivedRegion}, ${[...version.loadIds]}, ${version.contentHash}, ${JSON.stringify(version.files)}::text::jsonb
      from moved
    ),
    totalled as (
      insert into version_totals (version, region, period, batch_id)
      select moved.version, total.region, total.period, total."batchId"
      from moved
      cross join jsonb_to_recordset(${JSON.stringify(version.totals)}::text::jsonb)
        as total (region text, period text, "batchId" text)
    ),
    published as (
      update loads set state = 'published'
      where load_id = ${version.loadId} and exists (select from moved)
    )
    select version from moved`;
  return rows.length === 1;
}
