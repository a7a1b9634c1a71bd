/**
 * The statistics of a projection work on floats (JavaScript numbers): they hold estimates, which carry far fewer true
 * digits than a float. Money that was paid stays in Decimal; `project` turns one into the other at its edges.
 */

export function total(values: readonly number[]): number {
  let running = 0;
  for (const value of values) running += value;
  return running;
}

export function mean(values: readonly number[]): number {
  return total(values) / values.length;
}

/** The middle value; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export function clip(value: number, lowest: number, highest: number): number {
  return Math.min(highest, Math.max(lowest, value));
}

/** Linear interpolation through points of rising x; the first and last y hold outside them. */
export function interpolate(xs: readonly number[], ys: readonly number[], x: number): number {
  if (x <= xs[0]!) return ys[0]!;
  const after = xs.findIndex((point) => point >= x);
  if (after < 0) return ys[ys.length - 1]!;
  const [left, right] = [xs[after - 1]!, xs[after]!];
  return ys[after - 1]! + ((x - left) / (right - left)) * (ys[after]! - ys[after - 1]!);
}
