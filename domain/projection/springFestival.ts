import { mean, total } from "./statistics";
import type { PriorYear } from "./year";

/**
 * First day of the Chinese year. The test recomputes every line from the new moons in Beijing time; the calendar of
 * the runtime is a day off in 2027 and 2030.
 */
export const newYearDays: Readonly<Record<number, string>> = {
  2015: "02-19",
  2016: "02-08",
  2017: "01-28",
  2018: "02-16",
  2019: "02-05",
  2020: "01-25",
  2021: "02-12",
  2022: "02-01",
  2023: "01-22",
  2024: "02-10",
  2025: "01-29",
  2026: "02-17",
  2027: "02-06",
  2028: "01-26",
  2029: "02-13",
  2030: "02-03",
  2031: "01-23",
  2032: "02-11",
  2033: "01-31",
  2034: "02-19",
  2035: "02-08",
};

/** Days of a mean month: what a month is scaled to before months are compared. */
const daysOfMeanMonth = 30.42;
const usualWeight = 0.4;
const weights = Array.from({ length: 16 }, (_, step) => 0.35 + step / 100);

/** Days of the festival week (New Year's Day and the six after it) that fall in each month. Null outside the table. */
export function festivalDays(year: number): readonly number[] | null {
  const first = newYearDays[year];
  if (!first) return null;
  const days = Array.from({ length: 12 }, () => 0);
  for (let day = 0; day < 7; day++) {
    const date = new Date(Date.UTC(year, Number(first.slice(0, 2)) - 1, Number(first.slice(3)) + day));
    days[date.getUTCMonth()]! += 1;
  }
  return days;
}

/** By how much each month of a year is multiplied to become a mean month without a festival. Null outside the table. */
export function festivalFactors(year: number, weight: number): readonly number[] | null {
  return (
    festivalDays(year)?.map((days, month) => {
      const calendarDays = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
      return daysOfMeanMonth / (calendarDays - weight * days);
    }) ?? null
  );
}

/**
 * How much less a festival day costs than another: 0.4, or with three prior years the hundredth between 0.35 and 0.50
 * for which January to March differ least from year to year (least squares).
 */
export function festivalWeight(history: readonly PriorYear[]): number {
  if (history.length < 3) return usualWeight;
  const misfit = (weight: number) => {
    const shares = history.map(({ year, months }) => {
      const factors = festivalFactors(year, weight);
      const comparable = months.map((value, month) => value * (factors?.[month] ?? 1));
      return comparable.slice(0, 3).map((value) => value / mean(comparable));
    });
    return total([0, 1, 2].map((month) => squaresAroundMean(shares.map((share) => share[month]!))));
  };
  const misfits = weights.map(misfit);
  return weights[misfits.indexOf(Math.min(...misfits))]!;
}

function squaresAroundMean(values: readonly number[]): number {
  const centre = mean(values);
  return total(values.map((value) => (value - centre) ** 2));
}
