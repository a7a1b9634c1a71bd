import type { Decimal } from "@/domain/money";
import { paceOf } from "@/domain/pace";
import { yearOf } from "@/domain/period";
import { fill } from "@/messages/fill";
import type { Unit } from "@/metrics/define";
import availableFundAmount from "@/metrics/definitions/available_fund_amount";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { ReadingId } from "@/reports/tables/define";
import { hardshipReadings } from "./hardship/readings";
import { institutionReadings } from "./institutions/readings";
import { daysReadings } from "./performance/readings";
import { forecastReading } from "./projection/readings";
import { type Asked, ask, changeUnit, exact, nowAndThen, type Reading, said, type Worked } from "./reading";
import { cause, causeShare, growthWithout, influence } from "./volume/readings";

/** Works a reading out anew, from the same totals and functions as the page that showed it. */
export async function readReading(id: ReadingId, asked: Asked): Promise<Reading> {
  const { writer, metric } = asked;
  const words = writer.words.readings[id];
  const { value, unit, parts } = await worked[id](asked);
  const label = writer.language === "en" ? metric.label.en : metric.label.zh;
  const written = { metric: label, ...parts };
  return { value, unit: unit ?? metric.unit, name: fill(words.name, written), how: fill(words.how, written) };
}

const worked: Record<ReadingId, (asked: Asked) => Worked | Promise<Worked>> = {
  change: (asked) => ({
    value: exact(asked.row.compare?.change[asked.metric.id]),
    unit: changeUnit(asked.metric),
    parts: nowAndThen(asked),
  }),
  growth: (asked) => ({
    value: exact(asked.row.compare?.growth[asked.metric.id]),
    unit: "percent",
    parts: nowAndThen(asked),
  }),
  share_of_change: shareOfChange,
  monthly_mean: ({ writer, row, metric }) => {
    const months = writer.scope.period.months.length;
    const now = exact(row.values[metric.id]?.value);
    return { value: now?.div(months) ?? null, parts: { now: said(now, metric.unit, writer), months: String(months) } };
  },
  exceeded: (asked) => pace(asked, ({ exceeded }) => exceeded),
  needed_mean: (asked) => pace(asked, ({ needed }) => needed?.monthlyMean ?? null),
  needed_cut: (asked) => pace(asked, ({ needed }) => needed?.cut ?? null, "percent"),
  control_amount: async (asked) => {
    const available = await availableFund(asked);
    const months = asked.writer.scope.period.months.length;
    return {
      value: available?.times(months).div(12) ?? null,
      unit: "yuan",
      parts: { available: said(available, "yuan", asked.writer), months: String(months) },
    };
  },
  cause,
  cause_share: causeShare,
  growth_without: growthWithout,
  influence,
  ...hardshipReadings,
  ...institutionReadings,
  ...daysReadings,
  forecast: forecastReading,
};

async function shareOfChange(asked: Asked): Promise<Worked> {
  const [whole] = await ask(asked, { where: {} });
  const [part, all] = [asked.row, whole!.total].map((row) => exact(row.compare?.change[poolPay.id]));
  const written = (value: Decimal | null | undefined) => said(value ?? null, "yuan", asked.writer);
  return {
    value: part && all && !all.isZero() ? part.div(all) : null,
    unit: "percent",
    parts: { part: written(part), whole: written(all) },
  };
}

async function availableFund(asked: Asked): Promise<Decimal | null> {
  const [whole] = await ask(asked, { where: {}, compare: null, metrics: [availableFundAmount.id] });
  return exact(whole!.total.values[availableFundAmount.id]?.value);
}

async function pace(
  asked: Asked,
  take: (pace: ReturnType<typeof paceOf>) => Decimal | null,
  unit: Unit = "yuan",
): Promise<Worked> {
  const { period } = asked.shown.scope;
  const available = await availableFund(asked);
  const now = exact(asked.row.values[poolPay.id]?.value);
  const months = period.months.length;
  const told = now && available ? paceOf(now, available, months, Number(yearOf(period))) : null;
  const written = (value: Decimal | null | undefined) => said(value ?? null, "yuan", asked.writer);
  return {
    value: told && take(told),
    unit,
    parts: {
      counted: asked.writer.words.bases[asked.shown.scope.basis].counted,
      now: written(now),
      available: written(available),
      rest: String(12 - months),
      mean: written(told?.monthlyMean),
      needed: written(told?.needed?.monthlyMean),
    },
  };
}
