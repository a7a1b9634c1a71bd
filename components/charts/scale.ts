import { type Tier, tiers } from "@/domain/dimensions";

/** Round steps from zero to at least `largest`: 1, 2, 2.5 or 5 times a power of ten, at most `most` of them. */
export function ticksUpTo(largest: number, most = 5): number[] {
  if (!(largest > 0)) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(largest / most));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size * most >= largest)!;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/**
 * Moves labels apart, from their wished places (percent from the top) so that neighbours keep `gap`, inside 0–100.
 * The order of the wishes is kept.
 */
export function spread(wished: readonly number[], gap: number): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => wished[a]! - wished[b]!);
  const placed = [...wished];
  let free = 0;
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, free);
    free = placed[index]! + gap;
  }
  let ceiling = 100;
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index]! - gap;
  }
  return placed;
}

/** Tiers are the steps of one hue in their fixed order; what is unclassified is the palest. */
export const tierStep = (tier: Tier) => Math.min(4, tiers.indexOf(tier) + 1) as 1 | 2 | 3 | 4;
