import { change } from "@/domain/comparison";
import { addDays, type DaySpan, daySpanText, mondayOf, spansBetween } from "@/domain/days";
import { decimal } from "@/domain/money";
import { firstMonth, lastDayOf, lastMonth, type Period } from "@/domain/period";
import { type DailyTotals, overDays } from "@/figures/daily";
import type { AnswerRow } from "@/figures/question";
import { voucherMetrics } from "./cells";

/** By day over the last month of a period, by week from Monday to Sunday over all of it. */
export const voucherSteps = ["day", "week"] as const;
export type VoucherStep = (typeof voucherSteps)[number];

const lengths: Readonly<Record<VoucherStep, number>> = { day: 1, week: 7 };

/** The days or weeks of a period. The week in which it begins is whole, the one in which it ends goes as far as it does. */
export function voucherSpans(period: Period, step: VoucherStep): DaySpan[] {
  const to = lastDayOf(lastMonth(period));
  const from = step === "day" ? `${lastMonth(period)}-01` : mondayOf(`${firstMonth(period)}-01`);
  return spansBetween({ from, to }, lengths[step]);
}

/** What is read for them: from the day or week before the first one. */
export function voucherDays(period: Period, step: VoucherStep): DaySpan {
  const spans = voucherSpans(period, step);
  return { from: addDays(spans[0]!.from, -lengths[step]), to: spans.at(-1)!.to };
}

/** The day or the week before. */
export const spanBefore = ({ from }: DaySpan, step: VoucherStep): DaySpan => ({
  from: addDays(from, -lengths[step]),
  to: addDays(from, -1),
});

/** The rate of some days with its two counts, compared with the day or week before. */
export function voucherRow(daily: readonly DailyTotals[], span: DaySpan, step: VoucherStep): AnswerRow {
  const earlier = spanBefore(span, step);
  const [now, then] = [span, earlier].map((days) => overDays(daily, days, voucherMetrics));
  const changed = Object.keys(now!.values).map((id): [string, string | null] => {
    const [value, before] = [now!, then!].map(({ values }) => values[id]?.value ?? null);
    return [id, change(value ? decimal(value) : null, before ? decimal(before) : null)?.toString() ?? null];
  });
  return {
    ...now!,
    compare: { period: daySpanText(earlier), values: then!.values, change: Object.fromEntries(changed), growth: {} },
  };
}
