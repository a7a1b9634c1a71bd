import { decimal } from "@/domain/money";
import { executionOf } from "@/domain/projectBudget";
import type { Indicator } from "@/domain/rubric";
import { type Actual, actualKinds } from "@/domain/scoring/scored";
import { valueInUnit } from "@/rubrics/index";
import type { Folded, FoldedEntry } from "./fold";
import type { ActualOrigin, FigureSeen, IndicatorView } from "./view";

/** What is known of an indicator before it is scored. */
export type IndicatorKnown = Pick<
  IndicatorView,
  "indicator" | "target" | "targetOrigin" | "targetParts" | "actual" | "actualText" | "origin" | "figure"
> & { readonly applies: boolean; readonly entry: FoldedEntry | null };

/** Puts together what a rubric says, what a metric says and what somebody entered. */
export function knownOf(assessment: Folded, indicator: Indicator, figure: FigureSeen | null): IndicatorKnown {
  const entry = assessment.entries.find(({ code }) => code === indicator.code) ?? null;
  const target = entry?.target ?? indicator.target ?? null;
  const isOwnTarget = entry?.target !== undefined;
  return {
    indicator,
    target,
    targetOrigin: isOwnTarget ? "entered" : target === null ? null : "rubric",
    targetParts: entry?.targetParts ?? (isOwnTarget ? [] : (indicator.targetParts ?? [])),
    ...actualOf(assessment, indicator, entry, figure),
    actualText: entry?.actualText ?? null,
    figure,
    applies: entry?.applies !== false,
    entry,
  };
}

/** Marks that were given; the budget's execution; a person's value; the metric's. */
function actualOf(
  assessment: Folded,
  indicator: Indicator,
  entry: FoldedEntry | null,
  figure: FigureSeen | null,
): { actual: Actual | null; origin: ActualOrigin | null } {
  const { rule } = indicator.scoring;
  const enteredBy = entry?.valueBy ? ({ kind: "entered", ...entry.valueBy } as const) : null;
  if (rule === "given") {
    const given = Object.values(entry?.scores ?? {}).length > 0;
    return given ? { actual: { kind: "marks", scores: entry!.scores! }, origin: enteredBy } : unknown;
  }
  if (rule === "budget_execution") {
    const execution = executionOf(assessment.budget, assessment.budget.base);
    if (!execution) return unknown;
    const { base, budget, executed } = execution;
    return {
      actual: { kind: "budget", base, budget: budget.toString(), executed: executed.toString() },
      origin: { kind: "budget", base, ...assessment.budgetBy! },
    };
  }
  if (entry?.actual) {
    const overrides = figure !== null && actualKinds[rule] === "number";
    if (!overrides) return { actual: entry.actual, origin: enteredBy };
    const overrideReason = entry.overrideReason ?? null;
    return { actual: entry.actual, origin: { ...entry.valueBy!, kind: "overriding", overrideReason } };
  }
  const value = actualKinds[rule] === "number" && figure ? figureInUnit(figure, indicator) : null;
  return value === null ? unknown : { actual: { kind: "number", value }, origin: { kind: "metric" } };
}

/** A metric's value in the unit of its indicator; null where it has none. */
export function figureInUnit({ figure: { value } }: FigureSeen, { unit }: Indicator): string | null {
  return value === null ? null : valueInUnit(decimal(value), unit).toString();
}

const unknown = { actual: null, origin: null } as const;
