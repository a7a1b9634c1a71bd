import { type Tier, tiers } from "@/domain/dimensions";
import { type Decimal, decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { Lever } from "./levers";

/**
 * Levers as people name them, in the order in which they are pulled; a value is exact text in the unit of its field.
 * The same names stand in an address, in a form and in a saved scenario.
 */
export const leverFields = {
  /** 2018-08: from which month on all but the dated ones hold; the first month to come unless said. */
  from: { unit: "month" },
  /** Change of a tier's inpatient cases. */
  cases_township: { unit: "percent", least: -100, most: 500 },
  cases_county: { unit: "percent", least: -100, most: 500 },
  cases_city: { unit: "percent", least: -100, most: 500 },
  cases_provincial_plus: { unit: "percent", least: -100, most: 500 },
  /** The part of the inpatient cases outside the county that is treated in it instead. */
  in_county: { unit: "percent", least: 0, most: 100 },
  /** Change of the fee per inpatient case. */
  fee: { unit: "percent", least: -100, most: 500 },
  /** Percentage points of fund pay ÷ fee of inpatients. */
  rate: { unit: "points", least: -100, most: 100 },
  /** What a rule changes of everything that the fund pays, from `policy_from` on. */
  policy: { unit: "percent", least: -100, most: 500 },
  policy_from: { unit: "month" },
  /** 万元 paid once in `campaign_month`; negative for money that comes back. */
  campaign: { unit: "ten_thousand_yuan", least: -999_999, most: 999_999 },
  campaign_month: { unit: "month" },
} as const satisfies Record<string, LeverField>;

type LeverField =
  | { readonly unit: "month" }
  | {
      readonly unit: "percent" | "points" | "ten_thousand_yuan";
      readonly least: number;
      readonly most: number;
    };

export type LeverName = keyof typeof leverFields;
export const leverNames = Object.keys(leverFields) as LeverName[];

/** What is set; a lever that is absent, or zero, is not pulled. */
export type LeverValues = Readonly<Partial<Record<LeverName, string>>>;

/** A lever with the field that sets it. */
export interface NamedLever {
  readonly name: LeverName;
  readonly lever: Lever;
}

/** A cell of the months to come, as levers tell them apart. */
export interface LeverCell {
  readonly key: string;
  readonly tier: string;
  readonly visitClass: string;
}

/** Whether a text is a value of its field: a month still to come, or a number of at most two decimals within its bounds. */
export function isLeverValue(name: LeverName, text: string, monthsToCome: readonly Month[]): boolean {
  const field: LeverField = leverFields[name];
  if (field.unit === "month") return monthsToCome.includes(text);
  if (!/^[+-]?\d{1,6}(\.\d{1,2})?$/.test(text)) return false;
  const value = decimal(text.replace("+", ""));
  return !value.lessThan(field.least) && !value.greaterThan(field.most);
}

const inCounty: readonly string[] = ["township", "county"] satisfies Tier[];
const outside: readonly string[] = ["city", "provincial_plus"] satisfies Tier[];

/**
 * What is set as levers over the cells, in the order in which they are pulled; what moves nothing is left out.
 * `monthsToCome`: ascending, not empty.
 */
export function namedLevers(
  values: LeverValues,
  cells: readonly LeverCell[],
  monthsToCome: readonly Month[],
): NamedLever[] {
  const from = values.from ?? monthsToCome[0]!;
  const inpatientsOf = (kept: readonly string[]) =>
    keysOf(cells.filter((cell) => isStay(cell) && kept.includes(cell.tier)));
  const fraction = (value: Decimal) => value.div(100);
  const levers: Partial<Record<LeverName, (value: Decimal) => Lever>> = {
    in_county: (value) => ({
      kind: "treated_elsewhere",
      cells: inpatientsOf(outside),
      to: inpatientsOf(inCounty),
      share: fraction(value),
      from,
    }),
    fee: (value) => ({ kind: "fee_per_case", cells: keysOf(cells.filter(isStay)), change: fraction(value), from }),
    rate: (value) => ({ kind: "rate", cells: keysOf(cells.filter(isStay)), points: fraction(value), from }),
    policy: (value) => ({
      kind: "policy",
      cells: keysOf(cells),
      factor: fraction(value).plus(1),
      from: values.policy_from ?? from,
    }),
    campaign: (value) => ({
      kind: "campaign",
      amount: value.times(10_000),
      month: values.campaign_month ?? from,
    }),
  };
  for (const tier of tiers.filter((name) => name !== "unclassified")) {
    levers[`cases_${tier}`] = (value) => ({
      kind: "cases",
      cells: inpatientsOf([tier]),
      change: fraction(value),
      from,
    });
  }
  return leverNames.flatMap((name) => {
    const lever = levers[name];
    const value = lever && values[name] ? decimal(values[name].replace("+", "")) : null;
    return lever && value && !value.isZero() ? [{ name, lever: lever(value) }] : [];
  });
}

const isStay = ({ visitClass }: LeverCell) => visitClass === "inpatient";
const keysOf = (cells: readonly LeverCell[]) => cells.map(({ key }) => key);
