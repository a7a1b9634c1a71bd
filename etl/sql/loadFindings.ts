import { applicable, fits } from "@/etl/sql/codeLookup";
import { pathList } from "@/etl/sql/literals";
import { meets } from "@/etl/sql/refundRelated";

/** The extracts of the load $1, as the derivation numbers them. */
export const createOwnExtracts = `
create or replace temp table own_extracts as
select extract, load_id, extract_number from extracts_in_force where load_id = $1`;

/**
 * What only the whole version can say of the rows of one load (`own_extracts`): which of them do not count and why, which
 * count and deserve a look. One line per extract and code; the tables are those that the derivation left. A large
 * month is never materialized: each question reads the few columns that it needs of it.
 */
export function loadFindings(facts: readonly string[], hasRegistry: boolean): string {
  return `
with own as not materialized (
  select scope_rows.*
  from scope_rows
  semi join own_extracts using (extract)
  where valid and month in (select month from affected_months)
),
superseded as (
  select own.*, 'L-415' as code, 'exclude' as severity from own semi join superseded_rows using (extract, row_number)
),
unpaired as (
  select own.*, 'L-501' as code, 'exclude' as severity from own semi join unpaired_originals using (extract, row_number)
),
held as (
  select own.*, held_rows.code, 'hold' as severity from own inner join held_rows using (extract, row_number)
),
counting as not materialized (
  select counting_rows.* from counting_rows semi join own_extracts using (extract)
),
own_reversals as (
  select refund_rows.* from refund_rows semi join own_extracts using (extract) where reversal
),
named_originals as (
  select distinct settlement_key
  from settlements_rows
  semi join (select initial_settlement_key as settlement_key from own_reversals) using (settlement_key)
  where counts and valid
),
likely_originals as (
  select distinct person_key, visit_key, total_fee_amount as amount
  from settlements_rows
  semi join (select person_key from own_reversals where initial_settlement_key is null) using (person_key)
  where counts and valid and total_fee_amount > 0
),
lone as (
  select extract, row_number
  from own_reversals
  where initial_settlement_key is not null
    and initial_settlement_key not in (select settlement_key from named_originals)
  union all
  select extract, row_number
  from own_reversals
  anti join likely_originals on ${meets("own_reversals", "likely_originals")}
  where initial_settlement_key is null
),
lone_reversals as (
  select counting.*, 'L-313' as code from counting semi join lone using (extract, row_number)
),
refunded_in_vain as (
  -- The rows are right; what is held stands in the list of another load, and nobody reads that one now.
  select counting.*, 'L-319' as code
  from counting
  semi join (
    select refund_rows.initial_settlement_key as settlement_key
    from refund_rows
    semi join held_rows using (extract, row_number)
    anti join own_extracts using (extract)
    where reversal
  ) as held_elsewhere using (settlement_key)
),
unknown_types as (
  select counting.*, 'L-503' as code
  from counting
  where not coalesce(medical_type in (select code from visit_classes), false)
),
unknown_statuses as (
  -- Where the registry answers, what the row says of itself decides nothing. What stands on many rows is a word of a list;
  -- what stands on few may be somebody's name, and is not shown.
  select counting.*, 'L-504' as code, count(*) over (partition by status_code) >= 3 as is_word
  from counting
  anti join row_statuses on row_statuses.code = counting.status_code
  where status_code is not null ${hasRegistry ? "and coalesce(person_key, certificate_key) is null" : ""}
),
registered as (
  select ltrim(institution, '0') as bare, count(distinct institution) as institutions from institution_slices group by 1
),
unknown_institutions as (
  -- A code of digits that equals one registered code but for its leading zeros has lost them in a spreadsheet.
  select counting.*, case when registered.institutions = 1 then 'L-405' else 'L-406' end as code
  from counting
  anti join institution_slices using (institution)
  left join registered on registered.bare = counting.institution
  where exists (select 1 from institution_slices)
),
findings as (
  select *, null::varchar as level from superseded
  union all by name select * from unpaired
  union all by name select * from held
  union all by name select *, 'warn' as severity from lone_reversals
  union all by name select *, 'warn' as severity from refunded_in_vain
  union all by name select *, 'warn' as severity from unknown_types
  union all by name select *, 'warn' as severity from unknown_statuses
  union all by name select *, 'warn' as severity from unknown_institutions
  ${facts.length > 0 ? `union all by name select *, 'warn' as severity from (${unknownLevels(facts)})` : ""}
  ${facts.length > 0 && hasRegistry ? `union all by name select *, 'warn' as severity from (${disagreements(facts)})` : ""}
)
select
  extract_number,
  code,
  severity,
  count(*) as rows,
  count(*) filter (where late) as late,
  sum(total_fee_amount)::varchar as total_fee_amount,
  sum(pool_pay_amount)::varchar as pool_pay_amount,
  min(row_number, 5) as first_rows,
  case code
    when 'L-503' then min(distinct medical_type, 5)
    when 'L-504' then min(distinct status_code, 5) filter (where is_word)
    when 'L-505' then min(distinct level, 5)
    when 'L-405' then min(distinct institution, 5)
    when 'L-406' then min(distinct institution, 5)
  end as codes
from findings
inner join own_extracts using (extract)
group by extract_number, code, severity
order by extract_number, code, severity`;
}

/** The load's rows as facts, joined by `extract_number` and `row_number`. */
const ownFacts = (facts: readonly string[]) => `
  select extract_number, row_number, tier, hardship_statuses
  from read_parquet(${pathList(facts)})
  where load_id in (select load_id from own_extracts)`;

/** Rows whose own status is none of those that the registry gives their person. */
const disagreements = (facts: readonly string[]) => `
  select counting.*, 'L-502' as code
  from counting
  inner join row_statuses on row_statuses.code = counting.status_code
  inner join own_extracts using (extract)
  inner join (${ownFacts(facts)}) using (extract_number, row_number)
  where not list_contains(hardship_statuses, row_statuses.hardship_status)`;

const knownLevels = `(select hospital_level from code_hospital_levels where province in ${applicable})`;

/**
 * Rows without a tier because no map knows the level of their institution, as the list of institutions or they themselves
 * have it. Few rows may be such ones: they are picked, with the columns that a finding needs, before anything is joined.
 */
const unknownLevels = (facts: readonly string[]) => `
  with candidates as materialized (
    select extract, row_number, institution, hospital_level, settled_at, late, total_fee_amount, pool_pay_amount
    from counting
    where (hospital_level is not null and hospital_level not in ${knownLevels})
      or institution in (select institution from institution_slices where hospital_level not in ${knownLevels})
  )
  select candidates.*, 'L-505' as code, coalesce(listed.hospital_level, candidates.hospital_level) as level
  from candidates
  inner join own_extracts using (extract)
  inner join (${ownFacts(facts)}) as facts
    on facts.tier = 'unclassified'
    and facts.extract_number = own_extracts.extract_number
    and facts.row_number = candidates.row_number
  left join institution_slices as listed
    on listed.institution = candidates.institution
    and candidates.settled_at::date >= listed.valid_from
    and candidates.settled_at::date < listed.valid_until
  where level is not null and level not in ${knownLevels}`;

/** Codes of lists that figures are cut by, and the maps that know them. */
const listedCodes = [
  { rows: "hardship_registry_rows", column: "identity_code", map: "code_hardship_identities", code: "L-504" },
  { rows: "manual_aid_rows", column: "identity_code", map: "code_hardship_identities", code: "L-504" },
  { rows: "manual_aid_rows", column: "visit_class", map: "code_medical_types", code: "L-503" },
];

/** Codes of the load's registries and aid by hand that no map knows. */
export const unknownListedCodes = listedCodes
  .map(
    ({ rows, column, map, code }) => `
select
  extract_number,
  '${code}' as code,
  'warn' as severity,
  count(*) as rows,
  0::bigint as late,
  null::varchar as total_fee_amount,
  null::varchar as pool_pay_amount,
  min(row_number, 5) as first_rows,
  min(distinct ${column}, 5) as codes
from (select * from ${rows} semi join own_extracts using (extract) where counts and ${column} is not null) as own
where not exists (
  select 1 from ${map} as map where map.province in ${applicable} and ${fits(`own.${column}`, "map")}
)
group by extract_number`,
  )
  .join("\nunion all");

/** The rows of the load that the version holds, as the list of held rows shows them. */
export const ownHeldRows = `
select
  extract_number,
  row_number,
  code,
  case code when 'L-405' then institution end as value,
  total_fee_amount,
  pool_pay_amount
from scope_rows
inner join own_extracts using (extract)
inner join held_rows using (extract, row_number)
order by extract_number, row_number`;
