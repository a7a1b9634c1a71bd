import { registrySpells } from "@/etl/sql/registrySpells";
import { precedenceOf } from "@/etl/sql/statusPrecedence";

/**
 * The statuses that a registry gives the person of each of `counting_rows` at its time; settlements of
 * persons who held none are absent. Registry rows join by person, or by certificate where they carry no person number.
 */
export const createStatusesHeld = `
create or replace temp table statuses_held as
with ${registrySpells},
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
)
select
  settlement_key,
  list_sort(list(distinct hardship_status)) as hardship_statuses,
  min(${precedenceOf("hardship_status")}) as precedence
from held
group by settlement_key`;
