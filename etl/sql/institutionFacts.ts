import { factTables } from "@/warehouse/facts";

/** Institutions of the region (columns: warehouse/facts.ts): as last listed, else as last named on a settlement. */
export const institutionFacts = `
with listed as (
  select *
  from institution_slices
  qualify row_number() over (partition by institution order by valid_from desc) = 1
),
-- Names change rarely: the newest of each spelling first, then the newest of all.
spelled as (
  select institution, institution_name, hospital_level, institution_region, max(settled_at) as last_settled_at
  from settlements_rows
  where counts and institution is not null
  group by institution, institution_name, hospital_level, institution_region
),
named as (
  select
    institution,
    max_by(institution_name, (last_settled_at, institution_name)) as name,
    max_by(hospital_level, (last_settled_at, hospital_level)) as hospital_level,
    max_by(institution_region, (last_settled_at, institution_region)) as institution_region
  from spelled
  group by institution
),
institutions as (
  select
    $region as region,
    institution,
    coalesce(listed.name, named.name, institution) as name,
    coalesce(listed.hospital_level, named.hospital_level) as hospital_level,
    coalesce(listed.institution_region, named.institution_region) as institution_region,
    listed.ownership,
    listed.village_clinic
  from listed
  full join named using (institution)
)
select ${Object.entries(factTables.dim_institutions)
  .map(([column, type]) => `cast(${column} as ${type}) as ${column}`)
  .join(", ")}
from institutions
order by institution`;
