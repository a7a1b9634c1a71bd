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
 * The statuses that a registry gives the person of each of `counting_rows` at its time; settlements of
 * persons who held none are absent. Registry rows join by person, or by certificate where they carry no person number.
 * A code that no map knows is `unclassified`.
 */
export const createStatusesHeld = `
create or replace temp table statuses_held as
with identities as (
  ${identities}
),
registry as (
  select
    person_key,
    certificate_key,
    coalesce(identities.hardship_status, 'unclassified') as hardship_status,
    coalesce(begins_at, '-infinity'::timestamp) as begins_at,
    coalesce(ends_at, 'infinity'::timestamp) as ends_at
  from hardship_registry_rows
  left join identities on identities.code = identity_code
  where counts
),
by_person as (
  select settlement_key, settled_at, hardship_status, begins_at, ends_at
  from counting_rows
  inner join registry using (person_key)
),
by_certificate as (
  select settlement_key, settled_at, hardship_status, begins_at, ends_at
  from counting_rows
  inner join (select * from registry where person_key is null) using (certificate_key)
),
held as (
  select settlement_key, hardship_status
  from (select * from by_person union all select * from by_certificate)
  where settled_at >= begins_at
    and settled_at < ends_at
    and (hardship_status <> 'registered_poor' or settled_at < ${registeredPoorEnds})
)
select
  settlement_key,
  list_sort(list(distinct hardship_status)) as hardship_statuses,
  min(${precedenceOf("hardship_status")}) as precedence
from held
group by settlement_key`;
