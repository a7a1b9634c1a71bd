import type { ExtractKind } from "@/domain/load";

/**
 * Accepted rows of one extract, as DuckDB column types: read, checked, pseudonymised, nothing decided yet.
 * Amounts carry the sign of the file. What counts, and with which sign, is decided over a whole version (sql/facts).
 */
export const stagedTables = {
  settlements: {
    settlement_key: "uuid",
    initial_settlement_key: "uuid", // INIT_SETL_ID: the settlement that this row reverses
    visit_key: "uuid", // MDTRT_ID
    person_key: "uuid", // null where the row names no person
    certificate_key: "uuid", // joins registries that carry no person number
    insured_region: "varchar",
    scheme: "varchar",
    settled_at: "timestamp",
    month: "varchar",
    updated_at: "timestamp",
    medical_type: "varchar", // MED_TYPE as in the file
    disease_code: "varchar", // DISE_NO
    institution: "varchar",
    institution_name: "varchar",
    hospital_level: "varchar", // HOSP_LV
    institution_region: "varchar", // FIX_BLNG_ADMDVS
    begun_on: "date",
    ended_on: "date",
    voucher_kind: "varchar",
    age_band: "varchar",
    status_code: "varchar", // a hardship identity written on the row itself
    valid: "boolean", // VALI_FLAG; absent = true
    refund_mark: "boolean", // REFD_SETL_FLAG; null where the layout has no such column
    mid_stay: "boolean", // MID_SETL_FLAG = 1
    counts_as_stay: "boolean", // CAL_IPT_CNT; null where empty
    total_fee_amount: "decimal(18,2)",
    in_scope_fee_amount: "decimal(18,2)",
    pool_pay_amount: "decimal(18,2)",
    serious_illness_pay_amount: "decimal(18,2)",
    medical_aid_pay_amount: "decimal(18,2)",
    other_guarantee_pay_amount: "decimal(18,2)",
    fund_pay_amount: "decimal(18,2)",
    account_pay_amount: "decimal(18,2)",
    cash_pay_amount: "decimal(18,2)",
    row_number: "bigint", // as a spreadsheet counts: 1-based, header included
    late: "boolean",
  },
  hardship_registry: {
    person_key: "uuid",
    certificate_key: "uuid",
    identity_code: "varchar", // as in the file: a code or a name
    begins_at: "timestamp",
    ends_at: "timestamp", // null = open; an end without time of day includes that day (stored as 23:59:59.999999)
    row_number: "bigint",
  },
  institutions: {
    institution: "varchar",
    name: "varchar",
    hospital_level: "varchar",
    institution_region: "varchar",
    ownership: "varchar",
    village_clinic: "boolean",
    tier_override: "varchar",
    reason: "varchar",
    begins_on: "date",
    ends_on: "date",
    row_number: "bigint",
  },
  funding: {
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
    row_number: "bigint",
  },
  enrolment: {
    insured_region: "varchar",
    month: "varchar",
    enrolled: "bigint",
    target: "bigint",
    population_base: "varchar",
    population: "bigint",
    row_number: "bigint",
  },
  manual_aid: {
    insured_region: "varchar",
    month: "varchar",
    identity_code: "varchar",
    visit_class: "varchar",
    cases: "bigint",
    amount: "decimal(18,2)",
    row_number: "bigint",
  },
  indicators: {
    code: "varchar",
    unit: "varchar",
    period: "varchar",
    value: "decimal(38,8)",
    row_number: "bigint",
  },
} as const satisfies Record<ExtractKind, Record<string, string>>;

/** Whether rows of this kind name persons. */
export const namesPersons = (kind: ExtractKind) => "person_key" in stagedTables[kind];
