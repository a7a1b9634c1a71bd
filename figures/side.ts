import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import type { Dimension } from "@/domain/dimensions";
import { addMonths, type Month, type Period, periodBetween } from "@/domain/period";
import type { CellRequest } from "@/figures/cells";
import type { Question } from "@/figures/question";
import type { Where } from "@/metrics/compile";
import { type Fact, factDimensions, facts, type Measure, type Metric, measuresOf } from "@/metrics/define";
import { emptinessCounts } from "@/metrics/emptiness";
import { type Grain, grainOf } from "@/metrics/grains";
import { needsHistory } from "@/metrics/reach";
import { type Span, spanOf } from "@/metrics/span";

/** A question in one period: what is compared, or what it is compared with. */
export interface Side {
  readonly metrics: readonly Metric[];
  readonly by: readonly Dimension[];
  /** Without `month`, which chooses the months of the spans. */
  readonly where: Where;
  readonly basis: AvailableFundBasis;
  readonly period: Period;
  readonly span: Span;
  /** One span per month with data when the question is cut by month. */
  readonly monthSpans: ReadonlyMap<Month, Span>;
  /** Single months before and within the period that windows reach into. */
  readonly history: ReadonlyMap<Month, Span>;
}

type HasData = (month: Month) => boolean;

/** `months`: only these of the period are looked at, such as those that two years share. */
export function sideOf(
  question: Pick<Question, "by" | "where" | "basis">,
  metrics: readonly Metric[],
  period: Period,
  hasData: HasData,
  months: readonly Month[] = period.months,
): Side {
  const { month: chosen, ...where } = question.where;
  const span = spanOf(period, hasData, (month) => months.includes(month) && (chosen?.includes(month) ?? true));
  const alone = (month: Month): [Month, Span] => [month, spanOf(periodBetween(month, month), hasData)];
  return {
    metrics,
    by: question.by,
    where,
    basis: question.basis,
    period,
    span,
    monthSpans: new Map(question.by.includes("month") ? span.months.map(alone) : []),
    history: new Map(metrics.some(needsHistory) ? historyMonths(span).filter(hasData).map(alone) : []),
  };
}

/** January three years before to the end of the span: as far back as any window or prior year reaches. */
function historyMonths(span: Span): readonly Month[] {
  return periodBetween(`${addMonths(span.closingMonth, -36).slice(0, 4)}-01`, span.closingMonth).months;
}

/** The cut of a side as far as a fact knows it; a month is a span. */
export function cutOf(side: Pick<Side, "by">, fact: Fact): Grain {
  return grainOf(side.by.filter((dimension) => dimension !== "month" && factDimensions[fact].includes(dimension)));
}

/** The filter of a side as far as a fact knows it. */
export function filterOf(side: Pick<Side, "where">, fact: Fact): Where {
  const known = Object.entries(side.where).filter(([name]) => factDimensions[fact].includes(name as Dimension));
  return Object.fromEntries(known);
}

/** Everything that must be read before a side can be evaluated. */
export function requestsOf(side: Side): CellRequest[] {
  const measures = [...new Set(side.metrics.flatMap(measuresOf))];
  const requests: CellRequest[] = [];
  const ask = (span: Span, by: Grain, where: Where, wanted: readonly Measure[]) =>
    requests.push({ span, by, where, measures: wanted });
  for (const fact of facts) {
    const own = measures.filter((measure) => measure.fact === fact);
    // Rows are the cells of settlements, so those are read even when no metric counts them.
    if (own.length === 0 && fact !== "payments") continue;
    for (const span of [side.span, ...side.monthSpans.values()]) {
      ask(span, cutOf(side, fact), filterOf(side, fact), own);
    }
    ask(side.span, [], filterOf(side, fact), own);
  }
  ask(side.span, [], {}, [...measures, ...emptinessCounts]);
  const summed = measures.filter((measure) => measure.fact === "payments" && measure.total === "sum");
  for (const span of side.history.values()) ask(span, [], {}, summed);
  return requests;
}
