import { Decimal } from "@/domain/money";
import { type Chance, intervalEnds, type Misses, probabilities } from "./intervalTable";

/** Quantiles of the normal distribution at `probabilities`. */
const normal = [-1.959964, -1.644854, -1.281552, -0.67449, 0, 0.67449, 1.281552, 1.644854, 1.959964];

/**
 * Where the year may end: one total at each of `probabilities`, in the unit of the projection. Withheld after a
 * structural break: no past miss says anything about it.
 */
export type Spread =
  | {
      readonly kind: "known";
      readonly sigma: number;
      /** sigma × what was projected: a miss of 1, in the unit of the projection. */
      readonly scale: number;
      readonly totals: readonly Decimal[];
    }
  | { readonly kind: "withheld"; readonly reason: "structural_break" };

export interface SpreadParts {
  readonly total: Decimal;
  /** What the method projected, without one-offs that are committed. */
  readonly remaining: number;
  readonly sigma: number;
  readonly misses: Misses;
  /** One standard deviation of the late rows still expected. */
  readonly lateDeviation: number;
  /** Spent already, less recoveries that are committed: no outcome lies below it. */
  readonly floor: Decimal;
}

/** The miss of the method and that of the late rows are independent: their squares add up. */
export function spreadAround(parts: SpreadParts): Spread {
  const scale = parts.sigma * Math.abs(parts.remaining);
  const totals = parts.misses.quantiles.map((quantile, index) => {
    const side = Math.sign(quantile) || Math.sign(normal[index]!);
    const miss = side * Math.hypot(quantile * scale, normal[index]! * parts.lateDeviation);
    return Decimal.max(parts.total.plus(miss), parts.floor);
  });
  return { kind: "known", sigma: parts.sigma, scale, totals };
}

/** The interval that contains the truth with the given chance, or null where none can be stated. */
export function intervalOf(spread: Spread, chance: Chance): { low: Decimal; high: Decimal } | null {
  if (spread.kind === "withheld") return null;
  const [low, high] = intervalEnds[chance];
  return { low: spread.totals[low]!, high: spread.totals[high]! };
}

/**
 * The chance that the year costs more than `budget`: straight lines between the stated totals, never surer than 1 in
 * 100 while money is still to be spent; 1 when the budget is spent already.
 */
export function chanceAbove(spread: Spread, budget: Decimal, floor: Decimal): number | null {
  if (floor.greaterThan(budget)) return 1;
  if (spread.kind === "withheld") return null;
  const distances = spread.totals.map((total) => total.minus(budget).toNumber());
  const last = distances.length - 1;
  if (distances[0] === distances[last]) return distances[0]! > 0 ? 1 : 0;
  let left = distances.findLastIndex((distance) => distance <= 0);
  if (left < 0) left = distances.findIndex((distance, index) => distances[index + 1]! > distance);
  if (left === last) left = distances.findLastIndex((distance) => distance < distances[last]!);
  const rise = (probabilities[left + 1]! - probabilities[left]!) / (distances[left + 1]! - distances[left]!);
  const below = probabilities[left]! - distances[left]! * rise;
  return 1 - Math.min(0.99, Math.max(0.01, below));
}
