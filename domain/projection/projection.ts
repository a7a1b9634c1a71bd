import { Decimal, roundToTotal, sum, zero } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { Headline, MethodName } from "./estimates";
import type { Flag } from "./flags";
import type { Chance } from "./intervalTable";
import type { MonthWeights } from "./monthWeights";
import { chanceAbove, intervalOf, type Spread } from "./spread";

/** A year's projection: a point with its spread, or the reason why no point is named. */
export type Projection = PointProjection | NoProjection;

/** Enough to say what has been paid and, with domain/pace, at what pace the fund would last. */
export interface NoProjection {
  readonly kind: "none";
  /** gap: a month before the last reported one is missing. too_early: no prior year and fewer than three complete months. */
  readonly reason: "gap_in_this_year" | "no_history_and_too_early";
  readonly year: number;
  /** The months that are missing; empty for the other reason. */
  readonly missing: readonly Month[];
  readonly paid: Decimal;
  readonly flags: readonly Flag[];
}

/**
 * Where a year ends. Amounts are exact where paid and unrounded where estimated; `printedYear` rounds them so that they
 * add up.
 */
export interface YearEnd {
  /** paid + lateRows + remaining. */
  readonly total: Decimal;
  /** Reported so far, all months, one-offs included. */
  readonly paid: Decimal;
  /** Still expected for the known months. */
  readonly lateRows: Decimal;
  readonly remaining: Decimal;
  readonly months: readonly ProjectedMonth[];
  readonly spread: Spread;
}

export interface PointProjection extends YearEnd {
  readonly kind: "point";
  readonly year: number;
  /** Leading months of this year that are complete enough to count: k. */
  readonly knownMonths: number;
  /** Prior years used, at most three: n. */
  readonly historyYears: number;
  readonly headline: Headline;
  /** This year's one-offs inside `total`, paid and committed. */
  readonly oneOffs: Decimal;
  /** Totals of the year by method, one-offs and late rows included. Null: the method says nothing here. */
  readonly methods: Readonly<Record<MethodName, Decimal | null>>;
  readonly monthWeights: MonthWeights;
  /** What a policy change on a date adds to the months to come; null without one. */
  readonly policy: { readonly mechanical: Decimal; readonly behavioural: Decimal } | null;
  readonly flags: readonly Flag[];
}

export interface ProjectedMonth {
  readonly month: Month;
  /** known: as reported, with late rows where it is not quite complete. incomplete: projected, its reported part a floor. */
  readonly state: "known" | "incomplete" | "projected";
  readonly amount: Decimal;
  /** The part of `amount` that is no part of the ordinary course. */
  readonly oneOff: Decimal;
  readonly reported: Decimal | null;
  /** Share of the month that is reported; null for months to come. */
  readonly completeness: number | null;
  /** The other way to complete a month that is incomplete. */
  readonly crossCheck: Decimal | null;
}

/** Where the year ends with the given chance, or null after a structural break. */
export function yearEndInterval(projection: YearEnd, chance: Chance) {
  return intervalOf(projection.spread, chance);
}

/** The chance that the year costs more than `budget`; null after a structural break while it is still open. */
export function overrunProbability(projection: YearEnd, budget: Decimal): number | null {
  return chanceAbove(projection.spread, budget, Decimal.min(projection.paid, projection.total));
}

/** Cumulated spending at the end of each month, and how far off it may be with the given chance; null after a structural break. */
export function fanOf({ months, total, spread }: YearEnd, chance: Chance) {
  const interval = intervalOf(spread, chance);
  const known = sum(months.filter(({ state }) => state === "known").map(({ amount }) => amount));
  let cumulated = zero;
  return months.map(({ month, amount, state }) => {
    cumulated = cumulated.plus(amount);
    if (state === "known" || !interval)
      return { month, cumulated, low: interval && cumulated, high: interval && cumulated };
    const way = total.equals(known) ? zero : cumulated.minus(known).div(total.minus(known));
    const at = (end: Decimal) => cumulated.plus(end.minus(total).times(way));
    return { month, cumulated, low: at(interval.low), high: at(interval.high) };
  });
}

/** The months in 分, made to add up to the printed total. Reported months without late rows stay as they are. */
export function printedYear(projection: YearEnd): { readonly total: Decimal; readonly months: Decimal[] } {
  const months = roundToTotal(projection.months.map(({ amount }) => amount));
  return { total: projection.total.toDecimalPlaces(2), months };
}
