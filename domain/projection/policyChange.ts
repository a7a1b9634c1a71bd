import type { Month } from "@/domain/period";
import { monthOf } from "./input";
import type { MonthWeights } from "./monthWeights";
import { mean } from "./statistics";
import type { YearUnderWay } from "./year";

const monthsBefore = 6;
const monthsToHalf = 3;

/**
 * The factor a policy change turns out to have: the mechanical one, moved towards the step seen at its date by
 * m ÷ (m + 3) after m months. The step: mean month since ÷ mean of the last six months before, after seasons.
 * @param asPaid months as they were paid, not yet brought to one basis
 */
export function observedFactor(
  mechanical: number,
  from: Month,
  asPaid: YearUnderWay,
  year: number,
  weights: MonthWeights,
): number {
  const months = [...asPaid.history, { year, months: asPaid.known }].flatMap((past) =>
    past.months.map((value, index) => ({ month: monthOf(past.year, index + 1), level: value / weights[index]! })),
  );
  const since = months.filter(({ month }) => month >= from).map(({ level }) => level);
  const before = months.filter(({ month }) => month < from).map(({ level }) => level);
  const base = before.length === 0 ? 0 : mean(before.slice(-monthsBefore));
  if (since.length === 0 || !(base > 0)) return mechanical;
  const step = mean(since) / base;
  return mechanical + (since.length / (since.length + monthsToHalf)) * (step - mechanical);
}
