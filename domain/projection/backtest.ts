import { type Decimal, sum } from "@/domain/money";
import type { MethodName } from "./estimates";
import { monthOf, type PriorYearInput, type ProjectionInput } from "./input";
import { project } from "./project";
import { type PointProjection, yearEndInterval } from "./projection";
import type { PastMiss } from "./recalibration";
import { mean, median } from "./statistics";

/** What the same code would have said in a past year, against what happened. */
export interface BacktestRow {
  readonly year: number;
  /** Months reported then. */
  readonly knownMonths: number;
  /** Of these, the leading ones that were complete enough to count. */
  readonly completeMonths: number;
  readonly historyYears: number;
  readonly projection: Decimal;
  readonly actual: Decimal;
  /** |projection ÷ actual − 1|; null where the year came to zero. */
  readonly error: number | null;
  /** The same of every method. */
  readonly errors: Readonly<Record<MethodName, number | null>>;
  /** The same of 简单翻倍: reported × 12 ÷ months. */
  readonly doublingError: number | null;
  /** Whether the 80% interval held the actual. */
  readonly inside: boolean;
  /** (actual − projection) ÷ (sigma × what was still to come); null where nothing was. */
  readonly miss: number | null;
}

export interface Backtest {
  readonly rows: readonly BacktestRow[];
  /** Whether each row saw only what was known then. If not, the lag of settlement is not in it, and the page says so. */
  readonly lagReproduced: boolean;
}

/** The months, and how complete months then were by all that had been imported. */
export type KnownThen = Pick<ProjectionInput, "thisYear" | "history" | "completion">;

export interface BacktestInput extends Pick<ProjectionInput, "oneOffs" | "calendar" | "parent"> {
  /** The years that are over. Those without a hole are tested. */
  readonly years: readonly PriorYearInput[];
  /** What was known after so many months of a year, from stored imports; null where none is stored. */
  readonly knownThen?: (year: number, knownMonths: number) => KnownThen | null;
}

/** Every past year that has an earlier one, after 1 to 11 months. */
export function backtest(input: BacktestInput): Backtest {
  const years = [...input.years].sort((a, b) => a.year - b.year);
  const rows: BacktestRow[] = [];
  let lagReproduced = input.knownThen !== undefined;
  for (const { year, months } of years) {
    if (months.length < 12 || !months.every((amount) => amount !== null)) continue;
    const actual = sum(months);
    const history = years.filter((prior) => prior.year < year);
    if (history.length === 0) continue;
    for (let known = 1; known <= 11; known++) {
      const stored = input.knownThen?.(year, known) ?? null;
      lagReproduced &&= stored !== null;
      const projection = project({
        year,
        ...(stored ?? { thisYear: months.slice(0, known), history }),
        oneOffs: input.oneOffs?.filter(({ month }) => month <= monthOf(year, known)),
        calendar: input.calendar,
        parent: input.parent,
      });
      if (projection.kind === "point" && projection.historyYears > 0) rows.push(rowOf(projection, known, actual));
    }
  }
  return { rows, lagReproduced: lagReproduced && rows.length > 0 };
}

function rowOf(projection: PointProjection, knownMonths: number, actual: Decimal): BacktestRow {
  const error = (said: Decimal | null) =>
    said === null || actual.isZero() ? null : said.div(actual).minus(1).abs().toNumber();
  const interval = yearEndInterval(projection, 80)!;
  const scale = projection.spread.kind === "known" ? projection.spread.scale : 0;
  return {
    year: projection.year,
    knownMonths,
    completeMonths: projection.knownMonths,
    historyYears: projection.historyYears,
    projection: projection.total,
    actual,
    error: error(projection.total),
    errors: Object.fromEntries(
      Object.entries(projection.methods).map(([name, said]) => [name, error(said)]),
    ) as BacktestRow["errors"],
    doublingError: error(projection.paid.times(12).div(knownMonths)),
    inside: !actual.lessThan(interval.low) && !actual.greaterThan(interval.high),
    miss: scale > 0 ? actual.minus(projection.total).div(scale).toNumber() : null,
  };
}

/** The evidence for one number of known months, over every backtest put in (the whole, or its segments too). */
export interface Evidence {
  readonly knownMonths: number;
  /** Distinct past years: how much evidence there is. */
  readonly years: number;
  readonly rows: number;
  readonly meanError: number | null;
  readonly medianError: number | null;
  /** On the same rows; null where the method said nothing on any of them. */
  readonly meanErrors: Readonly<Partial<Record<MethodName, number>>>;
  readonly meanDoublingError: number | null;
  /** Part of the rows whose 80% interval held the actual. */
  readonly hitRate: number;
}

export function evidenceOf(backtests: readonly Backtest[]): Evidence[] {
  const all = backtests.flatMap(({ rows }) => rows);
  return [...new Set(all.map(({ knownMonths }) => knownMonths))]
    .sort((a, b) => a - b)
    .map((knownMonths) => {
      const rows = all.filter((row) => row.knownMonths === knownMonths);
      const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
      const errors = known(rows.map(({ error }) => error));
      const doubled = known(rows.map(({ doublingError }) => doublingError));
      const methods = Object.keys(rows[0]!.errors) as MethodName[];
      const ofMethod = (method: MethodName) => known(rows.map((row) => row.errors[method]));
      return {
        knownMonths,
        years: new Set(rows.map(({ year }) => year)).size,
        rows: rows.length,
        meanError: errors.length > 0 ? mean(errors) : null,
        medianError: errors.length > 0 ? median(errors) : null,
        meanErrors: Object.fromEntries(
          methods.filter((method) => ofMethod(method).length > 0).map((method) => [method, mean(ofMethod(method))]),
        ),
        meanDoublingError: doubled.length > 0 ? mean(doubled) : null,
        hitRate: rows.filter(({ inside }) => inside).length / rows.length,
      };
    });
}

/** The misses to recalibrate the interval with (`ProjectionInput.pastMisses`). */
export function pastMisses(backtests: readonly Backtest[]): PastMiss[] {
  return backtests.flatMap(({ rows }) =>
    rows.flatMap(({ completeMonths, miss }) => (miss === null ? [] : [{ knownMonths: completeMonths, miss }])),
  );
}
