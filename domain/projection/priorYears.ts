import type { Decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import { monthOf, type PriorYearInput } from "./input";

/** Amounts by month; a month without a number is absent, which is not 0. */
export type MonthlyAmounts = ReadonlyMap<Month, Decimal>;

/** The months of a year from January up to `through`; null where there is no number. */
export function monthsOfYear(amounts: MonthlyAmounts, year: number, through = 12): (Decimal | null)[] {
  return Array.from({ length: through }, (_, index) => amounts.get(monthOf(year, index + 1)) ?? null);
}

/**
 * The years with numbers before `year`, oldest first. The year in which the numbers begin counts only from January on:
 * months before them are no holes to be filled.
 */
export function yearsBefore(amounts: MonthlyAmounts, year: number): PriorYearInput[] {
  const years = [...new Set([...amounts.keys()].map((month) => Number(month.slice(0, 4))))].sort((a, b) => a - b);
  return years
    .filter((each, index) => each < year && (index > 0 || amounts.has(monthOf(each, 1))))
    .map((each) => ({ year: each, months: monthsOfYear(amounts, each) }));
}
