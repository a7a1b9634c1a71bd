import { meets } from "@/etl/sql/refundRelated";

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
 * The months whose content may differ between the two versions: those of the reached rows, of originals that one of
 * them names, and of originals that meet one of these by person, visit and amount: whom a refund pairs with is decided
 * among all of them.
 */
export const affectedMonths = `
with named as (
  select settlement_key, person_key, visit_key, abs(total_fee_amount) as amount, month
  from settlements_rows
  semi join (
    select initial_settlement_key as settlement_key from reached_rows where initial_settlement_key is not null
  ) using (settlement_key)
  where counts or counted
),
originals as (
  select person_key, visit_key, abs(total_fee_amount) as amount, month
  from settlements_rows
  where refund_mark and (counts or counted)
),
linked as (
  select person_key, visit_key, amount from reached_rows semi join originals on ${meets("reached_rows", "originals")}
  union
  select person_key, visit_key, amount from named
)
select month from reached_rows
union
select month from named
union
select month from originals semi join linked on ${meets("originals", "linked")}
order by month`;
