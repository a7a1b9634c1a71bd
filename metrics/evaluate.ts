import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import { type Decimal, decimal, sum, zero } from "@/domain/money";
import {
  type Constant,
  type Derived,
  type Measure,
  type Metric,
  measuresOf,
  type Outcome,
  type Reason,
  type Scope,
  type Term,
  type Window,
} from "@/metrics/define";

/** Where a formula is worked out: totals of the row's cell and of the wholes around it. */
export interface Place {
  total(measure: Measure, scope: Scope, window: Window): Outcome;
  /** The measure watches a column, and more than 1% of it is empty in the period. */
  mostlyEmpty(measure: Measure): boolean;
  readonly beginsInJanuary: boolean;
  /** Which available fund is meant. */
  readonly basis: AvailableFundBasis;
  /** Months of the year gone by at the end of the row's period, 1 to 12. */
  readonly monthsGoneBy: number;
  /** For complete prior years, newest first: January to the same month, and the whole year. */
  priorYears(measure: Measure): readonly { readonly toDate: Decimal; readonly year: Decimal }[];
}

const some = (value: Decimal): Outcome => ({ value, reason: null });
const none = (reason: Reason): Outcome => ({ value: null, reason });

/** The value of a metric at a place, exact, or the reason why it has none there. */
export function evaluate(metric: Metric, place: Place, scope: Scope = "cell", window: Window = "period"): Outcome {
  if (metric.kind === "measure") return place.total(metric, scope, window);
  if (metric.fromJanuary && !place.beginsInJanuary) return none("not_from_january");
  return applyFormula(metric, place, (side) => valueOfTerm(side, place, scope, window));
}

/** One side of a formula, seen from a scope and window: a whole of a whole is that whole. */
export function valueOfTerm(
  side: Term | Constant,
  place: Place,
  scope: Scope = "cell",
  window: Window = "period",
): Outcome {
  if ("constant" in side) return some(decimal(side.constant));
  const inner = side.scope === "cell" || scope === "region" ? scope : side.scope;
  return evaluate(side.metric, place, inner, side.window === "period" ? window : side.window);
}

function applyFormula(metric: Derived, place: Place, value: (side: Term | Constant) => Outcome): Outcome {
  const { formula } = metric;
  switch (formula.op) {
    case "divide": {
      if (measuresOf(metric).some((measure) => place.mostlyEmpty(measure))) return none("column_mostly_empty");
      return combine([value(formula.of), value(formula.by)], ([of, by]) =>
        by!.isZero() ? none("divided_by_zero") : some(of!.div(by!)),
      );
    }
    case "multiply":
      return combine([value(formula.of), value(formula.by)], ([of, by]) => some(of!.times(by!)));
    case "add":
      return combine(formula.all.map(value), (parts) => some(sum(parts)));
    case "subtract":
      return combine([formula.of, ...formula.less].map(value), ([of, ...less]) => some(of!.minus(sum(less))));
    case "by_basis":
      return value(formula.choices[place.basis]);
    case "elapsed_share_of_year":
      return some(decimal(place.monthsGoneBy).div(12));
    case "mean_share_of_prior_years": {
      const years = measuresOf(formula.of.metric).flatMap((measure) => place.priorYears(measure));
      const shares = years.filter(({ year }) => !year.isZero()).map(({ toDate, year }) => toDate.div(year));
      return shares.length === 0 ? none("too_few_months") : some(sum(shares).div(shares.length));
    }
  }
}

/** All parts or none: the first part without a value gives its reason. */
function combine(parts: readonly Outcome[], work: (values: Decimal[]) => Outcome): Outcome {
  const missing = parts.find((part) => part.value === null);
  return missing ?? work(parts.map((part) => part.value ?? zero));
}
