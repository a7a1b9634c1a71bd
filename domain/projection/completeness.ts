import { addMonths, type Month, monthsBetween } from "@/domain/period";
import type { MonthlyAmounts } from "./priorYears";
import { mean, total } from "./statistics";

/** A month known at least this far is grossed up; one known less is not yet observed. */
export const completeEnough = 0.9;
/** Months after which a month counts as complete. */
const lastAge = 12;
const monthsLearntFrom = 12;
/** Spread of the logarithm of the missing share while the unit's own imports are too few to tell. */
const usualTau = 0.4;
const pairsForTau = 6;

/** What had been paid for a service month when it was `age` months old (0: seen at the end of the month itself). */
export interface PaidByAge {
  readonly month: Month;
  readonly age: number;
  readonly paid: number;
}

export interface CompletionFactors {
  /** Share of a month that is known at age 0, 1, … up to 11; at every later age it is 1. */
  readonly factors: readonly number[];
  readonly tau: number;
}

/**
 * How complete a month is at each age, by chain ladder: what later imports found beyond an earlier one, over the last
 * twelve service months that have both ages. What no two imports have seen yet, the later ages of a young store, counts
 * as complete. Null while not even the first age has a pair of imports to learn from.
 */
export function completionFactors(imports: readonly PaidByAge[]): CompletionFactors | null {
  const paid = new Map(imports.map(({ month, age, paid }) => [`${month}@${age}`, paid]));
  const months = [...new Set(imports.map(({ month }) => month))].sort();
  const steps: number[] = [];
  for (let age = 0; age < lastAge; age++) {
    const both = months
      .filter((month) => paid.has(`${month}@${age}`) && paid.has(`${month}@${age + 1}`))
      .slice(-monthsLearntFrom);
    const then = total(both.map((month) => paid.get(`${month}@${age}`)!));
    const later = total(both.map((month) => paid.get(`${month}@${age + 1}`)!));
    if (!(then > 0) || !(later > 0)) break;
    steps.push(then / later);
  }
  if (steps.length === 0) return null;
  const factors = steps.map((_, age) => steps.slice(age).reduce((complete, step) => complete * step, 1));
  return { factors, tau: tauOf(paid, months) };
}

/** Standard deviation of log missing share around its mean at the same age, where at least 90% is known. */
function tauOf(paid: ReadonlyMap<string, number>, months: readonly Month[]): number {
  let squares = 0;
  let freedom = 0;
  for (let age = 1; age < lastAge; age++) {
    const logarithms = months.flatMap((month) => {
      const now = paid.get(`${month}@${age}`);
      const final = paid.get(`${month}@${lastAge}`);
      if (now === undefined || final === undefined || !(now < final) || now < completeEnough * final) return [];
      return [Math.log(1 - now / final)];
    });
    if (logarithms.length < 2) continue;
    squares += total(logarithms.map((value) => (value - mean(logarithms)) ** 2));
    freedom += logarithms.length - 1;
  }
  return freedom < pairsForTau ? usualTau : Math.sqrt(squares / freedom);
}

/** Completeness of a month seen when `newest` was `ageOfNewest` months old. */
export function completenessOf(
  completion: CompletionFactors,
  month: Month,
  newest: Month,
  ageOfNewest: number,
): number {
  const age = monthsBetween(month, newest) + ageOfNewest;
  return completion.factors[age] ?? 1;
}

/**
 * Cross-check of a month that is not complete (Bornhuetter–Ferguson): what is known + the share still missing × what
 * the projection says of the month.
 */
export function crossCheck(known: number, completeness: number, projected: number): number {
  return known + (1 - completeness) * projected;
}

/** Turns imports, each with its own newest month, into paid by age. `paid`: what the import held of each service month. */
export function paidByAge(
  snapshots: readonly { readonly seenAtEndOf: Month; readonly paid: MonthlyAmounts }[],
): PaidByAge[] {
  return snapshots.flatMap(({ seenAtEndOf, paid }) =>
    [...paid].flatMap(([month, amount]) => {
      const age = monthsBetween(month, seenAtEndOf);
      return age < 0 || month < addMonths(seenAtEndOf, -lastAge) ? [] : [{ month, age, paid: amount.toNumber() }];
    }),
  );
}
