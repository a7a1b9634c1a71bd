import { meets } from "@/etl/sql/refundRelated";

const linkingColumns =
  "settlement_key, initial_settlement_key, person_key, visit_key, abs(total_fee_amount) as amount, month";

/** The rows that come or go (`moved_rows` holds their extracts). */
export const createMovingRows = `
create or replace temp table moving_rows as
select ${linkingColumns}
from moved_rows
where counts <> counted`;

/**
 * The rows that stay, in both versions, and share a settlement with a moving one. Mostly there is none: the keys alone are
 * asked first, since of all columns they take a third of the time.
 */
export const createSharingRows = `
create or replace temp table sharing_rows as
with shared as materialized (
  select settlement_key
  from settlements_rows
  semi join moving_rows using (settlement_key)
  where counts and counted
)
select ${linkingColumns}
from settlements_rows
semi join shared using (settlement_key)
where counts and counted`;

/**
 * The months whose content may differ between the two versions: those of the moving rows and of those that share a
 * settlement with one (reached), of originals that one of them names, of refunds that name one of them or what one of them
 * names, and of refunded rows and unnamed refunds that meet one of these by person, visit and amount: who takes back whom,
 * and who too much, is decided among all of them.
 */
export const affectedMonths = `
with reached_rows as not materialized (
  select * from moving_rows
  union all
  select * from sharing_rows
),
named as (
  select settlement_key, person_key, visit_key, abs(total_fee_amount) as amount, month
  from settlements_rows
  semi join (
    select initial_settlement_key as settlement_key from reached_rows where initial_settlement_key is not null
  ) using (settlement_key)
  where counts or counted
),
unnamed as (
  select person_key, visit_key, abs(total_fee_amount) as amount, month
  from refunds_of_both
  where initial_settlement_key is null
),
linked as (
  select person_key, visit_key, amount from reached_rows semi join unnamed on ${meets("reached_rows", "unnamed")}
  union
  select person_key, visit_key, amount from named
),
taken as (
  select settlement_key as initial_settlement_key
  from reached_rows
  semi join (select initial_settlement_key as settlement_key from refunds_of_both) using (settlement_key)
  union
  select initial_settlement_key from reached_rows where initial_settlement_key is not null
)
select month from reached_rows
union
select month from named
union
select month from unnamed semi join linked on ${meets("unnamed", "linked")}
union
select month from refunds_of_both semi join taken using (initial_settlement_key)
order by month`;
