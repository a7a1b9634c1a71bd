import { registrySpells } from "@/etl/sql/registrySpells";
import { precedenceOf, statusAt } from "@/etl/sql/statusPrecedence";
import { factTables } from "@/warehouse/facts";

/**
 * The hardship registry as one status per person and day (columns: warehouse/facts.ts): where a person holds several,
 * the spells are cut and the first in the order of precedence stands. A status counts for a day that it lasts to the
 * end of; a row that says “none” gives none. Somebody named now by number and now by certificate is one person. Takes $region and $province.
 */
export const registryFacts = `
with ${registrySpells},
numbered as (
  select certificate_key, min(person_key) as person_key
  from registry
  where person_key is not null and certificate_key is not null
  group by certificate_key
),
spells as (
  select
    registry.scheme,
    coalesce(registry.person_key, numbered.person_key, registry.certificate_key) as person_key,
    ${precedenceOf("hardship_status")} as precedence,
    begins_at::date as begins_on,
    (ends_at + interval 1 second)::date as ends_before
  from registry
  left join numbered using (certificate_key)
  where hardship_status <> 'none'
),
lasting as (
  select * from spells where begins_on < ends_before and person_key is not null
),
edges as (
  select distinct scheme, person_key, unnest([begins_on, ends_before]) as day from lasting
),
slices as (
  select *, lead(day) over (partition by scheme, person_key order by day) as next_day from edges
),
resolved as (
  select scheme, person_key, day, next_day, min(precedence) as precedence
  from slices
  inner join lasting using (scheme, person_key)
  where begins_on <= day and day < ends_before
  group by scheme, person_key, day, next_day
),
facts as (
  select
    $region as region,
    scheme,
    person_key,
    ${statusAt("precedence")} as hardship_status,
    nullif(day, '-infinity'::date) as begins_on,
    nullif(next_day, 'infinity'::date) as ends_before
  from resolved
)
select ${Object.entries(factTables.fct_hardship_registry)
  .map(([column, type]) => `cast(${column} as ${type}) as ${column}`)
  .join(", ")}
from facts
order by all`;
