import { meets, refundRelated, refundRelatedParts, takesBack } from "@/etl/sql/refundRelated";

/** What deciding needs of a row, without what only the facts carry. */
const decidingColumns = `
  extract,
  row_number,
  period_rank,
  settlement_key,
  initial_settlement_key,
  visit_key,
  person_key,
  certificate_key,
  settled_at,
  month,
  updated_at,
  medical_type,
  institution,
  hospital_level,
  status_code,
  valid,
  late,
  total_fee_amount,
  pool_pay_amount,
  ${refundRelated} as refund_related,
  ${takesBack} as reversal,
  counted`;

/** Every refund of the version to come (`counts`) and of the one before (`counted`). */
export const createRefundsOfBoth = `
create or replace temp table refunds_of_both as
${refundRelatedParts
  .map((part) => `select${decidingColumns},\n  counts\nfrom settlements_rows\nwhere (counts or counted) and ${part}`)
  .join("\nunion all\n")}`;

/**
 * The rows of `affected_months` and every refund of the version. Whether they count is decided by the tables below. A view:
 * of a large month each question reads only the columns that it needs.
 */
export const createScopeRows = `
create or replace temp view scope_rows as
select${decidingColumns}
from affected_rows
where counts and month in (select month from affected_months) and not ${refundRelated}
union all
select * exclude (counts) from refunds_of_both where counts`;

/** Likenesses by which refunds of the affected months are paired that name no original. */
export const unnamedLikenesses = `
select person_key, visit_key, abs(total_fee_amount) as amount
from refunds_of_both
where counts and reversal and initial_settlement_key is null and month in (select month from affected_months)`;

const isOutside = `counts and month not in (select month from affected_months) and not ${refundRelated}`;

/**
 * The rows outside the scope on which it depends: of settlements that stand in it as well, and of those that a refund
 * takes back, by name or by person, visit and amount. Rows that come share no settlement with them, nor do they name any:
 * else these were in an affected month. None where `everywhere` says that there is no outside.
 */
export function createOutsideRows(everywhere: boolean): string {
  const columns = `
  extract, row_number, period_rank, settlement_key, person_key, visit_key, updated_at, valid, total_fee_amount, pool_pay_amount`;
  if (everywhere) return `create or replace temp table outside_rows as select${columns} from scope_rows where false`;
  return `
create or replace temp table outside_rows as
with alike as (
  select settlement_key
  from (
    select settlement_key, person_key, visit_key, abs(total_fee_amount) as amount
    from settlements_rows
    where ${isOutside}
  ) as outside
  semi join (${unnamedLikenesses}) as wanted on ${meets("outside", "wanted")}
),
-- Mostly few or none: the keys alone are asked first, since of all columns they take a third of the time.
shared as materialized (
  select settlement_key
  from settlements_rows
  semi join (
    select settlement_key from scope_rows where counted
    union all
    select initial_settlement_key from scope_rows where counted and initial_settlement_key is not null
    union all
    select settlement_key from alike
  ) using (settlement_key)
  where counts and month not in (select month from affected_months)
)
select${columns}
from settlements_rows
semi join shared using (settlement_key)
where ${isOutside}`;
}

/**
 * Rows that a newer row of the same settlement replaces, wherever that one stands. Newest update first; where one of them
 * has no time of update, or times are equal, the later declared period. The last two only make the choice the same every
 * time.
 */
export const createSupersededRows = `
create or replace temp table superseded_rows as
with rows as not materialized (
  select settlement_key, extract, row_number, updated_at, period_rank from scope_rows
  union all
  select settlement_key, extract, row_number, updated_at, period_rank from outside_rows
),
repeated as (
  select settlement_key
  from rows
  group by settlement_key
  having count(*) > 1
),
compared as (
  select *, count(*) over same_settlement = count(updated_at) over same_settlement as all_dated
  from rows
  semi join repeated using (settlement_key)
  window same_settlement as (partition by settlement_key)
),
ranked as (
  select
    extract,
    row_number,
    row_number() over (
      partition by settlement_key
      order by
        case when all_dated then updated_at end desc nulls last,
        period_rank desc,
        updated_at desc nulls last,
        extract desc,
        row_number desc
    ) as place
  from compared
)
select extract, row_number
from ranked
where place > 1`;

/** The rows that take back or are taken back, as they stand after superseded and invalid ones. */
export const createRefundRows = `
create or replace temp table refund_rows as
select * exclude (counts), abs(total_fee_amount) as amount
from refunds_of_both
anti join superseded_rows using (extract, row_number)
where counts and valid`;

/**
 * Originals of refunds that no reversal of the version takes back, neither by name nor, one for one, by person, visit
 * and amount: the reversal was counted elsewhere, so they do not count here. A reversal that is held (`excess_reversals`)
 * takes nothing back.
 */
export const createUnpairedOriginals = `
create or replace temp table unpaired_originals as
with owed_reversals as (
  select * from refund_rows anti join excess_reversals using (extract, row_number) where reversal
),
unnamed_originals as (
  select
    *,
    row_number() over (partition by person_key, visit_key, amount order by settled_at, settlement_key) as place
  from refund_rows
  where not reversal and settlement_key not in (
    select initial_settlement_key from owed_reversals where initial_settlement_key is not null
  )
),
unnamed_reversals as (
  select
    *,
    row_number() over (partition by person_key, visit_key, amount order by settled_at, settlement_key) as place
  from owed_reversals
  where initial_settlement_key is null
)
select extract, row_number
from unnamed_originals
anti join unnamed_reversals
  on ${meets("unnamed_originals", "unnamed_reversals")} and unnamed_originals.place = unnamed_reversals.place`;

/** The rows of `affected_months` that count: neither superseded nor invalid, neither refunded elsewhere nor held. */
export const createCountingRows = `
create or replace temp view counting_rows as
select *
from scope_rows
anti join superseded_rows using (extract, row_number)
anti join unpaired_originals using (extract, row_number)
anti join held_rows using (extract, row_number)
where valid and month in (select month from affected_months)`;
