import { type Misses, probabilities } from "./intervalTable";

/** How many misses of its own a bureau needs before they weigh as much as the shipped table. A judgement, not tuned. */
const weightOfTable = 30;

/** A miss of a past projection: (actual − projection) ÷ (sigma × what was still to come), with the months then known. */
export interface PastMiss {
  readonly knownMonths: number;
  readonly miss: number;
}

/**
 * The shipped line, moved towards the bureau's own misses with about as many known months (one more or less):
 * ± becomes (N × own + 30 × shipped) ÷ (N + 30), and the quantiles keep their asymmetry.
 */
export function recalibrated(shipped: Misses, own: readonly PastMiss[], knownMonths: number): Misses {
  const sizes = own
    .filter((past) => Math.abs(past.knownMonths - knownMonths) <= 1)
    .map((past) => Math.abs(past.miss))
    .sort((a, b) => a - b);
  if (sizes.length === 0) return shipped;
  const moved = (chance: 80 | 90 | 95) =>
    (sizes.length * conformalQuantile(sizes, chance / 100) + weightOfTable * shipped.symmetric[chance]) /
    (sizes.length + weightOfTable);
  const symmetric = { 80: moved(80), 90: moved(90), 95: moved(95) };
  const factor = (probability: number) => {
    const chance = probability < 0.04 || probability > 0.96 ? 95 : probability < 0.08 || probability > 0.92 ? 90 : 80;
    return symmetric[chance] / shipped.symmetric[chance];
  };
  const quantiles = shipped.quantiles.map((value, index) => value * factor(probabilities[index]!));
  return { quantiles: outwards(quantiles), symmetric };
}

/** The size that a further miss stays below with the given chance: the ⌈(N + 1) × chance⌉-th smallest of N. */
function conformalQuantile(sorted: readonly number[], chance: number): number {
  return sorted[Math.min(sorted.length, Math.ceil((sorted.length + 1) * chance)) - 1]!;
}

/** A wider chance never has a nearer end. */
function outwards(quantiles: readonly number[]): number[] {
  const result = [...quantiles];
  for (let index = 3; index >= 0; index--) result[index] = Math.min(result[index]!, result[index + 1]!);
  for (let index = 5; index < result.length; index++) result[index] = Math.max(result[index]!, result[index - 1]!);
  return result;
}
