/**
 * The months whose content may differ between the two versions: those of rows that come or go, of rows that share a
 * settlement with them, and of originals that such a row takes back by name or by person, visit and amount.
 */
export const affectedMonths = `
with rows as (
  select
    settlement_key,
    initial_settlement_key,
    person_key,
    visit_key,
    abs(total_fee_amount) as amount,
    coalesce(refund_mark, false) as refund_mark,
    month,
    counts,
    counted
  from settlements_rows
  where counts or counted
),
touched as (
  select distinct settlement_key from rows where counts <> counted
),
named as (
  select distinct initial_settlement_key as settlement_key
  from rows
  semi join touched using (settlement_key)
  where initial_settlement_key is not null
),
linked as (
  select settlement_key from touched
  union
  select settlement_key from named
),
pairs as (
  select distinct person_key, visit_key, amount
  from rows
  semi join linked using (settlement_key)
)
select month from rows semi join linked using (settlement_key)
union
select month from rows semi join pairs using (person_key, visit_key, amount) where refund_mark
order by month`;
