import { clip, mean, total } from "./statistics";
import { lastYear, type YearUnderWay } from "./year";

/** Twelve factors with mean 1, January first: how much a month costs compared with a month of the same year. */
export type MonthWeights = readonly number[];

export const flatWeights: MonthWeights = Array.from({ length: 12 }, () => 1);

/**
 * What the seasons of the typical prior years say, held back by how far that can be trusted (docs/projection.md,
 * "Month weights"). What is held back goes to `towards`: no seasons at all, or those of a parent.
 */
export function monthWeights(year: YearUnderWay, towards: MonthWeights = flatWeights): MonthWeights {
  const typical = year.history.filter(({ atypical }) => !atypical);
  if (typical.length === 0) return towards;
  const indices = typical.map(({ months }) => indexOfYear(months, growthAcross(typical)));
  const seen = flatWeights.map((_, month) => mean(indices.map((index) => index[month]!)));
  const trust = typical.length >= 2 ? trustInManyYears(indices, seen) : trustInOneYear(year, seen);
  const shrunk = seen.map((index, month) => towards[month]! + trust * (index - towards[month]!));
  return scaledToOne(scaledToOne(shrunk).map((weight) => Math.max(0.02, weight)));
}

/** Mean yearly growth of the typical years, as a factor. */
function growthAcross(years: readonly { readonly year: number; readonly months: readonly number[] }[]): number {
  const [first, last] = [years[0]!, years[years.length - 1]!];
  if (last.year === first.year) return 1;
  return clip((total(last.months) / total(first.months)) ** (1 / (last.year - first.year)), 0.7, 1.4);
}

/** Months ÷ the mean month of their year, after the growth within the year is taken out. */
function indexOfYear(months: readonly number[], growth: number): number[] {
  return scaledToOne(months.map((value, index) => value / growth ** ((index + 1 - 6.5) / 12)));
}

/** Two years and more: the variance between months beyond what the scatter between years explains. */
function trustInManyYears(indices: readonly (readonly number[])[], seen: readonly number[]): number {
  const years = indices.length;
  const scatter = total(indices.map((index) => total(index.map((value, month) => (value - seen[month]!) ** 2))));
  const noise = scatter / (11 * (years - 1) * years);
  const variance = total(seen.map((value) => (value - 1) ** 2)) / 11;
  return variance === 0 ? 0 : Math.max(0, 1 - ((8 / 11) * noise) / variance);
}

/** One year: whether this year's months moved as its months did; 0.4 before anything is seen. */
function trustInOneYear(year: YearUnderWay, seen: readonly number[]): number {
  const floor = 0.02 * mean(lastYear(year));
  const index = seen.map((value) => Math.log(Math.max(value, 0.02)));
  const actual = [lastYear(year)[11]!, ...year.known].map((value) => Math.log(Math.max(value, floor)));
  let together = 0.04;
  let squares = 0.1;
  for (let month = 0; month < year.known.length; month++) {
    const expected = index[month]! - index[(month + 11) % 12]!;
    together += (actual[month + 1]! - actual[month]!) * expected;
    squares += expected ** 2;
  }
  return clip(together / squares, 0, 1);
}

function scaledToOne(values: readonly number[]): number[] {
  const average = mean(values);
  return values.map((value) => value / average);
}
