import { Decimal, decimal } from "@/domain/money";
import { parsePeriod } from "@/domain/period";
import type { Indicator } from "@/domain/rubric";
import { metricOf } from "@/figures/answer";
import { type Forecast, forecast } from "@/figures/forecast/forecast";
import type { Storage } from "@/figures/publication";
import burnRate from "@/metrics/definitions/burn_rate";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { growsThroughYear } from "@/metrics/growth";
import { valueInUnit } from "@/rubrics/index";
import type { MonitoredIndicator, Monitoring } from "./monitoring";
import { type Reached, suggestChance } from "./suggestChance";
import type { AssessmentView, FigureSeen, IndicatorView } from "./view";

const monthsInYear = 12;
const one = decimal(1);

/** Prefills the monitoring of an assessment from what the registry and the projection say. Throws what `forecast` does. */
export async function monitor(storage: Storage, view: AssessmentView): Promise<Monitoring> {
  const { through } = view.data;
  const elapsed = decimal(through ? Number(through.slice(5)) : 0).div(monthsInYear);
  const indicators = view.sections.flatMap((section) => section.indicators);
  const monitored = indicators.map(async (known): Promise<MonitoredIndicator> => {
    const soFar = valueSoFar(known);
    const target = targetOf(known);
    const reached = soFar && (await reachedBy(storage, known, soFar, elapsed));
    return {
      code: known.indicator.code,
      soFar: soFar?.toString() ?? null,
      attainment: soFar && target?.gt(0) ? soFar.div(target).toString() : null,
      expected: reached && {
        by: reached.by,
        value: reached.expected.toString(),
        low: reached.interval?.low.toString() ?? null,
        high: reached.interval?.high.toString() ?? null,
      },
      suggested: reached && target && suggestChance(known.indicator.scoring.rule, target, reached),
      entered: known.monitoring,
    };
  });
  const executionRate = view.budget?.rates[view.budget.base] ?? null;
  return { through, elapsed: elapsed.toString(), executionRate, indicators: await Promise.all(monitored) };
}

/** The number that is scored, the metric's or a person's; of the budget its execution rate. */
function valueSoFar({ actual }: IndicatorView): Decimal | null {
  if (actual?.kind === "number") return decimal(actual.value);
  if (actual?.kind !== "budget" || decimal(actual.budget).isZero()) return null;
  return decimal(actual.executed).div(decimal(actual.budget));
}

function targetOf({ indicator, target }: IndicatorView): Decimal | null {
  if (indicator.scoring.rule === "budget_execution") return one;
  return target === null || indicator.unit === "text" ? null : decimal(target);
}

/** Where an indicator is going; null where nobody but the person who enters it knows. */
async function reachedBy(
  storage: Storage,
  { indicator, actual, origin, figure }: IndicatorView,
  soFar: Decimal,
  elapsed: Decimal,
): Promise<Reached | null> {
  if (elapsed.eq(one)) return { by: "whole_year", soFar, expected: soFar, interval: null };
  if (actual?.kind === "budget") return atPace(soFar, elapsed, true);
  if (!figure) return null;
  const projected = origin?.kind === "metric" ? await projectedBy(storage, figure, indicator) : null;
  if (projected) return { ...projected, soFar };
  const metric = metricOf(figure.metric);
  if (!growsThroughYear(metric)) return { by: "standing", soFar, expected: soFar, interval: null };
  return atPace(soFar, elapsed, metric.unit === "percent");
}

/** As much again in each month to come; a share of a plan does not go on beyond the whole of it. */
function atPace(soFar: Decimal, elapsed: Decimal, isShare: boolean): Reached {
  const pace = elapsed.isZero() ? soFar : soFar.div(elapsed);
  const expected = isShare ? Decimal.max(soFar, Decimal.min(one, pace)) : pace;
  return { by: "pace", soFar, expected, interval: null };
}

/** The projection of the fund's expenditure, or of its share of the available fund; null for any other metric. */
async function projectedBy(
  storage: Storage,
  { metric, where, region, scheme, basis, period, dataVersion }: FigureSeen,
  { unit }: Indicator,
): Promise<Pick<Reached, "by" | "expected" | "interval"> | null> {
  if (metric !== poolPay.id && metric !== burnRate.id) return null;
  const scope = { region, scheme, where, basis, period: parsePeriod(period)!, compare: null, asOf: dataVersion };
  const made: Forecast = await forecast(storage, scope);
  if (!made.point) return null;
  const { printed, intervals, fund } = made.point;
  if (metric === burnRate.id) return fund && { by: "forecast", expected: fund.use, interval: fund.useInterval };
  const interval = intervals[80];
  const inUnit = (amount: Decimal) => valueInUnit(amount, unit);
  return {
    by: "forecast",
    expected: inUnit(printed.total),
    interval: interval && { low: inUnit(interval.low), high: inUnit(interval.high) },
  };
}
