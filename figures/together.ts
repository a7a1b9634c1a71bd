import { change, growth } from "@/domain/comparison";
import { type Decimal, decimal, sum } from "@/domain/money";
import type { AnswerRow, Comparison, Figure } from "@/figures/question";
import { type Metric, measuresOf, termsOf } from "@/metrics/define";

/**
 * Several rows of an answer as one: measures added, a ratio divided anew from its own sums, never a mean of ratios.
 * Persons are in several rows at once, so what counts them has no value. `metrics` are those of the answer; a ratio
 * needs both its sides among them (`withSides`).
 */
export function together(rows: readonly AnswerRow[], metrics: readonly Metric[]): AnswerRow {
  const [first] = rows;
  const added = (take: (row: AnswerRow, id: string) => string | null | undefined): Amounts => {
    const known = new Map<string, Decimal | null>();
    return (id) => {
      if (!known.has(id)) known.set(id, addAll(rows.map((row) => take(row, id))));
      return known.get(id)!;
    };
  };
  const values = figuresOf(
    metrics,
    added((row, id) => row.values[id]?.value),
  );
  if (!first?.compare) return { key: {}, values, compare: null };
  const before = added((row, id) => row.compare?.values[id]?.value);
  const changed = added((row, id) => row.compare?.change[id]);
  const shared: Amounts = (id) => {
    const [then, difference] = [before(id), changed(id)];
    return then && difference ? then.plus(difference) : null;
  };
  return {
    key: {},
    values,
    compare: compared(first.compare.period, figuresOf(metrics, shared), figuresOf(metrics, before)),
  };
}

/** A metric with the two sides that adding rows up needs of it. */
export function withSides(metric: Metric): Metric[] {
  return metric.kind === "derived" && metric.formula.op === "divide"
    ? [...new Set([metric, ...termsOf(metric.formula).flatMap((term) => withSides(term.metric))])]
    : [metric];
}

type Amounts = (id: string) => Decimal | null;

/** All or none: one part without a value leaves the sum without one. */
function addAll(parts: readonly (string | null | undefined)[]): Decimal | null {
  const known = parts.flatMap((part) => (part == null ? [] : [decimal(part)]));
  return known.length === parts.length ? sum(known) : null;
}

function figuresOf(metrics: readonly Metric[], amounts: Amounts): Record<string, Figure> {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(metric, amounts)]));
}

function figureOf(metric: Metric, amounts: Amounts): Figure {
  const none = { metric: metric.id, value: null, numerator: null, denominator: null };
  if (measuresOf(metric).some(({ total }) => total === "distinct")) return { ...none, reason: "not_added" };
  if (metric.kind === "measure" || metric.formula.op !== "divide") {
    const value = amounts(metric.id);
    return { ...none, value: value?.toString() ?? null, reason: value ? null : "no_data" };
  }
  const { of, by } = metric.formula;
  if ("constant" in by) return { ...none, reason: "not_added" };
  const [above, below] = [amounts(of.metric.id), amounts(by.metric.id)];
  const value = above && below && !below.isZero() ? above.div(below).toString() : null;
  return {
    metric: metric.id,
    value,
    reason: value === null ? (below?.isZero() ? "divided_by_zero" : "no_data") : null,
    numerator: { metric: of.metric.id, value: above?.toString() ?? null },
    denominator: { metric: by.metric.id, value: below?.toString() ?? null, whole: false },
  };
}

function compared(period: string, now: Record<string, Figure>, before: Record<string, Figure>): Comparison {
  const exact = (figure: Figure | undefined) => (figure?.value ? decimal(figure.value) : null);
  const both = (work: typeof change) =>
    Object.fromEntries(
      Object.keys(before).map((id) => [id, work(exact(now[id]), exact(before[id]))?.toString() ?? null]),
    );
  return { period, values: before, change: both(change), growth: both(growth) };
}
