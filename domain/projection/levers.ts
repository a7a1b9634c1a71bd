import type { CellTotals } from "@/domain/decomposition";
import { Decimal, sum, zero } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { ProjectedMonth, YearEnd } from "./projection";
import type { Spread } from "./spread";

/** Something leadership could do. `cells` are keys of the cells it touches; fractions: −0.1 is 10% less. */
export type Lever =
  | { readonly kind: "cases"; readonly cells: readonly string[]; readonly change: Decimal; readonly from: Month }
  | { readonly kind: "fee_per_case"; readonly cells: readonly string[]; readonly change: Decimal; readonly from: Month }
  /** Percentage points of fund pay ÷ fee: 0.05 lifts 65% to 70%. */
  | { readonly kind: "rate"; readonly cells: readonly string[]; readonly points: Decimal; readonly from: Month }
  /** This part of the cases of `cells` goes to the cells `to`, at their mean fee and rate. */
  | {
      readonly kind: "treated_elsewhere";
      readonly cells: readonly string[];
      readonly to: readonly string[];
      readonly share: Decimal;
      readonly from: Month;
    }
  /** What costs 1 costs `factor` from a date on. */
  | { readonly kind: "policy"; readonly cells: readonly string[]; readonly factor: Decimal; readonly from: Month }
  /** An amount in one month to come, negative for a recovery. */
  | { readonly kind: "campaign"; readonly amount: Decimal; readonly month: Month };

export interface Scenario extends YearEnd {
  /** What each lever adds to the year, in order, on top of those before it. They add up to the change of the total. */
  readonly effects: readonly Decimal[];
}

/**
 * The year end if levers are pulled. Without levers it is the projection itself: cells only say in which proportion a
 * month to come changes. The spread stays the same part of what is still to come.
 * @param rest cells of the months to come, as `projectCell` gives them
 */
export function pullLevers(base: YearEnd, rest: readonly CellTotals[], levers: readonly Lever[]): Scenario {
  const effects: Decimal[] = [];
  let last = base.months;
  for (let count = 1; count <= levers.length; count++) {
    const next = monthsUnder(base.months, rest, levers.slice(0, count));
    effects.push(totalOf(next).minus(totalOf(last)));
    last = next;
  }
  const total = totalOf(last);
  const remaining = total.minus(base.paid).minus(base.lateRows);
  const spread = movedSpread(base, total, remaining);
  return { total, paid: base.paid, lateRows: base.lateRows, remaining, months: last, spread, effects };
}

interface Factors {
  readonly cases: Decimal;
  readonly feePerCase: Decimal;
  readonly rate: Decimal;
}
type Cells = ReadonlyMap<string, Factors>;

function monthsUnder(months: readonly ProjectedMonth[], rest: readonly CellTotals[], levers: readonly Lever[]) {
  const cells: Cells = new Map(rest.map((cell) => [cell.key, factorsOf(cell)]));
  const before = payOf(cells);
  return months.map((month): ProjectedMonth => {
    if (month.state === "known") return month;
    let changed = cells;
    let oneOff = month.oneOff;
    for (const lever of levers) {
      if (lever.kind === "campaign") oneOff = lever.month === month.month ? oneOff.plus(lever.amount) : oneOff;
      else if (month.month >= lever.from) changed = pulled(changed, lever);
    }
    const ratio = before.isZero() ? new Decimal(1) : payOf(changed).div(before);
    const amount = month.amount.minus(month.oneOff).times(ratio).plus(oneOff);
    return { ...month, oneOff, amount: month.reported ? Decimal.max(amount, month.reported) : amount };
  });
}

function factorsOf({ cases, fee, pay }: CellTotals): Factors {
  return {
    cases,
    feePerCase: cases.isZero() ? zero : fee.div(cases),
    rate: fee.isZero() ? zero : pay.div(fee),
  };
}

const payOf = (cells: Cells) => sum([...cells.values()].map(pay));
const pay = ({ cases, feePerCase, rate }: Factors) => cases.times(feePerCase).times(rate);

function pulled(cells: Cells, lever: Exclude<Lever, { kind: "campaign" }>): Cells {
  if (lever.kind === "treated_elsewhere") return movedCases(cells, lever);
  const touched = (factors: Factors): Factors => {
    if (lever.kind === "cases") return { ...factors, cases: factors.cases.times(lever.change.plus(1)) };
    if (lever.kind === "fee_per_case")
      return { ...factors, feePerCase: factors.feePerCase.times(lever.change.plus(1)) };
    if (lever.kind === "policy") return { ...factors, rate: factors.rate.times(lever.factor) };
    return { ...factors, rate: Decimal.min(1, Decimal.max(0, factors.rate.plus(lever.points))) };
  };
  return new Map([...cells].map(([key, factors]) => [key, lever.cells.includes(key) ? touched(factors) : factors]));
}

/** The receiving cells grow alike, so that moved cases cost what their mean case costs. Nothing moves to cells without cases. */
function movedCases(cells: Cells, lever: Extract<Lever, { kind: "treated_elsewhere" }>): Cells {
  const casesOf = (keys: readonly string[]) => sum(keys.map((key) => cells.get(key)?.cases ?? zero));
  const from = lever.cells.filter((key) => !lever.to.includes(key));
  const receiving = casesOf(lever.to);
  if (!receiving.greaterThan(0)) return cells;
  const growth = casesOf(from).times(lever.share).div(receiving).plus(1);
  return new Map(
    [...cells].map(([key, factors]) => {
      if (from.includes(key))
        return [key, { ...factors, cases: factors.cases.times(new Decimal(1).minus(lever.share)) }];
      return [key, lever.to.includes(key) ? { ...factors, cases: factors.cases.times(growth) } : factors];
    }),
  );
}

function totalOf(months: readonly ProjectedMonth[]): Decimal {
  return sum(months.map(({ amount }) => amount));
}

function movedSpread(
  { spread, total: before, remaining: restBefore, paid }: YearEnd,
  total: Decimal,
  rest: Decimal,
): Spread {
  if (spread.kind === "withheld") return spread;
  const stretch = restBefore.greaterThan(0) ? rest.div(restBefore) : new Decimal(1);
  return {
    ...spread,
    scale: spread.scale * stretch.toNumber(),
    totals: spread.totals.map((end) =>
      Decimal.max(total.plus(end.minus(before).times(stretch)), Decimal.min(paid, total)),
    ),
  };
}
