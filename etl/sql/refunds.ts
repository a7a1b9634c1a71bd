import { refundRelated, takesBack } from "@/etl/sql/refundRelated";

/** The rows of the whole version that take back or are taken back, as they stand after superseded and invalid ones. */
export const createRefundRows = `
create or replace temp table refund_rows as
select
  settlement_key,
  initial_settlement_key,
  person_key,
  visit_key,
  abs(total_fee_amount) as amount,
  settled_at,
  month,
  load_id,
  extract_number,
  row_number,
  ${takesBack} as reversal
from settlements_rows
anti join superseded_rows using (load_id, extract_number, row_number)
where counts and valid and ${refundRelated}`;

/**
 * Originals of refunds that no reversal of the version takes back, neither by name nor, one for one, by person, visit
 * and amount: the reversal was counted elsewhere, so they do not count here.
 */
export const createUnpairedOriginals = `
create or replace temp table unpaired_originals as
with originals as (
  select * from refund_rows where not reversal
),
reversals as (
  select * from refund_rows where reversal
),
unnamed_originals as (
  select
    *,
    row_number() over (partition by person_key, visit_key, amount order by settled_at, settlement_key) as place
  from originals
  where settlement_key not in (
    select initial_settlement_key from reversals where initial_settlement_key is not null
  )
),
unnamed_reversals as (
  select
    *,
    row_number() over (partition by person_key, visit_key, amount order by settled_at, settlement_key) as place
  from reversals
  where initial_settlement_key is null
)
select settlement_key, month, load_id, extract_number, row_number
from unnamed_originals
anti join unnamed_reversals using (person_key, visit_key, amount, place)`;
