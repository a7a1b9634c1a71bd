import { meets, refundRelated } from "@/etl/sql/refundRelated";

/**
 * The rows that come or go (`moved_rows` holds their extracts), and every row, of either version, that shares a
 * settlement with one of them.
 */
export const createReachedRows = `
create or replace temp table reached_rows as
with moving as (
  select settlement_key, initial_settlement_key, person_key, visit_key, abs(total_fee_amount) as amount, month
  from moved_rows
  where counts <> counted
),
sharing as (
  select settlement_key, initial_settlement_key, person_key, visit_key, abs(total_fee_amount) as amount, month
  from settlements_rows
  semi join moving using (settlement_key)
  where counts and counted
)
select * from moving
union all
select * from sharing`;

/**
 * The months whose content may differ between the two versions: those of the reached rows, of originals that one of them
 * names, of refunds that name one of them or what one of them names, and of refunded rows and unnamed refunds that meet one
 * of these by person, visit and amount: who takes back whom, and who too much, is decided among all of them.
 */
export const affectedMonths = `
with refunds as materialized (
  select
    settlement_key,
    initial_settlement_key,
    person_key,
    visit_key,
    abs(total_fee_amount) as amount,
    month
  from settlements_rows
  where (counts or counted) and ${refundRelated}
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
  select person_key, visit_key, amount, month from refunds where initial_settlement_key is null
),
linked as (
  select person_key, visit_key, amount from reached_rows semi join unnamed on ${meets("reached_rows", "unnamed")}
  union
  select person_key, visit_key, amount from named
),
taken as (
  select settlement_key as initial_settlement_key
  from reached_rows
  semi join (select initial_settlement_key as settlement_key from refunds) using (settlement_key)
  union
  select initial_settlement_key from reached_rows where initial_settlement_key is not null
)
select month from reached_rows
union
select month from named
union
select month from unnamed semi join linked on ${meets("unnamed", "linked")}
union
select month from refunds semi join taken using (initial_settlement_key)
order by month`;
