import { readFileSync } from "node:fs";
import { Decimal, sum } from "@/domain/money";
import { addMonths } from "@/domain/period";
import type { MethodName } from "@/domain/projection/estimates";
import { monthOf } from "@/domain/projection/input";
import { tabledMisses } from "@/domain/projection/intervalTable";
import { project } from "@/domain/projection/project";
import { overrunProbability, type PointProjection } from "@/domain/projection/projection";
import { recalibrated } from "@/domain/projection/recalibration";
import { readSeries, type Series, wholeYear } from "../tests/domain/projection/series";

/** One projection of a past year of a public series, with what came of it. */
export interface Case {
  readonly id: string;
  readonly source: string;
  readonly year: number;
  readonly historyYears: number;
  /** Whether this is the history the program would use: all there is, at most three years. */
  readonly natural: boolean;
  readonly known: number;
  readonly actual: number;
  readonly lastYear: number;
  readonly projection: PointProjection;
}

const months = [1, 3, 6, 9] as const;

/** Every year but 2020, which an epidemic broke. */
export const allYears = Array.from({ length: 16 }, (_, index) => 2009 + index).filter((year) => year !== 2020);

/** Every origin of every series in those years, with one, two and three prior years, or with the natural history only. */
export function casesOf(
  series: readonly Series[],
  years: readonly number[],
  { natural = false }: { readonly natural?: boolean } = {},
): Case[] {
  return series.flatMap((one) =>
    years.flatMap((year) => {
      const actual = wholeYear(one, year);
      if (!actual) return [];
      const prior = [1, 2, 3].map((back) => wholeYear(one, year - back));
      const available = prior.findIndex((found) => !found);
      const longest = available < 0 ? 3 : available;
      return [1, 2, 3]
        .filter((n) => (natural ? n === longest : n <= longest))
        .flatMap((n) =>
          months.flatMap((k): Case[] => {
            const history = prior.slice(0, n).map((found, back) => ({ year: year - back - 1, months: found! }));
            const projection = project({ year, thisYear: actual.slice(0, k), history });
            if (projection.kind === "none") return [];
            return [
              {
                id: one.id,
                source: one.source,
                year,
                historyYears: n,
                natural: n === longest,
                known: k,
                actual: sum(actual).toNumber(),
                lastYear: sum(prior[0]!).toNumber(),
                projection,
              },
            ];
          }),
        );
    }),
  );
}

export const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const said = ({ projection }: Case, method: MethodName) =>
  (projection.methods[method] ?? projection.methods.run_rate)!.toNumber();

/** Mean absolute error as a fraction of the year; a method that says nothing takes the run rate. */
export const meanError = (cases: readonly Case[], method: MethodName) =>
  mean(cases.map((one) => Math.abs(said(one, method) / one.actual - 1)));

export const errorRatio = (cases: readonly Case[], against: MethodName) =>
  meanError(cases, "blend") / meanError(cases, against);

const ends = ({ projection }: Case) =>
  projection.spread.kind === "known" ? projection.spread.totals.map((end) => end.toNumber()) : [];

export const coverage = (cases: readonly Case[]) =>
  mean(
    cases.map((one) => {
      const totals = ends(one);
      return one.actual >= totals[2]! && one.actual <= totals[6]! ? 1 : 0;
    }),
  );

/** Width + ten times what lies outside, as a fraction of the year. */
const intervalScore = (cases: readonly Case[]) =>
  mean(
    cases.map((one) => {
      const [low, high] = [ends(one)[2]!, ends(one)[6]!];
      const outside = Math.max(0, low - one.actual, one.actual - high);
      return (high - low + 10 * outside) / one.actual;
    }),
  );

/**
 * The cases of a source and one number of known months with the interval that a bureau with such a history would have:
 * the misses of one half of the series recalibrate the table for the other half.
 */
export function recalibratedCases(cases: readonly Case[]): Case[] {
  const ids = [...new Set(cases.map(({ id }) => id))];
  const half = ({ id }: Case) => ids.indexOf(id) % 2;
  const missOf = ({ projection: { spread, total }, actual }: Case) =>
    spread.kind === "known" && spread.scale > 0 ? (actual - total.toNumber()) / spread.scale : 0;
  const misses = cases.map((one) => ({ half: half(one), knownMonths: one.known, miss: missOf(one) }));
  const others = [1, 0].map((other) => misses.filter((miss) => miss.half === other));
  const learnt = new Map<string, readonly number[]>();
  return cases.map((one) => {
    const { spread, total, paid } = one.projection;
    if (spread.kind === "withheld") return one;
    const key = `${half(one)} ${one.historyYears} ${one.known}`;
    const shipped = tabledMisses(one.historyYears, one.known);
    const quantiles = learnt.get(key) ?? recalibrated(shipped, others[half(one)]!, one.known).quantiles;
    learnt.set(key, quantiles);
    const totals = quantiles.map((quantile) => Decimal.max(total.plus(quantile * spread.scale), paid));
    return { ...one, projection: { ...one.projection, spread: { ...spread, totals } } };
  });
}

/** Each case against budgets of 100, 105 and 110% of last year: the chance that was named and whether it happened. */
export function overruns(cases: readonly Case[]) {
  return cases
    .filter(({ historyYears, natural }) => natural && historyYears >= 2)
    .flatMap((one) =>
      [1, 1.05, 1.1].map((times) => {
        const budget = one.lastYear * times;
        const chance = overrunProbability(one.projection, new Decimal(budget))!;
        const happened = one.actual > budget ? 1 : 0;
        return { chance, happened, doubled: said(one, "run_rate") > budget ? 1 : 0 };
      }),
    );
}

export function brier(named: ReturnType<typeof overruns>) {
  return {
    ours: mean(named.map(({ chance, happened }) => (chance - happened) ** 2)),
    doubling: mean(named.map(({ doubled, happened }) => (doubled - happened) ** 2)),
  };
}

export function reliability(named: ReturnType<typeof overruns>) {
  const bounds = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01];
  return bounds.slice(1).map((upper, index) => {
    const bin = named.filter(({ chance }) => chance >= bounds[index]! && chance < upper);
    return {
      count: bin.length,
      named: mean(bin.map(({ chance }) => chance)),
      happened: mean(bin.map(({ happened }) => happened)),
    };
  });
}

interface Lag {
  /** Part of a month known at age 0, 1, …: of the state, and of all others together. */
  readonly own: readonly number[];
  readonly borrowed: readonly number[];
}

/** How complete service months were in August 2020, seen from March 2021. */
export function lags(): ReadonlyMap<string, Lag> {
  const lines = readFileSync("tests/fixtures/projection-lag-vintages.csv", "utf8").trim().split(/\r?\n/).slice(1);
  const rows = lines.map((line) => line.split(",") as [string, string, string, string]);
  const states = [...new Set(rows.map(([state]) => state))];
  const at = (wanted: (state: string) => boolean, age: number) => {
    const month = addMonths("2020-08", -age);
    const seen = rows.filter(([state, service]) => service === month && wanted(state));
    return seen.reduce((a, row) => a + Number(row[2]), 0) / seen.reduce((a, row) => a + Number(row[3]), 0);
  };
  const ages = Array.from({ length: 12 }, (_, age) => age);
  return new Map(
    states.map((state) => [
      state,
      {
        own: ages.map((age) => at((each) => each === state, age)),
        borrowed: ages.map((age) => at((each) => each !== state, age)),
      },
    ]),
  );
}

/**
 * Mean error of the year when a state's months are seen with its lag one month after the newest of them: as they are,
 * and with the rule of 90%.
 */
export function lagErrors(series: readonly Series[], known: number) {
  const found = [...lags()].flatMap(([state, lag]) => {
    const one = series.find(({ id }) => id === `SUSV_${state}`);
    if (!one) return [];
    return [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019].map((year) => errorsWithLag(one, year, known, lag));
  });
  return { uncorrected: mean(found.map((each) => each.uncorrected)), ours: mean(found.map((each) => each.ours)) };
}

function errorsWithLag(one: Series, year: number, known: number, lag: Lag) {
  const newest = year * 12 + known - 1;
  const seen = (at: number) =>
    wholeYear(one, at)!.map((value, index) => value.times(lag.own[newest - (at * 12 + index) + 1] ?? 1));
  const history = [3, 2, 1].map((back) => ({ year: year - back, months: seen(year - back) }));
  const thisYear = seen(year).slice(0, known);
  const actual = sum(wholeYear(one, year)!);
  const error = (completion?: { factors: readonly number[]; tau: number; ageOfNewest: number }) => {
    const projection = project({ year, thisYear, history, completion });
    if (projection.kind === "none") throw new Error(`no projection of ${one.id} ${monthOf(year, known)}`);
    return projection.total.div(actual).minus(1).abs().toNumber();
  };
  return { uncorrected: error(), ours: error({ factors: lag.borrowed, tau: 0.4, ageOfNewest: 1 }) };
}

const binsInWords = (bins: ReturnType<typeof reliability>) =>
  bins.map(({ named, happened }) => `${named.toFixed(2)}→${happened.toFixed(2)}`).join(" ");
const percent = (value: number) => `${(100 * value).toFixed(1)}%`;

/** What the error may be at most, as a part of that of the run rate and of last year's share. */
const promised = {
  1: { runRate: 0.8, share: 0.78 },
  3: { runRate: 0.96, share: 0.78 },
  6: { runRate: 1.05, share: 0.78 },
  9: { runRate: 1.05, share: 0.78 },
} as const;
const met = (holds: boolean) => (holds ? "met" : "MISSED");
const atMost = (ratio: number, limit: number) => `${ratio.toFixed(2)} (≤ ${limit.toFixed(2)}: ${met(ratio <= limit)})`;

/** The promises of docs/projection.md, on all series. */
export async function benchProjection(): Promise<[string, string][]> {
  const series = readSeries();
  const started = performance.now();
  const all = casesOf(series, allYears);
  const each = (performance.now() - started) / all.length;
  const lines: [string, string][] = [["projections", `${all.length.toLocaleString("en")}, ${each.toFixed(2)} ms each`]];
  const natural = all.filter((one) => one.natural);
  for (const k of months) {
    const at = natural.filter(({ known }) => known === k);
    const held = coverage(at);
    const promise = promised[k];
    lines.push([
      `k=${k}: error ÷ run rate, ÷ last year's share; 80% held`,
      `${atMost(errorRatio(at, "run_rate"), promise.runRate)}  ${atMost(errorRatio(at, "share_of_last_year"), promise.share)}  ${percent(held)} (76–86%: ${met(held >= 0.76 && held <= 0.86)})  error ${percent(meanError(at, "blend"))} of ${at.length}`,
    ]);
  }
  for (const k of months.slice(1)) {
    const { ours, uncorrected } = lagErrors(series, k);
    const promise = k === 6 ? ` (≤ 3.2%: ${met(ours <= 0.032)})` : "";
    lines.push([`k=${k}: error with lag, uncorrected`, `${percent(ours)}${promise}  ${percent(uncorrected)}`]);
  }
  for (const n of [1, 2, 3])
    for (const k of months) {
      const at = all.filter(({ historyYears, known }) => historyYears === n && known === k);
      lines.push([
        `n=${n} k=${k}: ÷ run rate, ÷ share; 80% held; score`,
        `${errorRatio(at, "run_rate").toFixed(2)}  ${errorRatio(at, "share_of_last_year").toFixed(2)}  ${percent(coverage(at))}  ${percent(intervalScore(at))}`,
      ]);
    }
  for (const source of [...new Set(series.map((one) => one.source))]) {
    const ofSource = all.filter((one) => one.source === source && one.known > 1);
    for (const k of months.slice(1)) {
      const at = ofSource.filter(({ known, historyYears }) => known === k && historyYears >= 2);
      const held = ofSource.filter(({ known }) => known === k);
      lines.push([
        `${source} k=${k}: ÷ run rate (n≥2); held; recalibrated`,
        `${errorRatio(at, "run_rate").toFixed(2)}  ${percent(coverage(held))}  ${percent(coverage(recalibratedCases(held)))}`,
      ]);
    }
  }
  for (const k of months.slice(1)) {
    const { ours, doubling } = brier(overruns(all.filter(({ known }) => known === k)));
    lines.push([`k=${k}: Brier of overrun, of doubling`, `${ours.toFixed(3)}  ${doubling.toFixed(3)}`]);
  }
  const sixMonths = natural.filter(({ known }) => known === 6);
  const sources = [...new Set(series.map((one) => one.source))];
  const learnt = sources.flatMap((source) => recalibratedCases(sixMonths.filter((one) => one.source === source)));
  lines.push(["k=6: named → happened, shipped table", binsInWords(reliability(overruns(sixMonths)))]);
  lines.push(["k=6: the same, recalibrated on its source", binsInWords(reliability(overruns(learnt)))]);
  return lines;
}
