import type postgres from "postgres";

/**
 * Publishes a version without a region and takes its loads, totals, settings, scenarios, assessments and name away, in one
 * statement: from versions before, too, whose files are about to be deleted. False, and nothing has changed, when the
 * pointer stands elsewhere.
 */
export async function removeRegion(
  sql: postgres.Sql,
  removal: { region: string; version: number; publishedAt: Date; contentHash: string },
): Promise<boolean> {
  const { region, version, publishedAt, contentHash } = removal;
  const rows = await sql`
    with moved as (
      update publication set version = ${version} where version = ${version - 1} returning version
    ),
    gone as (
      select load_id from loads where region = ${region} and exists (select from moved)
    ),
    remaining as (
      select
        version,
        coalesce((select jsonb_agg(file) from jsonb_array_elements(files) as file where file ->> 'region' <> ${region}),
          '[]'::jsonb) as files,
        array(
          select load_id from unnest(load_ids) with ordinality as kept (load_id, place)
          where load_id not in (select load_id from gone)
          order by place
        ) as load_ids
      from data_versions
      where exists (select from moved)
    ),
    rewritten as (
      update data_versions
      set
        files = remaining.files,
        load_ids = remaining.load_ids,
        load_id = case when data_versions.load_id in (select load_id from gone) then null else data_versions.load_id end
      from remaining
      where remaining.version = data_versions.version
    ),
    added as (
      insert into data_versions (version, published_at, load_id, restored_from, load_ids, content_hash, files)
      select
        moved.version,
        ${publishedAt.toISOString()},
        null,
        null,
        remaining.load_ids,
        ${contentHash},
        remaining.files
      from moved
      inner join remaining on remaining.version = moved.version - 1
    ),
    kept_totals as (
      insert into version_totals (version, region, period, batch_id)
      select moved.version, region, period, batch_id
      from version_totals
      inner join moved on version_totals.version = moved.version - 1
      where region <> ${region}
    ),
    dropped_totals as (
      delete from version_totals where region = ${region} and exists (select from moved) returning batch_id
    ),
    dropped_batches as (
      delete from totals
      where batch_id in (select batch_id from version_totals where region = ${region})
        and batch_id not in (select batch_id from version_totals where region <> ${region})
        and exists (select from moved)
    ),
    dropped_extracts as (
      delete from extracts where load_id in (select load_id from gone)
    ),
    dropped_loads as (
      delete from loads where load_id in (select load_id from gone)
    ),
    lists as (
      select distinct file ->> 'contentHash' as list_hash, file ->> 'region' = ${region} as own
      from data_versions
      cross join jsonb_array_elements(files) as file
      where file ->> 'table' = 'dim_institutions'
    ),
    dropped_institutions as (
      delete from institutions
      where list_hash in (select list_hash from lists where own)
        and list_hash not in (select list_hash from lists where not own)
        and exists (select from moved)
    ),
    dropped_scenarios as (
      delete from scenarios where region = ${region} and exists (select from moved)
    ),
    dropped_changes as (
      delete from assessment_changes
      where id in (select id from assessments where region = ${region}) and exists (select from moved)
    ),
    dropped_assessments as (
      delete from assessments where region = ${region} and exists (select from moved)
    ),
    dropped_settings as (
      delete from settings where region = ${region} and exists (select from moved)
    ),
    dropped_region as (
      delete from regions where code = ${region} and exists (select from moved)
    )
    select version from moved`;
  return rows.length === 1;
}
