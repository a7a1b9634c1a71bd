import { Decimal } from "@/domain/money";
import { addMonths, type Month } from "@/domain/period";
import { completeEnough, completenessOf } from "./completeness";
import type { Flag } from "./flags";
import { monthOf, type PriorYearInput, type ProjectionInput } from "./input";
import { flatWeights, type MonthWeights, monthWeights } from "./monthWeights";
import { mean, total } from "./statistics";
import type { PriorYear, YearUnderWay } from "./year";

/** A month of this year as it was reported. */
export interface ReportedMonth {
  readonly reported: Decimal;
  readonly completeness: number;
  /** Without one-offs. Null: more refunded than paid. */
  readonly ordinary: number | null;
}

/** What was reported, before it is made comparable: no one-offs, late rows added, holes still open. */
export interface OrdinaryYears {
  /** The leading months complete enough to count. */
  readonly known: readonly ReportedMonth[];
  /** Reported months after them: a floor. */
  readonly incomplete: readonly ReportedMonth[];
  readonly history: readonly (Omit<PriorYear, "months"> & { readonly months: readonly (number | null)[] })[];
  readonly flags: readonly Flag[];
}

const fewestMonths = 6;
const mostYears = 3;

/** Months of this year up to the last reported one. Null: one before it is missing. */
export function reportedMonths(thisYear: readonly (Decimal | null)[]): readonly Decimal[] | null {
  const reported = thisYear.slice(0, thisYear.findLastIndex((amount) => amount !== null) + 1);
  return reported.every((amount) => amount !== null) ? (reported as Decimal[]) : null;
}

export function ordinaryYears(input: ProjectionInput, reported: readonly Decimal[]): OrdinaryYears {
  const newest = addMonths(monthOf(input.year, 1), reported.length - 1);
  const completeness = (month: Month) =>
    input.completion ? completenessOf(input.completion, month, newest, input.completion.ageOfNewest) : 1;
  const oneOff = oneOffsByMonth(input);
  const flags: Flag[] = [];
  const negative: Month[] = [];
  const ordinary = (month: Month, amount: Decimal) => {
    const value = amount.minus(oneOff(month)).toNumber() / completeness(month);
    if (value >= 0) return value;
    negative.push(month);
    return null;
  };
  const months = reported.map((amount, index): ReportedMonth => {
    const month = monthOf(input.year, index + 1);
    return { reported: amount, completeness: completeness(month), ordinary: ordinary(month, amount) };
  });
  const firstIncomplete = months.findIndex((month) => month.completeness < completeEnough);
  const known = firstIncomplete < 0 ? months : months.slice(0, firstIncomplete);
  const incomplete = months.slice(known.length);
  if (incomplete.length > 0)
    flags.push({
      code: "months_incomplete",
      months: incomplete.map((_, index) => monthOf(input.year, known.length + index + 1)),
    });
  const history = [...input.history]
    .filter(({ year }) => year < input.year)
    .sort((a, b) => a.year - b.year)
    .map((prior) => ({ year: prior.year, atypical: prior.atypical ?? false, months: ordinaryMonths(prior) }))
    .filter(({ year, months }) => {
      const values = months.filter((value) => value !== null);
      const reason =
        values.length < fewestMonths ? "too_few_months" : values.every((value) => value === 0) ? "no_spending" : null;
      if (reason) flags.push({ code: "year_left_out", year, reason });
      return !reason;
    })
    .slice(-mostYears);
  if (negative.length > 0) flags.push({ code: "negative_months", months: negative.sort() });
  return { known, incomplete, history, flags };

  function ordinaryMonths({ year, months }: PriorYearInput) {
    return Array.from({ length: 12 }, (_, index) => {
      const month = monthOf(year, index + 1);
      const amount = months[index] ?? null;
      return amount === null || completeness(month) < completeEnough ? null : ordinary(month, amount);
    });
  }
}

/** The sum of the one-offs of a month. */
export function oneOffsByMonth({ oneOffs = [] }: ProjectionInput): (month: Month) => Decimal {
  const byMonth = new Map<Month, Decimal>();
  for (const { month, amount } of oneOffs) byMonth.set(month, amount.plus(byMonth.get(month) ?? 0));
  return (month) => byMonth.get(month) ?? new Decimal(0);
}

/** By how much a month is multiplied to be comparable with the others. */
export type Factor = (year: number, month: number) => number;

/**
 * Comparable numbers without holes. A hole is filled with the month's weight × the level of the other months of its
 * year; the weights come from the years without holes, if there are any.
 */
export function comparableYears(
  { known, history }: OrdinaryYears,
  year: number,
  factor: Factor,
  parent: MonthWeights = flatWeights,
): YearUnderWay {
  const prior = history.map((past) => ({
    ...past,
    months: past.months.map((value, index) => value && value * factor(past.year, index + 1)),
  }));
  const current = known.map(({ ordinary }, index) => ordinary && ordinary * factor(year, index + 1));
  const newest = prior[prior.length - 1];
  const leansOnLastYear = newest?.year === year - 1 && !newest.atypical;
  const filled = (weights: MonthWeights): YearUnderWay => {
    const years = prior.map((past) => ({ ...past, months: withoutHoles(past.months, weights) }));
    const level = years.length > 0 ? mean(years[years.length - 1]!.months) : 0;
    return { known: withoutHoles(current, weights, level), history: years, leansOnLastYear };
  };
  if ([...current, ...prior.flatMap(({ months }) => months)].every((value) => value !== null)) return filled(parent);
  const guess = filled(parent);
  const whole = guess.history.filter((_, index) => prior[index]!.months.every((value) => value !== null));
  return filled(monthWeights(whole.length > 0 ? { ...guess, history: whole } : guess, parent));
}

/** @param level used when every month is a hole */
function withoutHoles(months: readonly (number | null)[], weights: MonthWeights, level = 0): number[] {
  const seen = months.map((_, index) => index).filter((index) => months[index] !== null);
  const weight = total(seen.map((index) => weights[index]!));
  const ownLevel = weight > 0 ? total(seen.map((index) => months[index]!)) / weight : level;
  return months.map((value, index) => value ?? weights[index]! * ownLevel);
}
