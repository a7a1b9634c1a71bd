/**
 * The institution list as slices of days that do not overlap: `valid_until` is the first day after. Where rows of one
 * institution overlap, the one that began last holds. An override of the tier needs a reason.
 */
export const createInstitutionSlices = `
create or replace temp table institution_slices as
with listed as (
  select
    institutions_rows.* exclude (tier_override),
    case
      when tier_override is not null and length(trim(reason)) > 0 then coalesce(names.tier, 'unclassified')
    end as tier_override,
    coalesce(begins_on, '-infinity'::date) as valid_from,
    case when ends_on is null then 'infinity'::date else ends_on + 1 end as valid_until
  from institutions_rows
  left join code_tier_names as names on names.name = trim(tier_override)
  where counts and institution is not null
),
valid as (
  select * from listed where valid_from < valid_until
),
bounds as (
  select institution, valid_from as bound from valid
  union
  select institution, valid_until from valid
),
slices as (
  select
    institution,
    bound as valid_from,
    lead(bound) over (partition by institution order by bound) as valid_until
  from bounds
)
select
  slices.institution,
  slices.valid_from,
  slices.valid_until,
  valid.name,
  valid.hospital_level,
  valid.institution_region,
  valid.ownership,
  valid.village_clinic,
  valid.tier_override
from slices
inner join valid
  on valid.institution = slices.institution
  and valid.valid_from < slices.valid_until
  and valid.valid_until > slices.valid_from
qualify row_number() over (
  partition by slices.institution, slices.valid_from
  order by valid.valid_from desc, valid.extract_number desc, valid.row_number desc
) = 1`;
