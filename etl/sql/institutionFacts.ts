import { factTables } from "@/warehouse/facts";

/** Institutions of the region (columns: warehouse/facts.ts): as last listed, else as last named on a settlement. */
export const institutionFacts = `
with listed as (
  select *
  from institution_slices
  qualify row_number() over (partition by institution order by valid_from desc) = 1
),
named as (
  select
    institution,
    max_by(institution_name, (settled_at, institution_name)) as name,
    max_by(hospital_level, (settled_at, hospital_level)) as hospital_level,
    max_by(institution_region, (settled_at, institution_region)) as institution_region
  from settlements_rows
  where counts and institution is not null
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
