import type { FactTable } from "@/domain/factFile";
import type { ExtractKind } from "@/domain/load";
import { longestPrefix } from "@/etl/sql/codeLookup";
import { factTables } from "@/warehouse/facts";

/** A kind whose rows become facts as they are: one file per part of the coverage. */
export interface ListedFacts {
  readonly kind: Exclude<ExtractKind, "settlements" | "hardship_registry" | "institutions">;
  readonly table: FactTable;
  /** Facts of $part; other parameters: $region, and $province where codes are looked up. */
  readonly select: string;
  readonly looksUpCodes: boolean;
}

const columnsOf = (table: FactTable, replaced: Record<string, string>) =>
  Object.entries(factTables[table])
    .map(([column, type]) => `cast(${replaced[column] ?? column} as ${type}) as ${column}`)
    .join(", ");

const region = { region: "$region" };
const ofRegion = { ...region, insured_region: "coalesce(insured_region, $region)" };

const manualAid = `
with statuses as (
  ${longestPrefix(
    "select distinct identity_code as code from manual_aid_rows where counts and identity_code is not null",
    "code_hardship_identities",
    ["hardship_status"],
  )}
),
classes as (
  ${longestPrefix(
    "select distinct visit_class as code from manual_aid_rows where counts and visit_class is not null",
    "code_medical_types",
    ["visit_class"],
  )}
)
select ${columnsOf("fct_manual_aid", {
  ...ofRegion,
  scheme: "declared_scheme",
  hardship_status: "coalesce(statuses.hardship_status, 'unclassified')",
  visit_class: "coalesce(classes.visit_class, 'unclassified')",
})}
from manual_aid_rows
left join statuses on statuses.code = identity_code
left join classes on classes.code = manual_aid_rows.visit_class
where counts and part = $part
order by all`;

export const listedFacts: readonly ListedFacts[] = [
  {
    kind: "enrolment",
    table: "fct_enrolment",
    looksUpCodes: false,
    select: `
select ${columnsOf("fct_enrolment", { ...ofRegion, scheme: "declared_scheme" })}
from enrolment_rows
where counts and part = $part
order by all`,
  },
  {
    kind: "funding",
    table: "fct_funding",
    looksUpCodes: false,
    select: `
select ${columnsOf("fct_funding", {
      ...region,
      scheme: "coalesce(scheme, declared_scheme)",
      line: "coalesce(lines.line, funding_rows.line)",
      source_level: "coalesce(levels.source_level, funding_rows.source_level)",
    })}
from funding_rows
left join code_funding_lines as lines on lines.name = funding_rows.line
left join code_source_levels as levels on levels.name = funding_rows.source_level
where counts and part = $part
order by all`,
  },
  { kind: "manual_aid", table: "fct_manual_aid", looksUpCodes: true, select: manualAid },
  {
    kind: "indicators",
    table: "fct_indicators",
    looksUpCodes: false,
    select: `
select ${columnsOf("fct_indicators", region)}
from indicators_rows
where counts and part = $part
order by all`,
  },
];

/** How many facts of $part there must be: as many as rows, whatever is looked up for them. */
export const expectedRows = (kind: ListedFacts["kind"]): string =>
  `select count(*)::varchar as rows from ${kind}_rows where counts and part = $part`;
