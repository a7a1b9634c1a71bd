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
import { monthOf, type PriorYearInput, type ProjectionInput } from "@/domain/projection/input";
import type { PastMiss } from "@/domain/projection/recalibration";
import {
  hasOwnCourse,
  type MonthlyCells,
  monthsOfYear,
  type Paid,
  paidBy,
  yearsBefore,
} from "@/figures/forecast/monthlyCells";
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

/** What the backtest has to know beside the payments. */
export type Rules = Pick<ProjectionInput, "oneOffs" | "calendar"> & {
  readonly markYears: (years: readonly PriorYearInput[]) => PriorYearInput[];
};

/**
 * @param before only years before this one are over
 * @param dimension its members are the segments that are tested beside the whole
 */
export function trackRecord(
  now: MonthlyCells,
  vintages: readonly Vintage[],
  { before, dimension, rules }: { before: number; dimension: keyof Key; rules: Rules },
): TrackRecord {
  const wholes = wholeSeen(vintages);
  const whole = backtestOf(paidBy(now, null).get("")!, wholes, wholes, before, rules);
  const segmentsThen = vintages.map(({ seenAtEndOf, cells }) => ({ seenAtEndOf, paid: paidBy(cells, dimension) }));
  const members = [...paidBy(now, dimension)].filter(([member]) => hasOwnCourse(now, dimension, member));
  const segments = members.map(([member, paid]) => {
    const seen = segmentsThen.map((vintage) => ({ ...vintage, paid: vintage.paid.get(member) ?? new Map() }));
    return backtestOf(paid, seen, wholes, before, rules);
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

function backtestOf(paid: Paid, seen: SeenPaid, wholes: SeenPaid, before: number, rules: Rules): Backtest {
  const { markYears, ...usual } = rules;
  const knownThen = (year: number, knownMonths: number): KnownThen | null => {
    const end = monthOf(year, knownMonths);
    const then = seen.find(({ seenAtEndOf }) => seenAtEndOf === end);
    if (!then?.paid.has(end)) return null;
    return {
      thisYear: monthsOfYear(then.paid, year, knownMonths),
      history: markYears(yearsBefore(then.paid, year)),
      completion: completionKnown(wholes, end),
    };
  };
  return backtest({ ...usual, years: markYears(yearsBefore(paid, before)), knownThen });
}

/** Segments and whole were seen alike: learnt once for each month. */
function completionKnown(wholes: SeenPaid, end: Month) {
  const known = learnt.get(wholes) ?? new Map<Month, ReturnType<typeof completionAt>>();
  learnt.set(wholes, known);
  if (!known.has(end)) known.set(end, completionAt(wholes, end, end));
  return known.get(end) ?? undefined;
}

const learnt = new WeakMap<SeenPaid, Map<Month, ReturnType<typeof completionAt>>>();
