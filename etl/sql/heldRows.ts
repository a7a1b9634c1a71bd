import { meets } from "@/etl/sql/refundRelated";
import { unnamedLikenesses } from "@/etl/sql/scopeRows";

/**
 * Refunds that nobody can owe: larger than the settlement that they name; of a settlement that another refund takes back
 * already (the first that is not too large holds); and beyond the number of settlements that they may take back by
 * person, visit and amount, where there are any.
 */
export const createExcessReversals = `
create or replace temp table excess_reversals as
with settled as not materialized (
  select extract, row_number, settlement_key, person_key, visit_key, total_fee_amount, pool_pay_amount, valid, reversal
  from scope_rows
  union all
  select extract, row_number, settlement_key, person_key, visit_key, total_fee_amount, pool_pay_amount, valid, false
  from outside_rows
),
standing as not materialized (
  select
    settlement_key,
    person_key,
    visit_key,
    reversal,
    abs(total_fee_amount) as amount,
    abs(pool_pay_amount) as pool_amount
  from settled
  anti join superseded_rows using (extract, row_number)
  where valid
),
taken as (
  select settlement_key, amount, pool_amount
  from standing
  semi join refund_rows as taking on taking.reversal and taking.initial_settlement_key = standing.settlement_key
),
naming as (
  select
    taking.extract,
    taking.row_number,
    taking.initial_settlement_key,
    taking.settled_at,
    taking.settlement_key,
    coalesce(taking.amount > taken.amount or abs(taking.pool_pay_amount) > taken.pool_amount, false) as too_large
  from refund_rows as taking
  left join taken on taken.settlement_key = taking.initial_settlement_key
  where taking.reversal and taking.initial_settlement_key is not null
),
named as (
  select
    *,
    row_number() over (partition by initial_settlement_key order by too_large, settled_at, settlement_key) as place
  from naming
),
unnamed as (
  select
    extract,
    row_number,
    person_key,
    visit_key,
    amount,
    row_number() over (partition by person_key, visit_key, amount order by settled_at, settlement_key) as place
  from refund_rows
  where reversal and initial_settlement_key is null
),
alike as (
  select person_key, visit_key, amount, settlement_key
  from standing
  semi join (${unnamedLikenesses}) as wanted on ${meets("standing", "wanted")}
  where not reversal
),
likely as (
  select person_key, visit_key, amount, count(*) - count(named_key) as free
  from alike
  left join (select distinct initial_settlement_key as named_key from naming where not too_large)
    on named_key = settlement_key
  group by all
)
select extract, row_number from named where too_large or place > 1
union all
select unnamed.extract, unnamed.row_number
from unnamed
inner join likely on ${meets("unnamed", "likely")}
where place > free`;

/**
 * Rows of the affected months that only the whole version can hold, with the reason: excess refunds (L-314), and codes of
 * institutions that have lost their leading zeros where several registered ones differ by nothing else (L-405).
 */
export const createHeldRows = `
create or replace temp table held_rows as
with registered as (
  select ltrim(institution, '0') as institution
  from institution_slices
  group by 1
  having count(distinct institution_slices.institution) > 1
),
ambiguous as (
  select extract, row_number
  from scope_rows
  semi join registered using (institution)
  anti join institution_slices using (institution)
  anti join superseded_rows using (extract, row_number)
  anti join unpaired_originals using (extract, row_number)
  where valid and month in (select month from affected_months)
)
select extract, row_number, 'L-314' as code
from excess_reversals
union all
select extract, row_number, 'L-405'
from ambiguous
anti join excess_reversals using (extract, row_number)`;
