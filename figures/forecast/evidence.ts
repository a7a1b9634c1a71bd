import type { Month } from "@/domain/period";
import {
  type Backtest,
  type BacktestRow,
  backtest,
  type Evidence,
  evidenceOf,
  type KnownThen,
  pastMisses,
} from "@/domain/projection/backtest";
import { monthOf, type OneOff } from "@/domain/projection/input";
import { type MonthlyAmounts, monthsOfYear, yearsBefore } from "@/domain/projection/priorYears";
import type { PastMiss } from "@/domain/projection/recalibration";
import type { ProjectionRules } from "@/domain/projectionMark";
import { hasOwnCourse, type MonthlyCells, paidBy } from "@/figures/forecast/monthlyCells";
import { completionAt, type SeenPaid, type Vintage, wholeSeen } from "@/figures/forecast/vintages";
import type { Key } from "@/figures/question";

/** What the same code would have said of the years that are over, with what was known then. */
export interface TrackRecord {
  /** Of the whole: one row for each past year with an earlier one and each number of known months. */
  readonly rows: readonly BacktestRow[];
  /** By known months: of the whole, and of the whole with its segments, which is what the interval learns from. */
  readonly whole: readonly Evidence[];
  readonly pooled: readonly Evidence[];
  /** Past years that could be tested: how much evidence there is. */
  readonly years: readonly number[];
  /** Every row saw only what had been imported then; else the final data, and its lag is not in it. */
  readonly lagReproduced: boolean;
  readonly misses: readonly PastMiss[];
}

/** Months are compared as in a Chinese county: per effective day. */
export const calendar = "spring_festival";

/**
 * @param before only years before this one are over
 * @param dimension its members are the segments that are tested beside the whole
 */
export function trackRecord(
  now: MonthlyCells,
  vintages: readonly Vintage[],
  { before, dimension, rules }: { before: number; dimension: keyof Key; rules: ProjectionRules },
): TrackRecord {
  const wholes = wholeSeen(vintages);
  const test = (paid: MonthlyAmounts, seen: SeenPaid, oneOffs: readonly OneOff[]) => {
    const tested = backtestOf(paid, seen, wholes, before, rules, oneOffs);
    // No past miss says anything of a year that broke with those before it, nor it of others.
    return { ...tested, rows: tested.rows.filter((row) => !rules.isStructuralBreak(row.year)) };
  };
  const whole = test(paidBy(now, null).get("")!, wholes, rules.oneOffs);
  const segmentsThen = vintages.map(({ seenAtEndOf, cells }) => ({ seenAtEndOf, paid: paidBy(cells, dimension) }));
  const members = [...paidBy(now, dimension)].filter(([member]) => hasOwnCourse(now, dimension, member));
  const segments = members.map(([member, paid]) => {
    const seen = segmentsThen.map((vintage) => ({ ...vintage, paid: vintage.paid.get(member) ?? new Map() }));
    return test(paid, seen, []);
  });
  const all = [whole, ...segments];
  return {
    rows: whole.rows,
    whole: evidenceOf([whole]),
    pooled: evidenceOf(all),
    years: [...new Set(whole.rows.map(({ year }) => year))],
    lagReproduced: whole.lagReproduced,
    misses: pastMisses(all),
  };
}

function backtestOf(
  paid: MonthlyAmounts,
  seen: SeenPaid,
  wholes: SeenPaid,
  before: number,
  rules: ProjectionRules,
  oneOffs: readonly OneOff[],
): Backtest {
  const knownThen = (year: number, knownMonths: number): KnownThen | null => {
    const end = monthOf(year, knownMonths);
    const then = seen.find(({ seenAtEndOf }) => seenAtEndOf === end);
    if (!then?.paid.has(end)) return null;
    return {
      thisYear: monthsOfYear(then.paid, year, knownMonths),
      history: rules.markYears(yearsBefore(then.paid, year)),
      completion: completionKnown(wholes, end),
    };
  };
  return backtest({ oneOffs, calendar, years: rules.markYears(yearsBefore(paid, before)), knownThen });
}

const learnt = new WeakMap<SeenPaid, Map<Month, ReturnType<typeof completionAt>>>();

/** Segments and whole were seen alike: learnt once for each month. */
function completionKnown(wholes: SeenPaid, end: Month) {
  const known = learnt.get(wholes) ?? new Map<Month, ReturnType<typeof completionAt>>();
  learnt.set(wholes, known);
  if (!known.has(end)) known.set(end, completionAt(wholes, end, end));
  return known.get(end) ?? undefined;
}
