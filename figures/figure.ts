import type { Dimension } from "@/domain/dimensions";
import type { Figure } from "@/figures/question";
import type { Metric, Term } from "@/metrics/define";
import { evaluate, type Place, valueOfTerm } from "@/metrics/evaluate";
import { variesWith } from "@/metrics/reach";

/** A metric at a place as a figure that can travel: exact text, reason, both sides of the ratio. */
export function figureOf(metric: Metric, place: Place, by: readonly Dimension[]): Figure {
  if (!variesWith(metric, by)) {
    return { metric: metric.id, value: null, reason: "whole_only", numerator: null, denominator: null };
  }
  const { value, reason } = evaluate(metric, place);
  const formula = metric.kind === "derived" && metric.formula.op === "divide" ? metric.formula : null;
  const side = (term: Term) => ({ metric: term.metric.id, value: valueOfTerm(term, place).value?.toString() ?? null });
  return {
    metric: metric.id,
    value: value?.toString() ?? null,
    reason,
    numerator: formula && side(formula.of),
    denominator:
      formula && "metric" in formula.by
        ? { ...side(formula.by), whole: formula.by.scope !== "cell" || !variesWith(formula.by.metric, by) }
        : null,
  };
}
