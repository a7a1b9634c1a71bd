/** Every row, of either version, of a settlement that a coming or going row (`moved_rows`) belongs to. */
export const createReachedRows = `
create or replace temp table reached_rows as
with moved as (
  select settlement_key from moved_rows where counts <> counted
)
select
  settlement_key,
  initial_settlement_key,
  person_key,
  visit_key,
  abs(total_fee_amount) as amount,
  month
from settlements_rows
semi join moved using (settlement_key)
where counts or counted`;

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
linked as (
  select person_key, visit_key, amount from reached_rows
  union
  select person_key, visit_key, amount from named
),
paired as (
  select month
  from (
    select person_key, visit_key, abs(total_fee_amount) as amount, month
    from settlements_rows
    where refund_mark and (counts or counted)
  )
  semi join linked using (person_key, visit_key, amount)
)
select month from reached_rows
union
select month from named
union
select month from paired
order by month`;
