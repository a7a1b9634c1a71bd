import { isRegionCode } from "@/etl/grammar/region";
import { applicable } from "@/etl/sql/codeLookup";
import { takesBack } from "@/etl/sql/refundRelated";
import { precedenceOf, statusAt } from "@/etl/sql/statusPrecedence";
import { factTables } from "@/warehouse/facts";

const amounts = [
  "total_fee_amount",
  "in_scope_fee_amount",
  "pool_pay_amount",
  "serious_illness_pay_amount",
  "medical_aid_pay_amount",
  "other_guarantee_pay_amount",
  "fund_pay_amount",
  "account_pay_amount",
  "cash_pay_amount",
] as const;

const signedAmounts = amounts.map(
  (amount) => `case when reversal then -abs(${amount}) else ${amount} end as ${amount}`,
);

/**
 * By region first and level second. Region and level come from the list's row of that day, else from the settlement;
 * what is missing leaves the row unclassified.
 */
const tier = `
    case
      when tier_override is not null then tier_override
      when not ${isRegionCode("place")} or length(insured_region) < 6 then 'unclassified'
      when left(place, 4) <> left(insured_region, 4) then 'provincial_plus'
      when left(place, 6) <> left(insured_region, 6) then 'city'
      else coalesce(levels.tier, 'unclassified')
    end`;

/** A registry answers for every person, with `none` where it holds nothing; without one the row itself may say. */
const registryAnswers = "$has_registry and coalesce(classified.person_key, classified.certificate_key) is not null";
const ownStatus = "coalesce(row_statuses.hardship_status, 'unclassified')";
const statuses = `
    case
      when ${registryAnswers} then coalesce(statuses_held.hardship_statuses, ['none'])
      else [${ownStatus}]
    end`;
const precedence = `
    case
      when ${registryAnswers} then coalesce(statuses_held.precedence, ${precedenceOf("'none'")})
      else ${precedenceOf(ownStatus)}
    end`;

/**
 * Facts of $month, one row per settlement that counts (columns: warehouse/facts.ts). Each join finds at most one row:
 * slices of the institution list do not overlap, statuses are gathered by settlement, code lookups are distinct.
 */
export const settlementFacts = `
with counting as (
  select *, ${takesBack} as reversal
  from affected_rows
  anti join superseded_rows using (extract, row_number)
  anti join unpaired_originals using (extract, row_number)
  anti join held_rows using (extract, row_number)
  where counts and valid and month = $month
),
placed as (
  select
    counting.* exclude (insured_region, scheme, hospital_level, institution_region, voucher_kind),
    coalesce(vouchers.kind, counting.voucher_kind) as voucher_kind,
    coalesce(counting.insured_region, $region) as insured_region,
    coalesce(counting.scheme, counting.declared_scheme) as scheme,
    case when ${isRegionCode("listed.institution_region")} then listed.institution_region
      else coalesce(counting.institution_region, '') end as place,
    coalesce(listed.hospital_level, counting.hospital_level) as level,
    listed.tier_override
  from counting
  left join institution_slices as listed
    on listed.institution = counting.institution
    and counting.settled_at::date >= listed.valid_from
    and counting.settled_at::date < listed.valid_until
  left join code_voucher_kinds as vouchers on vouchers.name = counting.voucher_kind
),
classified as (
  select
    placed.*,
    coalesce(visit_classes.visit_class, 'unclassified') as visit_class,
    coalesce(visit_classes.visit_class = 'inpatient', false) as inpatient,
    coalesce(visit_classes.special_disease, false) or special.disease_code is not null as special_disease
  from placed
  left join visit_classes on visit_classes.code = placed.medical_type
  left join code_special_diseases as special
    on special.province = $province and special.disease_code = placed.disease_code
),
levels as (
  select hospital_level, max_by(tier, province) as tier
  from code_hospital_levels
  where province in ${applicable}
  group by hospital_level
),
held as (
  select
    classified.*,${tier} as tier,${statuses} as hardship_statuses,${precedence} as precedence
  from classified
  left join levels on levels.hospital_level = classified.level
  left join row_statuses on row_statuses.code = classified.status_code
  left join statuses_held on statuses_held.settlement_key = classified.settlement_key
),
signed as (
  select
    held.* exclude (${amounts.join(", ")}),
    ${signedAmounts.join(",\n    ")},
    case when reversal then -1 else 1 end as sign,
    -- Only a stay can be counted on another row; its money counts in its month all the same.
    inpatient and (coalesce(mid_stay, false) or not coalesce(counts_as_stay, true)) as counted_elsewhere
  from held
),
facts as (
  select
    signed.* exclude (special_disease),
    $region as region,
    settled_at::date as settled_on,
    inpatient and special_disease as special_disease,
    ${statusAt("precedence")} as hardship_status,
    case when counted_elsewhere then 0 else sign end as cases,
    case
      when not inpatient or counted_elsewhere then 0
      when ended_on >= begun_on then sign * (ended_on - begun_on + 1)
    end as inpatient_days,
    coalesce(first_seen.first_seen_version, $version) as first_seen_version,
    coalesce(first_seen.first_seen_on, $published_on::date) as first_seen_on
  from signed
  left join first_seen using (settlement_key)
)
select ${Object.entries(factTables.fct_settlements)
  .map(([column, type]) => `cast(${column} as ${type}) as ${column}`)
  .join(",\n  ")}
from facts`;

/** What the facts of each affected month must hold, by a shorter way than the one that writes them. */
export const expectedSettlements = `
select
  month,
  count(*) as rows,
  coalesce(sum(case when reversal then -abs(total_fee_amount) else total_fee_amount end), 0)::varchar as total_fee_amount,
  coalesce(sum(case when reversal then -abs(pool_pay_amount) else pool_pay_amount end), 0)::varchar as pool_pay_amount
from counting_rows
group by month`;
