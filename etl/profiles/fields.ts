import type { ExtractKind } from "@/domain/load";

/** How a field is written in a file; each has its grammar in etl/grammar. */
export type FieldType =
  | "settlement"
  | "person"
  | "certificate"
  | "code"
  | "region"
  | "scheme"
  | "text"
  | "identity" // code or name
  | "flag"
  | "validity" // a flag: the row holds
  | "refund" // a flag: it takes back, or was taken back
  | "money"
  | "rate" // 4 decimals
  | "value" // 8 decimals
  | "whole"
  | "day"
  | "moment"
  | "begin" // of a validity: a day or a month
  | "end"
  | "month"
  | "year"
  | "period";

/** Fields that hold codes: regions by theirs, all others by those of a list. */
export const isOfCodes = (type: FieldType): boolean => ["code", "region", "scheme"].includes(type);

/** Fields that hold a day, with its time or without. */
export const isDated = (type: FieldType): boolean => ["day", "moment", "begin", "end"].includes(type);

/** Fields that become tokens: they name one row or person, so they are no constants, and may be read from anywhere. */
export const isTokenised = (type: FieldType): boolean => ["settlement", "person", "certificate"].includes(type);

/** Fields that hold amounts, rates or numbers of people. */
export const isMeasure = (type: FieldType): boolean => ["money", "rate", "value", "whole"].includes(type);

export interface Field {
  readonly type: FieldType;
  /** Its column must be there, and a row without a readable value is held. */
  readonly required?: true;
  /** It may be empty, but says whether, when or with how much a row counts: a row whose value cannot be read is held. */
  readonly decisive?: true;
}

const required = (type: FieldType): Field => ({ type, required: true });
const optional = (type: FieldType): Field => ({ type });
const decisive = (type: FieldType): Field => ({ type, decisive: true });

/** The standard fields of each kind of extract: what a profile maps headers to. */
export const fields = {
  settlements: {
    settlement_id: required("settlement"),
    initial_settlement_id: decisive("settlement"),
    visit_id: optional("settlement"),
    person_number: required("person"),
    certificate_number: optional("certificate"),
    birth_date: optional("day"),
    age: optional("rate"),
    scheme: optional("scheme"),
    insured_region: optional("region"),
    institution: required("code"),
    institution_name: optional("text"),
    hospital_level: optional("code"),
    institution_region: optional("region"),
    begun_on: optional("day"),
    ended_on: optional("day"),
    settled_at: required("moment"),
    voucher_kind: optional("code"),
    medical_type: required("code"),
    clearing_way: optional("code"),
    disease_code: optional("code"),
    status_code: optional("identity"),
    total_fee: required("money"),
    own_pay: optional("money"),
    over_limit_pay: optional("money"),
    advance_self_pay: optional("money"),
    in_scope_fee: optional("money"),
    pool_pay: required("money"),
    civil_servant_pay: optional("money"),
    supplementary_pay: optional("money"),
    serious_illness_pay: optional("money"),
    large_amount_pay: optional("money"),
    disabled_veteran_pay: optional("money"),
    medical_aid_pay: optional("money"),
    other_fund_pay: optional("money"),
    fund_pay: optional("money"),
    person_pay: optional("money"),
    account_pay: optional("money"),
    cash_pay: optional("money"),
    hospital_part_pay: optional("money"),
    family_account_pay: optional("money"),
    refund_flag: decisive("refund"),
    stay_count_flag: optional("flag"),
    mid_stay_flag: optional("flag"),
    valid_flag: decisive("validity"),
    updated_at: optional("moment"),
  },
  hardship_registry: {
    person_number: optional("person"),
    certificate_number: optional("certificate"),
    identity: required("identity"),
    begins_at: required("begin"),
    ends_at: decisive("end"),
  },
  institutions: {
    institution: required("code"),
    institution_name: optional("text"),
    hospital_level: optional("code"),
    institution_region: optional("region"),
    ownership: optional("text"),
    village_clinic: optional("flag"),
    tier_override: optional("text"),
    reason: optional("text"),
    begins_on: decisive("day"),
    ends_on: decisive("day"),
  },
  funding: {
    insured_region: optional("region"),
    scheme: optional("scheme"),
    year: required("year"),
    line: required("text"),
    source_level: optional("text"),
    per_head: decisive("rate"),
    heads: decisive("whole"),
    planned_amount: decisive("money"),
    in_place_amount: decisive("money"),
    in_place_date: optional("day"),
  },
  enrolment: {
    insured_region: optional("region"),
    month: required("month"),
    enrolled: required("whole"),
    target: optional("whole"),
    population_base: optional("text"),
    population: optional("whole"),
  },
  manual_aid: {
    insured_region: optional("region"),
    month: required("month"),
    identity: optional("identity"),
    visit_class: optional("text"),
    cases: optional("whole"),
    amount: required("money"),
  },
  indicators: {
    code: required("text"),
    unit: optional("text"),
    period: required("period"),
    value: required("value"),
  },
} as const satisfies Record<ExtractKind, Record<string, Field>>;

export type FieldName<Kind extends ExtractKind = ExtractKind> = Kind extends ExtractKind
  ? keyof (typeof fields)[Kind] & string
  : never;

/** The fields of a kind with their types, for code that treats every kind alike. */
export function fieldsOf(kind: ExtractKind): Record<string, Field> {
  return fields[kind];
}
