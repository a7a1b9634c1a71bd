import { Decimal, sum } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { MethodName } from "./estimates";
import { monthOf } from "./input";
import { type MonthlyAmounts, monthsOfYear, yearsBefore } from "./priorYears";
import { project } from "./project";
import { yearEndInterval } from "./projection";

/** A monthly series of any unit as a file gives it, before anything is believed. */
export interface SeriesRow {
  readonly row: number;
  readonly period: string;
  /** Empty: the month is missing. */
  readonly value: string;
  /** The row has another number of cells than the header: which of them is the value, nobody can tell. */
  readonly regular: boolean;
}

/** Why a series, or one number of known months of it, is not projected. */
export type SeriesRefusal =
  | "irregular_row"
  | "unreadable_period"
  | "unreadable_value"
  | "value_too_large"
  | "duplicate_period"
  | "no_month_of_the_year"
  | "mostly_negative"
  | "gap_in_this_year"
  | "no_history_and_too_early";

/** What the engine says of a series' year after `k` months. */
export interface SeriesProjection {
  readonly year: number | null;
  /** Null: the series was not looked at any further. */
  readonly k: number | null;
  /** Prior years used, three at most. */
  readonly historyYears: number | null;
  readonly ytd: Decimal | null;
  readonly projection: Decimal | null;
  /** The 80% interval. */
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly sigma: number | null;
  readonly methods: Readonly<Record<MethodName, Decimal | null>> | null;
  readonly refusal: SeriesRefusal | null;
  /** The row of the file that is to blame. */
  readonly row: number | null;
}

export type MonthlySeries =
  | { readonly kind: "series"; readonly values: MonthlyAmounts }
  | { readonly kind: "refused"; readonly refusal: SeriesRefusal; readonly row: number };

/** After how many months a series is projected, where it has them. */
export const seriesMonths = [1, 3, 6, 9, 11] as const;

/** 2018-06, 2018/6, 2018.6, 2018年6月, 201806, and the first day of a month. */
const period = /^(?:(\d{4})[-/.年](\d{1,2})月?|(\d{4})(\d{2}))(?:[-/.]0?1|1日)?$/;
/** A decimal, with an exponent or with thousands separators in threes. */
const number = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)$/;
/** Sums of squares of such numbers stay far below what a float holds; money ends far below it. */
const largest = new Decimal("1e30");

/** Rows of one series in any order. A month named twice is refused, even with the same value: one of them is wrong. */
export function readMonthlySeries(rows: readonly SeriesRow[]): MonthlySeries {
  const values = new Map<Month, Decimal>();
  const seen = new Set<Month>();
  for (const { row, period, value, regular } of rows) {
    if (!regular) return { kind: "refused", refusal: "irregular_row", row };
    const month = readMonth(period);
    if (!month) return { kind: "refused", refusal: "unreadable_period", row };
    if (seen.has(month)) return { kind: "refused", refusal: "duplicate_period", row };
    seen.add(month);
    if (value === "") continue;
    if (!number.test(value)) return { kind: "refused", refusal: "unreadable_value", row };
    const amount = new Decimal(value.replaceAll(",", ""));
    if (amount.abs().greaterThan(largest)) return { kind: "refused", refusal: "value_too_large", row };
    values.set(month, amount);
  }
  return { kind: "series", values };
}

function readMonth(text: string): Month | null {
  const [, year, month, compactYear, compactMonth] = period.exec(text) ?? [];
  const count = Number(month ?? compactMonth ?? 0);
  return count >= 1 && count <= 12 ? monthOf(Number(year ?? compactYear), count) : null;
}

/** The last year in which any series has a value; null where none has. */
export function lastYearOf(all: readonly MonthlySeries[]): number | null {
  const years = all
    .flatMap((one) => (one.kind === "series" ? [...one.values.keys()] : []))
    .map((month) => month.slice(0, 4));
  return years.length > 0 ? Math.max(...new Set(years.map(Number))) : null;
}

/**
 * A year of a series at each of `seriesMonths` for which it holds that month; months are taken as they are, no calendar.
 * Months below zero are refunds beside an ordinary course: where most are, there is no such course.
 */
export function projectSeries(series: MonthlySeries, year: number | null): SeriesProjection[] {
  if (series.kind === "refused") return [refused(year, null, series.refusal, series.row)];
  const { values } = series;
  if (year === null) return [refused(year, null, "no_month_of_the_year", null)];
  const held = seriesMonths.filter((k) => values.has(monthOf(year, k)));
  if (held.length === 0) return [refused(year, null, "no_month_of_the_year", null)];
  const history = yearsBefore(values, year);
  return held.map((k) => {
    const thisYear = monthsOfYear(values, year, k);
    const negative = thisYear.filter((amount) => amount?.isNegative()).length;
    if (negative * 2 > k) return refused(year, k, "mostly_negative", null);
    const projection = project({ year, thisYear, history });
    if (projection.kind === "none") return refused(year, k, projection.reason, null);
    const interval = yearEndInterval(projection, 80);
    return {
      year,
      k,
      historyYears: projection.historyYears,
      ytd: sum(thisYear as Decimal[]),
      projection: projection.total,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      sigma: projection.spread.kind === "known" ? projection.spread.sigma : null,
      methods: projection.methods,
      refusal: null,
      row: null,
    };
  });
}

function refused(year: number | null, k: number | null, refusal: SeriesRefusal, row: number | null): SeriesProjection {
  const nothing = {
    historyYears: null,
    ytd: null,
    projection: null,
    low: null,
    high: null,
    sigma: null,
    methods: null,
  };
  return { year, k, ...nothing, refusal, row };
}
