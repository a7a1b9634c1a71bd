import type { ExtractKind } from "@/domain/load";
import { literal } from "@/domain/sqlLiteral";
import { numberTokenSql, tokenOf } from "../personKey";
import { levelName, lineName } from "../sql/fundingNames";
import { stagedTables } from "../staged";
import type { CheckSettings } from "./check";

/** Column of a checked file and the SQL that makes it from the typed fields. */
type CheckedColumn = readonly [name: string, expression: string];

/** The columns that are checked of a kind, in the order of etl/staged.ts: those of `checkedTypes`. */
export function checkedColumns(kind: ExtractKind, settings: CheckSettings): readonly CheckedColumn[] {
  return builders[kind](settings);
}

/** The numbers that stand for a person until the rows are written: a token is worked out once a person, not once a row. */
const numbers: Readonly<Record<string, string>> = {
  person_key: "person_number",
  certificate_key: "certificate_number",
};

/** Columns of a checked file and their types: as in etl/staged.ts, with numbers for tokens, what the whole file decides left out. */
export function checkedTypes(kind: ExtractKind): Readonly<Record<string, string>> {
  const decidedLater = ["row_number", "late"];
  return Object.fromEntries(
    Object.entries(stagedTables[kind])
      .filter(([name]) => !decidedLater.includes(name))
      .map(([name, type]) => (numbers[name] ? [numbers[name], "varchar"] : [name, type])),
  );
}

const same = (...names: string[]): CheckedColumn[] => names.map((name) => [name, name]);

const numberToken = (label: "settlement" | "visit", column: string, replayed: boolean) =>
  tokenOf(column, numberTokenSql(label, column), replayed);

const builders: Record<ExtractKind, (settings: CheckSettings) => CheckedColumn[]> = {
  settlements: ({ region, scheme, present, replayed = false }) => [
    ["settlement_key", numberToken("settlement", "settlement_id", replayed)],
    ["initial_settlement_key", numberToken("settlement", "initial_settlement_id", replayed)],
    ["visit_key", numberToken("visit", "visit_id", replayed)],
    ...same("person_number", "certificate_number"),
    ["insured_region", `coalesce(insured_region, ${literal(region)})`],
    ["scheme", present.has("scheme") ? "coalesce(scheme, 'unclassified')" : literal(scheme)],
    ["settled_at", "settled_at"],
    ["month", "strftime(settled_at, '%Y-%m')"],
    ...same("updated_at", "medical_type", "disease_code", "institution", "institution_name", "hospital_level"),
    ...same("institution_region", "begun_on", "ended_on", "voucher_kind"),
    ["age_band", ageBand],
    ...same("status_code"),
    ["valid", "coalesce(valid_flag, true)"],
    ["refund_mark", present.has("refund_flag") ? "coalesce(refund_flag, false)" : "null"],
    ["mid_stay", "coalesce(mid_stay_flag, false)"],
    ["counts_as_stay", "stay_count_flag"],
    ["total_fee_amount", "total_fee"],
    ["in_scope_fee_amount", "in_scope_fee"],
    ["pool_pay_amount", "pool_pay"],
    ["serious_illness_pay_amount", "serious_illness_pay"],
    ["medical_aid_pay_amount", "medical_aid_pay"],
    [
      "other_guarantee_pay_amount",
      "case when supplementary_pay is not null or other_fund_pay is not null then coalesce(supplementary_pay, 0) + coalesce(other_fund_pay, 0) end",
    ],
    ["fund_pay_amount", "fund_pay"],
    ["account_pay_amount", "account_pay"],
    ["cash_pay_amount", "cash_pay"],
  ],
  hardship_registry: () => [
    ...same("person_number", "certificate_number"),
    ["identity_code", "identity"],
    ...same("begins_at", "ends_at"),
  ],
  institutions: () => [
    ["institution", "institution"],
    ["name", "institution_name"],
    ...same("hospital_level", "institution_region", "ownership", "village_clinic", "tier_override", "reason"),
    ...same("begins_on", "ends_on"),
  ],
  funding: ({ region, scheme }) => [
    ["region", `coalesce(insured_region, ${literal(region)})`],
    ["scheme", `coalesce(scheme, ${literal(scheme)})`],
    ["year", "year"],
    ["line", lineName],
    ["source_level", levelName],
    ...same("per_head", "heads", "planned_amount", "in_place_amount", "in_place_date"),
  ],
  enrolment: ({ region }) => [
    ["insured_region", `coalesce(insured_region, ${literal(region)})`],
    ...same("month", "enrolled", "target", "population_base", "population"),
  ],
  manual_aid: ({ region }) => [
    ["insured_region", `coalesce(insured_region, ${literal(region)})`],
    ["month", "month"],
    ["identity_code", "identity"],
    ...same("visit_class", "cases", "amount"),
  ],
  indicators: () => same("code", "unit", "period", "value"),
};

const monthAndDay = (date: string) => `month(${date}) * 100 + day(${date})`;

/** Years at settlement: from the birth date, else from the age column. */
export const ageInYears = `coalesce(
      year(settled_at) - year(birth_date) - (${monthAndDay("settled_at")} < ${monthAndDay("birth_date")})::bigint,
      floor(age)::bigint)`;

/** 5-9, 10-14, … 80-84 */
const fiveYears = Array.from({ length: 16 }, (_, i) => `${5 * (i + 1)}-${5 * (i + 1) + 4}`);

/** 0, 1-4, then five years each up to 85+. */
const ageBand = `case
    when age_years is null or age_years not between 0 and 130 then null
    when age_years = 0 then '0'
    when age_years < 5 then '1-4'
    when age_years >= 85 then '85+'
    else ([${fiveYears.map(literal).join(", ")}])[age_years // 5] end`;
