import { type CauseName, type Causes, causeNames, printedCauses } from "@/domain/decomposition";
import type { Dimension } from "@/domain/dimensions";
import { type Decimal, decimal, roundToTotal } from "@/domain/money";
import { causesBy, cellMetrics, decomposeRows } from "@/figures/causes";
import type { Answer, Question, QuestionScope } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatientsOf } from "./inpatients";

/** What the cells of a decomposition are cut by; the first one unless asked otherwise. */
export const cellChoices = ["tier", "tier_and_status", "institution"] as const;
export type CellChoice = (typeof cellChoices)[number];

const cellDimensions: Record<CellChoice, readonly Dimension[]> = {
  tier: ["tier"],
  tier_and_status: ["tier", "hardship_status"],
  institution: ["tier", "institution"],
};

/** The choice that a text names, else the first. */
export const cellChoiceOf = (text: unknown): CellChoice =>
  cellChoices.find((choice) => choice === text) ?? cellChoices[0];

/** Asks for the cells of inpatients. */
export const whyQuestion = (scope: QuestionScope, cells: CellChoice): Question => ({
  ...inpatientsOf(scope),
  by: cellDimensions[cells],
  metrics: cellMetrics,
});

/** One cause: exact, and as printed so that the causes add up to what is printed as their total. */
export interface Cause {
  readonly name: CauseName;
  readonly amount: Decimal;
  readonly printedAmount: Decimal;
  /** Of the change; null where nothing changed. */
  readonly share: Decimal | null;
  readonly printedShare: Decimal | null;
}

/** Why payments changed, in yuan. */
export interface Why {
  readonly change: Decimal;
  readonly causes: readonly Cause[];
}

export interface WhyInpatients extends Why {
  /** The payments of the compared period and of this one, over the months that both have. */
  readonly before: Decimal;
  readonly now: Decimal;
  /** The same by tier: the part that each tier's cells have in every cause. */
  readonly tiers: ReadonlyMap<string, Why>;
}

/** Works out the answer to `whyQuestion`; null without anything to compare with. `unit`: yuan in one unit of display. */
export function whyOf({ rows, total }: Answer, unit = 1): WhyInpatients | null {
  const before = total.compare?.values[poolPay.id]?.value;
  const change = total.compare?.change[poolPay.id];
  if (before == null || change == null) return null;
  const decomposed = decomposeRows(rows);
  const withUncounted = !decomposed.uncounted.isZero();
  const tiers = [...causesBy("tier", decomposed)].map(([tier, causes]): [string, Why] => [
    tier,
    printed(causes, unit, withUncounted),
  ]);
  return {
    ...printed(decomposed, unit, withUncounted),
    before: decimal(before),
    now: decimal(before).plus(change),
    tiers: new Map(tiers),
  };
}

/** Money without cases has no cause: a line of its own, where there is any. */
function printed(causes: Causes & { readonly change: Decimal }, unit: number, withUncounted: boolean): Why {
  const { change } = causes;
  const names = causeNames.filter((name) => name !== "uncounted" || withUncounted);
  const shares = change.isZero() ? null : names.map((name) => causes[name].div(change));
  const printedShares = shares && roundToTotal(shares, 4);
  const amounts = printedCauses(causes, unit);
  return {
    change,
    causes: names.map((name, index) => ({
      name,
      amount: causes[name],
      printedAmount: amounts[name],
      share: shares?.[index] ?? null,
      printedShare: printedShares?.[index] ?? null,
    })),
  };
}
