import type { ExtractKind } from "@/domain/load";
import { hardshipIdentities } from "@/etl/codes/hardshipIdentities";
import { matches } from "@/etl/grammar/sql";
import { tokenMark } from "@/etl/personKey";
import { namesPersons, stagedTables } from "@/etl/staged";

const number = (token: string) => `'${tokenMark}' || ${token}::varchar`;
const flag = (column: string) => `case ${column} when true then '1' when false then '0' end`;
const moment = (column: string) => `strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
const same = (...names: string[]) => names.map((name): [string, string] => [name, `${name}::varchar`]);

/**
 * How the row that is kept of a held one becomes a file's row again: fields of its kind, as SQL texts over the columns of
 * etl/staged.ts. What no figure is made of is gone; a person's numbers are their tokens.
 */
export const replayedFields: Record<ExtractKind, readonly (readonly [field: string, expression: string])[]> = {
  settlements: [
    ["settlement_id", number("settlement_key")],
    ["initial_settlement_id", number("initial_settlement_key")],
    ["visit_id", number("visit_key")],
    ["person_number", number("person_key")],
    ["certificate_number", number("certificate_key")],
    ["age", "regexp_extract(age_band, '^[0-9]+')"],
    ...same("insured_region", "scheme", "medical_type", "disease_code", "institution", "institution_name"),
    ...same("hospital_level", "institution_region", "begun_on", "ended_on", "voucher_kind", "status_code"),
    ["settled_at", moment("settled_at")],
    ["updated_at", moment("updated_at")],
    ["valid_flag", flag("valid")],
    ["refund_flag", flag("refund_mark")],
    ["mid_stay_flag", flag("mid_stay")],
    ["stay_count_flag", flag("counts_as_stay")],
    ["total_fee", "total_fee_amount::varchar"],
    ["in_scope_fee", "in_scope_fee_amount::varchar"],
    ["pool_pay", "pool_pay_amount::varchar"],
    ["serious_illness_pay", "serious_illness_pay_amount::varchar"],
    ["medical_aid_pay", "medical_aid_pay_amount::varchar"],
    ["supplementary_pay", "other_guarantee_pay_amount::varchar"],
    ["fund_pay", "fund_pay_amount::varchar"],
    ["account_pay", "account_pay_amount::varchar"],
    ["cash_pay", "cash_pay_amount::varchar"],
  ],
  hardship_registry: [
    ["person_number", number("person_key")],
    ["certificate_number", number("certificate_key")],
    ["identity", "identity_code"],
    ["begins_at", moment("begins_at")],
    [
      "ends_at",
      `case when ends_at::time = '23:59:59.999999' then ends_at::date::varchar else ${moment("ends_at")} end`,
    ],
  ],
  institutions: [
    ["institution", "institution"],
    ["institution_name", "name"],
    ...same("hospital_level", "institution_region", "ownership", "tier_override", "reason", "begins_on", "ends_on"),
    ["village_clinic", flag("village_clinic")],
  ],
  funding: [
    ["insured_region", "region"],
    ...same("scheme", "year", "line", "source_level", "per_head", "heads", "planned_amount", "in_place_amount"),
    ...same("in_place_date"),
  ],
  enrolment: same("insured_region", "month", "enrolled", "target", "population_base", "population"),
  manual_aid: [
    ["insured_region", "insured_region"],
    ["identity", "identity_code"],
    ...same("month", "visit_class", "cases", "amount"),
  ],
  indicators: same("code", "unit", "period", "value"),
};

const shortCode = "[0-9A-Za-z_.-]{1,16}";
/** A telephone number, or a number of a person. */
const somebody = "1[0-9]{10}|[0-9]{15,}";

/**
 * SQL: what is kept of a held row so that it can be read again once it is corrected, as a struct of the columns of
 * etl/staged.ts. A cell may stand in the wrong column: of files that name persons only what cannot name one is kept.
 */
export function keptRow(kind: ExtractKind): string {
  const decidedLater = ["row_number", "late"];
  const columns = Object.entries(stagedTables[kind]).filter(([name]) => !decidedLater.includes(name));
  const mayName = namesPersons(kind);
  const kept = columns.map(([name, type]) => `${name} := ${type === "varchar" && mayName ? harmless(name) : name}`);
  return `struct_pack(${kept.join(", ")})`;
}

/** SQL: the value of a column of codes, if it looks like a code and not like somebody. */
function harmless(column: string): string {
  const known = hardshipIdentities.map(({ prefix }) => prefix).join("|");
  const isCode = `regexp_full_match(${column}, '${shortCode}') and not regexp_full_match(${column}, '${somebody}')`;
  return `case when ${isCode} or ${matches(column, `(${known})[^0-9]{0,6}`)} then ${column} end`;
}
