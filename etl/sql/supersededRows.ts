import { refundRelated } from "@/etl/sql/refundRelated";

/**
 * Rows that a newer row of the same settlement replaces, for the settlements of `affected_months` and all refunds.
 * Newest update first; where one of them has no time of update, or times are equal, the later declared period. The
 * last columns only make the choice the same every time.
 */
export const createSupersededRows = `
create or replace temp table superseded_rows as
with settlements as (
  select settlement_key
  from settlements_rows
  where counts and (month in (select month from affected_months) or ${refundRelated})
),
repeated as (
  select settlement_key, bool_and(updated_at is not null) as all_dated
  from settlements_rows
  semi join settlements using (settlement_key)
  where counts
  group by settlement_key
  having count(*) > 1
),
ranked as (
  select
    load_id,
    extract_number,
    row_number,
    settlement_key,
    row_number() over (
      partition by settlement_key
      order by
        case when repeated.all_dated then updated_at end desc nulls last,
        period_order desc,
        updated_at desc nulls last,
        declared_scheme desc,
        load_id desc,
        extract_number desc,
        row_number desc
    ) as place
  from settlements_rows
  inner join repeated using (settlement_key)
  where counts
)
select load_id, extract_number, row_number, settlement_key
from ranked
where place > 1`;
