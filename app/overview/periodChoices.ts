import { type Month, type Period, periodBetween } from "@/domain/period";

/** The periods a leader asks for: January to each month that has data, newest first, and whole years. */
export function periodChoices(months: readonly Month[]): Period[] {
  return [...months].reverse().map((month) => periodBetween(`${month.slice(0, 4)}-01`, month));
}
