import { type Decimal, sum, zero } from "@/domain/money";
import type { Third } from "@/domain/pace";
import type { Month } from "@/domain/period";
import {
  overrunProbability,
  type PointProjection,
  type ProjectedMonth,
  type YearEnd,
  yearEndInterval,
} from "./projection";

/** Where the available fund ends. lasts: not this year. exceeded: in a month that is reported already. */
export type FundEnd =
  | { readonly kind: "lasts" }
  | { readonly kind: "ends"; readonly month: Month; readonly third: Third }
  | { readonly kind: "exceeded"; readonly month: Month };

/** The projection held against the year's available fund (opening balance left out, unless `available` includes it). */
export interface FundOutlook {
  readonly available: Decimal;
  /** total − available; negative: money left. */
  readonly overrun: Decimal;
  /** total ÷ available − 1. */
  readonly overrunRate: Decimal;
  /** total ÷ available, with the 80% interval; null after a structural break. */
  readonly use: Decimal;
  readonly useInterval: { readonly low: Decimal; readonly high: Decimal } | null;
  readonly probability: number | null;
  /** paid ÷ available. */
  readonly usedSoFar: Decimal;
  /** Paid ÷ total: had just this part of the fund been used by now, the year would end on the fund. Null for a year of zero. */
  readonly breakEvenShare: Decimal | null;
  /**
   * What keeps the year within the fund: the mean of the months to come, and what that is of the projected rest, − 1
   * (−0.4 is "40% less"). Null when the fund is spent or nothing is left to come.
   */
  readonly needed: { readonly monthlyMean: Decimal; readonly change: Decimal } | null;
  readonly end: FundEnd;
}

/** @param available yuan, above zero */
export function fundOutlook(projection: YearEnd, available: Decimal): FundOutlook {
  const { total, paid } = projection;
  const interval = yearEndInterval(projection, 80);
  return {
    available,
    overrun: total.minus(available),
    overrunRate: total.div(available).minus(1),
    use: total.div(available),
    useInterval: interval && { low: interval.low.div(available), high: interval.high.div(available) },
    probability: overrunProbability(projection, available),
    usedSoFar: paid.div(available),
    breakEvenShare: total.isZero() ? null : paid.div(total),
    needed: needed(projection, available),
    end: fundEnd(projection.months, paid, available),
  };
}

function needed({ months, paid, lateRows, remaining }: YearEnd, available: Decimal): FundOutlook["needed"] {
  const left = available.minus(paid).minus(lateRows);
  if (left.isNegative() || !remaining.greaterThan(0)) return null;
  const toCome = months.filter(({ state }) => state !== "known");
  const reported = sum(toCome.map((month) => month.reported ?? zero));
  return { monthlyMean: left.plus(reported).div(toCome.length), change: left.div(remaining).minus(1) };
}

function fundEnd(months: readonly ProjectedMonth[], paid: Decimal, available: Decimal): FundEnd {
  const exceeded = paid.greaterThan(available);
  let left = available;
  for (const [index, { month, amount }] of months.entries()) {
    if (amount.greaterThan(left)) {
      if (exceeded) return { kind: "exceeded", month };
      if (left.isZero() && index > 0) return { kind: "ends", month: months[index - 1]!.month, third: "late" };
      return { kind: "ends", month, third: third(month, left.div(amount)) };
    }
    left = left.minus(amount);
  }
  return { kind: "lasts" };
}

/** @param share of the month, 0 to 1, spent evenly over its days */
function third(month: Month, share: Decimal): Third {
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  const day = share.times(days).ceil();
  return day.lessThanOrEqualTo(10) ? "early" : day.lessThanOrEqualTo(20) ? "middle" : "late";
}

/** Control lines: cumulated spending that ends on the fund, by month; `seasonal` follows the month weights. */
export function controlLines(projection: PointProjection, available: Decimal) {
  const weights = projection.monthWeights;
  const cumulated = (through: number) => weights.slice(0, through).reduce((running, weight) => running + weight, 0);
  return projection.months.map(({ month }, index) => ({
    month,
    linear: available.times(index + 1).div(12),
    seasonal: index === 11 ? available : available.times(cumulated(index + 1)).div(12),
  }));
}
