import { pathList } from "@/etl/sql/literals";
import { registrySpells } from "@/etl/sql/registrySpells";

/**
 * Persons and entries of a registry by status on $day: the same spells as those that facts are derived from, over the
 * files in force. $codes are the rows of the map of identities, as JSON.
 */
export const registryInForce = (files: readonly string[]): string => `
with hardship_registry_rows as (
  select *, true as counts, null::varchar as declared_scheme from read_parquet(${pathList(files)})
),
code_hardship_identities as (
  select unnest(
    from_json($codes, '[{"province": "varchar", "prefix": "varchar", "whole": "boolean", "hardship_status": "varchar"}]'),
    recursive := true
  )
),
${registrySpells}
select
  hardship_status as status,
  count(distinct coalesce(person_key, certificate_key)) filter (
    where begins_at < $day::date + 1 and ends_at >= $day::timestamp
  )::integer as persons,
  count(*)::integer as entries,
  (min(begins_at) filter (where isfinite(begins_at)))::date::varchar as "firstBegins",
  (max(ends_at - interval 1 microsecond) filter (where isfinite(ends_at)))::date::varchar as "lastEnds",
  (count(*) filter (where not isfinite(ends_at)))::integer as open
from registry
group by hardship_status`;
