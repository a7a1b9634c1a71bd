import type { Misses } from "./intervalTable";

/** How many misses of its own a bureau needs before they weigh as much as the shipped table. A judgement, not tuned. */
const weightOfTable = 30;

/** A miss of a past projection: (actual − projection) ÷ (sigma × what was still to come), with the months then known. */
export interface PastMiss {
  readonly knownMonths: number;
  readonly miss: number;
}

/**
 * The shipped line, moved towards the bureau's own misses with about as many known months (one more or less): each end
 * becomes (N × own + 30 × shipped) ÷ (N + 30), own being the size that the chance of the interval allows, on both sides.
 */
export function recalibrated(shipped: Misses, own: readonly PastMiss[], knownMonths: number): Misses {
  const sizes = own
    .filter((past) => Math.abs(past.knownMonths - knownMonths) <= 1)
    .map((past) => Math.abs(past.miss))
    .sort((a, b) => a - b);
  if (sizes.length === 0) return shipped;
  const mixed = (value: number, ownValue: number) =>
    (sizes.length * ownValue + weightOfTable * value) / (sizes.length + weightOfTable);
  const ends = [0.95, 0.9, 0.8, 0.5].map((chance) => conformalQuantile(sizes, chance));
  const ownQuantiles = [...ends.map((end) => -end), 0, ...ends.toReversed()];
  const { 80: eighty, 90: ninety, 95: ninetyFive } = shipped.symmetric;
  return {
    quantiles: shipped.quantiles.map((value, index) => mixed(value, ownQuantiles[index]!)),
    symmetric: { 80: mixed(eighty, ends[2]!), 90: mixed(ninety, ends[1]!), 95: mixed(ninetyFive, ends[0]!) },
  };
}

/** The size that a further miss stays below with the given chance: the ⌈(N + 1) × chance⌉-th smallest of N. */
function conformalQuantile(sorted: readonly number[], chance: number): number {
  return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * chance)) - 1]!;
}
