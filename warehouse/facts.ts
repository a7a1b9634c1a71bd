import type { FactTable } from "@/domain/factFile";

/**
 * The tables of a data version, as DuckDB column types. One immutable Parquet file per dataset, region and month
 * (funding: per year; institutions and the hardship registry: one per region). The etl writes them, metrics and slices read them.
 */
export const factTables = {
  /** One row per settlement row that counts; its sign is already applied to cases, days and every amount. */
  fct_settlements: {
    region: "varchar", // the bureau's region, as declared for the load
    insured_region: "varchar", // INSU_ADMDVS of the row
    scheme: "varchar",
    month: "varchar", // settlement month, 2018-06
    settled_on: "date",
    institution: "varchar", // FIXMEDINS_CODE
    tier: "varchar",
    visit_class: "varchar",
    special_disease: "boolean",
    hardship_status: "varchar",
    hardship_statuses: "varchar[]", // every status held on the day, for the "holds any of" view
    voucher_kind: "varchar",
    age_band: "varchar",
    person_key: "uuid", // null where the row names no person
    settlement_key: "uuid",
    reversal: "boolean",
    cases: "tinyint", // 1, -1 for a reversal, 0 for a stay that is counted on another row
    inpatient_days: "integer",
    total_fee_amount: "decimal(18,2)",
    in_scope_fee_amount: "decimal(18,2)", // null = the extract had no value
    pool_pay_amount: "decimal(18,2)",
    serious_illness_pay_amount: "decimal(18,2)",
    medical_aid_pay_amount: "decimal(18,2)",
    other_guarantee_pay_amount: "decimal(18,2)",
    fund_pay_amount: "decimal(18,2)",
    account_pay_amount: "decimal(18,2)",
    cash_pay_amount: "decimal(18,2)",
    load_id: "varchar",
    extract_number: "integer",
    row_number: "bigint", // row of the extract, counted as a spreadsheet does
    first_seen_version: "integer",
    first_seen_on: "date",
  },
  /** One row per township and month. */
  fct_enrolment: {
    region: "varchar",
    scheme: "varchar",
    month: "varchar",
    insured_region: "varchar",
    enrolled: "bigint",
    target: "bigint",
    population_base: "varchar",
    population: "bigint",
  },
  /** One row per funding line, source and payment; a line paid in parts has several rows. */
  fct_funding: {
    region: "varchar",
    scheme: "varchar",
    year: "varchar",
    line: "varchar",
    source_level: "varchar",
    per_head: "decimal(18,4)",
    heads: "bigint",
    planned_amount: "decimal(18,2)",
    in_place_amount: "decimal(18,2)",
    in_place_date: "date",
  },
  /** Aid paid by hand, outside the settlement system. */
  fct_manual_aid: {
    region: "varchar",
    scheme: "varchar",
    month: "varchar",
    insured_region: "varchar",
    hardship_status: "varchar",
    visit_class: "varchar",
    cases: "bigint",
    amount: "decimal(18,2)",
  },
  /** Indicator values as entered by a unit. */
  fct_indicators: {
    region: "varchar",
    code: "varchar",
    unit: "varchar",
    period: "varchar",
    value: "decimal(38,8)",
  },
  /** One row per person and spell of one hardship status; the spells of a person do not overlap. */
  fct_hardship_registry: {
    region: "varchar",
    scheme: "varchar", // as declared for the load: the registry itself names none
    person_key: "uuid",
    hardship_status: "varchar", // of several held at once, the first in the order of precedence
    begins_on: "date", // null = since ever
    ends_before: "date", // the first day that it is not held any more; null = open
  },
  /** The institutions of a region: registry first, else as last named on a settlement. */
  dim_institutions: {
    region: "varchar",
    institution: "varchar",
    name: "varchar",
    hospital_level: "varchar",
    institution_region: "varchar",
    ownership: "varchar",
    village_clinic: "boolean",
  },
} as const satisfies Record<FactTable, Record<string, string>>;

/** Columns of facts that say where a row came from and since when it is known: nothing about what it states. */
export const provenance: readonly string[] = [
  "load_id",
  "extract_number",
  "row_number",
  "first_seen_version",
  "first_seen_on",
];
