import { literal } from "@/domain/sqlLiteral";
import { factTables } from "@/warehouse/facts";

/** What the settlements of some months call their institutions, and when last. */
const spellings = (where: string) => `
  select institution, institution_name, hospital_level, institution_region, max(settled_at) as last_settled_at
  from settlements_rows
  where counts and institution is not null and ${where}
  group by institution, institution_name, hospital_level, institution_region`;

/**
 * Institutions of the region (columns: warehouse/facts.ts): as last listed, else as last named on a settlement. Names
 * change rarely: the newest of each spelling first, then the newest of all. Months before $recent are asked of those alone
 * of whom the later ones do not say everything. `before` is the file of the version before, where there is one by the same
 * rules: who is neither in it nor on a row that comes is on none.
 */
export function institutionFacts(before: string | null): string {
  const some = before
    ? `select institution from read_parquet(${literal(before)}) union all select institution from moved_rows where counts`
    : "select institution from settlements_rows where counts";
  return `
with listed as (
  select *
  from institution_slices
  qualify row_number() over (partition by institution order by valid_from desc) = 1
),
recent as materialized (${spellings("month >= $recent")}
),
fully_named as (
  select institution
  from recent
  group by institution
  having count(institution_name) > 0 and count(hospital_level) > 0 and count(institution_region) > 0
),
others as materialized (
  select distinct institution
  from (${some})
  anti join fully_named using (institution)
),
spelled as (
  select * from recent
  union all
  (${spellings("month < $recent and institution in (select institution from others)")})
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
}
