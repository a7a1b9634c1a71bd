import { longestPrefix } from "@/etl/sql/codeLookup";
import { precedenceOf } from "@/etl/sql/statusPrecedence";

/** 建档立卡 ended with the year 2020: from here on it is no status any more. */
const registeredPoorEnds = "timestamp '2021-01-01'";

const identities = longestPrefix(
  "select distinct identity_code as code from hardship_registry_rows where counts and identity_code is not null",
  "code_hardship_identities",
  ["hardship_status"],
);

/**
 * The registry as slices of time that do not overlap: per person, from when until when which statuses were held. Keyed
 * by person, or by certificate where the registry has no person number. A code that no map knows is `unclassified`.
 */
export const createHardshipSlices = `
create or replace temp table hardship_slices as
with identities as (
  ${identities}
),
held as (
  select
    person_key,
    case when person_key is null then certificate_key end as certificate_key,
    coalesce(identities.hardship_status, 'unclassified') as hardship_status,
    coalesce(begins_at, '-infinity'::timestamp) as begins_at,
    case
      when identities.hardship_status = 'registered_poor'
        then least(coalesce(ends_at, 'infinity'::timestamp), ${registeredPoorEnds})
      else coalesce(ends_at, 'infinity'::timestamp)
    end as ends_at
  from hardship_registry_rows
  left join identities on identities.code = identity_code
  where counts and coalesce(person_key, certificate_key) is not null
),
valid as (
  select * from held where begins_at < ends_at
),
bounds as (
  select person_key, certificate_key, begins_at as bound from valid
  union
  select person_key, certificate_key, ends_at from valid
),
slices as (
  select
    person_key,
    certificate_key,
    bound as begins_at,
    lead(bound) over (partition by person_key, certificate_key order by bound) as ends_at
  from bounds
)
select
  slices.person_key,
  slices.certificate_key,
  slices.begins_at,
  slices.ends_at,
  list(distinct valid.hardship_status) as hardship_statuses,
  min(${precedenceOf("valid.hardship_status")}) as precedence
from slices
inner join valid
  on valid.person_key is not distinct from slices.person_key
  and valid.certificate_key is not distinct from slices.certificate_key
  and valid.begins_at < slices.ends_at
  and valid.ends_at > slices.begins_at
group by all`;
