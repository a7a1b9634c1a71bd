import { blend } from "./methods/blend";
import { credibilityGrowth } from "./methods/credibilityGrowth";
import { level } from "./methods/level";
import { meanShare } from "./methods/meanShare";
import { medianOfFive } from "./methods/medianOfFive";
import { runRate } from "./methods/runRate";
import { shareOfLastYear } from "./methods/shareOfLastYear";
import { trailingTwelve } from "./methods/trailingTwelve";
import type { MonthWeights } from "./monthWeights";
import { median, total } from "./statistics";
import { lastYear, spentByNow, type YearUnderWay } from "./year";

/** Every method, in the order of the table on screen; `blend` is the headline. */
export const methodNames = [
  "run_rate",
  "share_of_last_year",
  "mean_share",
  "trailing_twelve",
  "credibility_growth",
  "level",
  "median_of_five",
  "blend",
] as const;
export type MethodName = (typeof methodNames)[number];

/** The five that the middle one is taken of, and whose distance tells whether the methods agree. */
export const fiveMethods = ["run_rate", "mean_share", "trailing_twelve", "credibility_growth", "level"] as const;

/**
 * blend: the rule. typical_methods: last year is atypical or missing, the mean of run rate and level. run_rate: no
 * prior year. plan: no month of this year. complete: all twelve months are known.
 */
export type Headline = "blend" | "typical_methods" | "run_rate" | "plan" | "complete";

/** What the methods say of a year's total, on one basis, in floats. Null: the method says nothing here. */
export interface Estimates {
  readonly headline: Headline;
  readonly total: number;
  readonly methods: Readonly<Record<MethodName, number | null>>;
  /** The shape of the months to come; only its proportions count. */
  readonly monthsToCome: readonly number[];
  /** Null without history. */
  readonly sigma: number | null;
  readonly errors: readonly number[];
}

const none: Record<MethodName, null> = {
  run_rate: null,
  share_of_last_year: null,
  mean_share: null,
  trailing_twelve: null,
  credibility_growth: null,
  level: null,
  median_of_five: null,
  blend: null,
};

/** What every method says. Without history at least one month has to be known. */
export function estimatesOf(year: YearUnderWay, weights: MonthWeights): Estimates {
  if (year.known.length === 12) return estimatesOfFullYear(year);
  if (year.history.length === 0) return estimatesWithoutHistory(year, weights);
  return year.known.length === 0 ? estimatesOfPlan(year, weights) : estimatesFromHistory(year, weights);
}

/** One to eleven known months and at least one prior year. */
function estimatesFromHistory(year: YearUnderWay, weights: MonthWeights): Estimates {
  const smoothed = level(year, weights);
  const rate = runRate(year);
  const shared = { monthsToCome: smoothed.months, sigma: smoothed.sigma, errors: smoothed.errors };
  if (!year.leansOnLastYear) {
    const methods = { ...none, run_rate: rate, level: smoothed.total };
    return { ...shared, headline: "typical_methods", total: median([rate, smoothed.total]), methods };
  }
  const said = {
    run_rate: rate,
    share_of_last_year: shareOfLastYear(year),
    mean_share: meanShare(year),
    trailing_twelve: trailingTwelve(year),
    credibility_growth: credibilityGrowth(year),
    level: smoothed.total,
  };
  const median_of_five = medianOfFive({
    ...said,
    mean_share: said.mean_share ?? rate,
    credibility_growth: said.credibility_growth ?? rate,
  });
  const total = blend({ level: smoothed.total, median_of_five });
  return { ...shared, headline: "blend", total, methods: { ...said, median_of_five, blend: total } };
}

/** No prior year, three months or more: the known months ÷ their part of the year, which without a parent is k ÷ 12. */
function estimatesWithoutHistory(year: YearUnderWay, weights: MonthWeights): Estimates {
  const monthsToCome = weights.slice(year.known.length);
  const rate = spentByNow(year) / (1 - total(monthsToCome) / 12);
  const methods = { ...none, run_rate: rate };
  return { headline: "run_rate", total: rate, methods, monthsToCome, sigma: null, errors: [] };
}

/** No month of this year: last year × (1 + a quarter of its growth); the level where last year is atypical or missing. */
function estimatesOfPlan(year: YearUnderWay, weights: MonthWeights): Estimates {
  const smoothed = level(year, weights);
  const before = total(lastYear(year));
  const said = year.leansOnLastYear ? before * (1 + 0.25 * (smoothed.growth - 1)) : smoothed.total;
  return {
    headline: "plan",
    total: said,
    methods: { ...none, trailing_twelve: year.leansOnLastYear ? before : null, level: smoothed.total },
    monthsToCome: smoothed.months,
    sigma: smoothed.sigma,
    errors: smoothed.errors,
  };
}

/** Twelve months: nothing is left to project, and every method says what has been spent. */
function estimatesOfFullYear(year: YearUnderWay): Estimates {
  const spent = spentByNow(year);
  const methods = Object.fromEntries(methodNames.map((name) => [name, spent])) as Estimates["methods"];
  return { headline: "complete", total: spent, methods, monthsToCome: [], sigma: 0, errors: [] };
}
