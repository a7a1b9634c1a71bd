import type { ProjectionInput } from "./input";
import { type Misses, tabledMisses } from "./intervalTable";
import { recalibrated } from "./recalibration";

/** A unit that nothing is known of: sigma, and the symmetric 80% in units of it. Its run rate knows no season either. */
const usualSigma = 0.15;
const missWithoutHistory = 2;
/** Without a month of this year: the line of one known month, widened. */
const widerAsPlan = 1.25;

/** The misses to reckon with, and the sigma they are multiples of. `sigma` null: the unit has no history to learn it from. */
export function missesFor(
  input: ProjectionInput,
  facts: { readonly typicalYears: number; readonly knownMonths: number; readonly sigma: number | null },
): { readonly sigma: number; readonly misses: Misses } {
  const shipped = tabledMisses(Math.max(1, facts.typicalYears), Math.max(1, facts.knownMonths));
  if (facts.sigma === null) {
    const misses = stretched(shipped, missWithoutHistory / shipped.symmetric[80]);
    return { sigma: input.parent?.sigma ?? usualSigma, misses };
  }
  const misses = recalibrated(shipped, input.pastMisses ?? [], facts.knownMonths);
  return { sigma: facts.sigma, misses: facts.knownMonths === 0 ? stretched(misses, widerAsPlan) : misses };
}

function stretched({ quantiles, symmetric }: Misses, factor: number): Misses {
  return {
    quantiles: quantiles.map((quantile) => quantile * factor),
    symmetric: { 80: symmetric[80] * factor, 90: symmetric[90] * factor, 95: symmetric[95] * factor },
  };
}
