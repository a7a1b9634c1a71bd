import { type DaySpan, parseDaySpan } from "@/domain/days";
import { overDays, readDaily } from "@/figures/daily";
import { withSides } from "@/figures/together";
import { daysInWords } from "@/messages/period";
import { measuresOf } from "@/metrics/define";
import { spanBefore, type VoucherStep, voucherRow, voucherSteps } from "@/reports/vouchers/days";
import { type Asked, changeUnit, exact, said, type Worked } from "../reading";

/** Days that an address names: `days=2018-06-04..2018-06-10`. */
const daysIn = ({ params }: Asked): DaySpan | null =>
  typeof params.days === "string" ? parseDaySpan(params.days) : null;

async function ofDays(asked: Asked): Promise<Worked> {
  const { shown, metric, writer } = asked;
  const span = daysIn(asked);
  if (!span) return { value: null, parts: {} };
  const daily = await readDaily(shown.installation, shown.scope, measuresOf(metric), span);
  const value = exact(overDays(daily, span, withSides(metric)).values[metric.id]?.value) ?? null;
  return { value, parts: { days: daysInWords(span, writer.language), value: said(value, metric.unit, writer) } };
}

/** Against the day or the week before. */
async function ofDaysChange(asked: Asked): Promise<Worked> {
  const { shown, metric, writer, params } = asked;
  const span = daysIn(asked);
  const step = voucherSteps.find((each): each is VoucherStep => each === params.step);
  if (!span || !step) return { value: null, parts: {} };
  const earlier = spanBefore(span, step);
  const daily = await readDaily(shown.installation, shown.scope, measuresOf(metric), {
    from: earlier.from,
    to: span.to,
  });
  const { values, compare } = voucherRow(daily, span, step);
  const [now, before] = [values, compare!.values].map((of) => exact(of[metric.id]?.value) ?? null);
  return {
    value: exact(compare!.change[metric.id]) ?? null,
    unit: changeUnit(metric),
    parts: {
      days: daysInWords(span, writer.language),
      earlier: daysInWords(earlier, writer.language),
      now: said(now!, metric.unit, writer),
      before: said(before!, metric.unit, writer),
    },
  };
}

/** Readings of single days and weeks. */
export const daysReadings = { of_days: ofDays, of_days_change: ofDaysChange };
