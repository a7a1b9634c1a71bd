import type { Dimension } from "@/domain/dimensions";
import { factDimensions, type Metric, type Term, termsOf } from "@/metrics/define";

/**
 * Whether a metric has a value of its own in each cell of a cut. A ratio does when its numerator does: a denominator
 * that does not know the cut is taken at the whole. An available fund by tier does not exist.
 */
export function variesWith(metric: Metric, by: readonly Dimension[]): boolean {
  if (by.length === 0) return true;
  if (metric.kind === "measure") return by.every((dimension) => factDimensions[metric.fact].includes(dimension));
  const { formula } = metric;
  const follows = (term: Term) =>
    term.scope === "cell" ? variesWith(term.metric, by) : term.window !== "period" && isByMonthOnly(by);
  switch (formula.op) {
    case "divide":
    case "multiply":
    case "subtract":
      return follows(formula.of);
    case "add":
      return formula.all.every(follows);
    case "by_basis":
      return termsOf(formula).every(follows);
    case "elapsed_share_of_year":
    case "mean_share_of_prior_years":
      return isByMonthOnly(by);
  }
}

const isByMonthOnly = (by: readonly Dimension[]) => by.every((dimension) => dimension === "month");

/** Whether a metric looks at months outside the question's period. */
export function needsHistory(metric: Metric): boolean {
  if (metric.kind === "measure") return false;
  if (metric.formula.op === "mean_share_of_prior_years") return true;
  return termsOf(metric.formula).some((term) => term.window !== "period" || needsHistory(term.metric));
}
