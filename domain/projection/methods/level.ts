import type { MonthWeights } from "../monthWeights";
import { clip, mean, median, total } from "../statistics";
import { spentByNow, type YearUnderWay } from "../year";

/** 去季节水平法 with what it saw on the way. */
export interface Level {
  readonly total: number;
  /** The months still to come, in order. */
  readonly months: readonly number[];
  /** Relative one-step errors of the months from the seventh on, oldest first, at most 24; the last belongs to the last known month. */
  readonly errors: readonly number[];
  /** How far one month misses, as a fraction of its level. */
  readonly sigma: number;
  /** Growth of the last twelve months over the twelve before, after seasons; 1 where it cannot be told. */
  readonly growth: number;
}

/** A fund that has a year behind it misses by at least this much of a month. */
const smallestSigma = 0.01;

/**
 * The level of a month without its season, smoothed (each month moves it by 0.2 of the miss with one prior year, by 0.3
 * with more), then × the month weights of the rest of the year and a quarter of the growth (docs/projection.md, "Level").
 */
export function level(year: YearUnderWay, weights: MonthWeights): Level {
  const values = [...year.history.flatMap(({ months }) => months), ...year.known];
  const comparable = values.map((value, index) => value / weights[index % 12]!);
  const alpha = year.history.length === 1 ? 0.2 : 0.3;
  const { last, errors } = smooth(comparable, alpha);
  const growth = hasTwoTypicalYears(year) ? growthOf(comparable) : 1;
  const known = year.known.length;
  const months = Array.from({ length: 12 - known }, (_, ahead) => {
    const distance = ahead + 1 + 1 / alpha - 1;
    return last * growth ** ((0.25 * distance) / 12) * weights[known + ahead]!;
  });
  return { total: spentByNow(year) + total(months), months, errors, sigma: sigmaOf(errors), growth };
}

function smooth(values: readonly number[], alpha: number) {
  let last = mean(values.slice(0, 6));
  const errors: number[] = [];
  values.forEach((value, index) => {
    if (index >= 6) errors.push(last === 0 ? 0 : (value - last) / last);
    last += alpha * (value - last);
  });
  return { last, errors: errors.slice(-24) };
}

function hasTwoTypicalYears({ history, leansOnLastYear }: YearUnderWay): boolean {
  return leansOnLastYear && history.length > 1 && history.slice(-2).every(({ atypical }) => !atypical);
}

function growthOf(values: readonly number[]): number {
  const before = total(values.slice(-24, -12));
  return before > 0 ? clip(total(values.slice(-12)) / before, 0.8, 1.25) : 1;
}

/** Half from the squares of the errors, half from their median size: one wild month counts, but not alone. */
function sigmaOf(errors: readonly number[]): number {
  const rootMeanSquare = Math.sqrt(mean(errors.map((error) => error ** 2)));
  return Math.max(smallestSigma, 0.5 * rootMeanSquare + 0.5 * 1.4826 * median(errors.map(Math.abs)));
}
