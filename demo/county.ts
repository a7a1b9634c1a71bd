import { addMonths, type Month } from "@/domain/period";
import { firstDay, secondsPerDay } from "./calendar";
import { isSteady } from "./hardship";
import { Arrivals, Oddities } from "./oddities";
import { type HalfPlan, monthsOf, plan } from "./plan";
import { Random } from "./random";
import { cashPay, type Settlement, totalFee } from "./settlement";
import { type Stratum, strataOf } from "./strata";
import { Numbering, settleStratum } from "./visits";

/** Reversals in the first month of a half of settlements of the half before, by stratum. */
const carriedPerHalf: Readonly<Record<string, number>> = {
  "inpatient township true": 1,
  "inpatient township false": 2,
  "inpatient county true": 1,
  "inpatient county false": 2,
  "outpatient township null": 4,
};

const keyOf = ({ visitClass, site, poor }: Stratum) => `${visitClass} ${site} ${poor}`;

/** The settlement extracts of the county, month by month. Only one half-year is in memory at a time. */
export function* monthlySettlements(seed: string): Generator<{ month: Month; rows: Settlement[] }> {
  const numbering = new Numbering();
  const arrivals = new Arrivals();
  let carried = new Map<string, Settlement[]>();
  for (const half of plan) {
    const random = new Random(`${seed}/${half.period}`);
    const oddities = new Oddities(new Random(`${seed}/${half.period}/oddities`), numbering, arrivals);
    const settlements: Settlement[] = [];
    const next = new Map<string, Settlement[]>();
    for (const stratum of strataOf(half)) {
      const key = keyOf(stratum);
      const undone = carried.get(key) ?? [];
      const rows = settleStratum(random, numbering, stratum, monthsOf(half), amountsOf(undone));
      if (half !== plan.at(-1)) next.set(key, reversedNextHalf(oddities, half, rows, carriedPerHalf[key] ?? 0));
      for (const row of rows) settlements.push(row);
      for (const row of undone) arrivals.add(monthsOf(half)[0]!, row);
    }
    oddities.spread(half, settlements);
    carried = next;
    for (const month of monthsOf(half)) yield { month, rows: arrivals.take(month) };
  }
}

/** What reversals take away again, so that a half that must reach its totals can add it first. */
function amountsOf(reversals: readonly Settlement[]): { cases: number; fee: number; pool: number } {
  let [fee, pool] = [0, 0];
  for (const { bill } of reversals) {
    fee += totalFee(bill);
    pool += bill.pool;
  }
  return { cases: reversals.length, fee, pool };
}

/** Reversals, in the month after the half, of settlements that stay counted in its last month. */
function reversedNextHalf(
  oddities: Oddities,
  half: HalfPlan,
  rows: readonly Settlement[],
  count: number,
): Settlement[] {
  const next = addMonths(monthsOf(half).at(-1)!, 1);
  const start = firstDay(monthsOf(half).at(-1)!) * secondsPerDay;
  const undoneOn = firstDay(next) + 8;
  return rows
    .filter(
      ({ settled, person, medicalType, byHand, bill }) =>
        settled >= start &&
        medicalType !== "210101" &&
        !byHand &&
        cashPay(bill) > 0 &&
        isSteady(person, Math.floor(settled / secondsPerDay), undoneOn),
    )
    .slice(0, count)
    .map((row) => oddities.reversal(row, undoneOn));
}
