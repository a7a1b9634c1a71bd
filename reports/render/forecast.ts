import type { Decimal } from "@/domain/money";
import type { BacktestRow, Evidence } from "@/domain/projection/backtest";
import type { TrackRecord } from "@/figures/forecast/evidence";
import type { Forecast, ForecastPoint } from "@/figures/forecast/forecast";
import type { ForecastParts } from "@/figures/forecast/parts";
import { asData, fractionAsData } from "@/metrics/format";

/** A forecast as one object: amounts in yuan to the cent, ratios with six digits, no value null and its reason beside. */
export function forecastAsData(forecast: Forecast) {
  const { projection, point, doubling, availableFund, completeness } = forecast;
  const isPoint = projection.kind === "point";
  return {
    data_version: forecast.dataVersion,
    region: forecast.region,
    scheme: forecast.scheme,
    where: forecast.where,
    year: forecast.year,
    through: forecast.through,
    basis: forecast.basis,
    known_months: isPoint ? projection.knownMonths : null,
    history_years: isPoint ? projection.historyYears : null,
    paid: yuan(projection.paid),
    late_rows: isPoint ? yuan(projection.lateRows) : null,
    last_year: yuan(forecast.lastYear),
    headline: point && isPoint ? { method: projection.headline, total: yuan(point.printed.total) } : null,
    reason: isPoint ? null : projection.reason,
    missing_months: isPoint ? [] : projection.missing,
    methods: isPoint ? mapValues(projection.methods, yuan) : null,
    sigma: isPoint && projection.spread.kind === "known" ? rounded(projection.spread.sigma) : null,
    intervals: point && mapValues(point.intervals, range),
    probability: rounded(point?.fund?.probability ?? null),
    available_fund: { amount: yuan(availableFund.value), reason: availableFund.reason },
    fund: point?.fund ? fundAsData(point.fund) : null,
    doubling: doubling && {
      total: yuan(doubling.total),
      overrun: yuan(doubling.overrun),
      use: fractionAsData(doubling.use),
    },
    path: point && isPoint ? projection.months.map((_, index) => monthAsData(forecast, point, index)) : null,
    parts: point && partsAsData(point.parts),
    bridge: point?.bridge
      ? {
          start: point.bridge.start,
          available: yuan(point.bridge.available),
          lines: mapValues(point.bridge.lines, yuan),
          projection: yuan(point.bridge.projection),
        }
      : null,
    flags: projection.flags,
    events: forecast.events,
    completeness: {
      imports: completeness.imports,
      by_age: completeness.learnt?.factors.map(rounded) ?? null,
      months: completeness.months.map(({ month, share }) => ({ month, share: rounded(share) })),
    },
    evidence: recordAsData(forecast.record),
  };
}

/** A track record as one object; `rows` are those of the whole. */
export function recordAsData({ rows, whole, pooled, years, lagReproduced, misses }: TrackRecord) {
  return {
    years,
    lag_reproduced: lagReproduced,
    by_known_months: whole.map(evidenceAsData),
    with_segments: pooled.map(evidenceAsData),
    misses_learnt_from: misses.length,
    rows: rows.map(rowAsData),
  };
}

function evidenceAsData(evidence: Evidence) {
  return {
    known_months: evidence.knownMonths,
    years: evidence.years,
    rows: evidence.rows,
    mean_error: rounded(evidence.meanError),
    median_error: rounded(evidence.medianError),
    hit_rate: rounded(evidence.hitRate),
    mean_doubling_error: rounded(evidence.meanDoublingError),
    mean_errors: mapValues(evidence.meanErrors, (error) => rounded(error ?? null)),
  };
}

function rowAsData(row: BacktestRow) {
  return {
    year: row.year,
    known_months: row.knownMonths,
    complete_months: row.completeMonths,
    history_years: row.historyYears,
    projection: yuan(row.projection),
    actual: yuan(row.actual),
    error: rounded(row.error),
    errors: mapValues(row.errors, rounded),
    doubling_error: rounded(row.doublingError),
    inside: row.inside,
    miss: rounded(row.miss),
  };
}

function fundAsData({ available, ...fund }: NonNullable<ForecastPoint["fund"]>) {
  return {
    available: yuan(available),
    overrun: yuan(fund.overrun),
    overrun_rate: fractionAsData(fund.overrunRate),
    use: fractionAsData(fund.use),
    use_80: fund.useInterval && {
      low: fractionAsData(fund.useInterval.low),
      high: fractionAsData(fund.useInterval.high),
    },
    used_so_far: fractionAsData(fund.usedSoFar),
    break_even_share: fractionAsData(fund.breakEvenShare),
    needed: fund.needed && {
      monthly_mean: yuan(fund.needed.monthlyMean),
      change: fractionAsData(fund.needed.change),
    },
    end: fund.end,
  };
}

function monthAsData({ projection, input }: Forecast, { printed, fan, fund }: ForecastPoint, index: number) {
  if (projection.kind === "none") return null;
  const { month, state, reported, completeness } = projection.months[index]!;
  const before = input.history.find(({ year }) => year === input.year - 1)?.months[index] ?? null;
  const control = fund?.control[index];
  return {
    month,
    state,
    amount: yuan(printed.months[index]!),
    reported: yuan(reported),
    completeness: rounded(completeness),
    last_year: yuan(before),
    cumulated: yuan(fan[index]!.cumulated),
    ranges: mapValues(fan[index]!.ranges, range),
    control_linear: yuan(control?.linear ?? null),
    control_seasonal: yuan(control?.seasonal ?? null),
  };
}

function partsAsData({ by, scale, disagree, parts }: ForecastParts) {
  return {
    by,
    scale: fractionAsData(scale),
    disagree,
    rows: parts.map(({ key, paid, printed, lastYear, source, interval, projection }) => ({
      member: key,
      paid: yuan(paid),
      total: yuan(printed),
      last_year: yuan(lastYear),
      interval_80: range(interval),
      source,
      flags: projection.flags,
    })),
  };
}

const yuan = (value: Decimal | string | null) => asData(value, "yuan");
const range = (ends: { low: Decimal; high: Decimal } | null) => ends && { low: yuan(ends.low), high: yuan(ends.high) };
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(6)));

function mapValues<Name extends string | number, Value, Result>(
  values: Readonly<Partial<Record<Name, Value>>>,
  work: (value: Value) => Result,
) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, work(value as Value)])) as Record<
    Name,
    Result
  >;
}
