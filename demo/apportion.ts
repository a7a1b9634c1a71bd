/**
 * Whole numbers that are proportional to `weights` and add up to `total` exactly. All arguments are non-negative
 * integers, amounts in fen; what rounding down leaves over goes to the first places, one each.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole === 0) throw new RangeError("nothing to apportion by");
  const [exactTotal, exactWhole] = [BigInt(total), BigInt(whole)];
  const parts = weights.map((weight) => Number((exactTotal * BigInt(weight)) / exactWhole));
  let left = total - sum(parts);
  for (let i = 0; left > 0; i = (i + 1) % parts.length) {
    if (weights[i] === 0) continue;
    parts[i]!++;
    left--;
  }
  return parts;
}

/** As `apportion`, but no part exceeds its cap: the excess goes to the others in proportion to the room they have. */
export function apportionWithin(total: number, weights: readonly number[], caps: readonly number[]): number[] {
  if (total > sum(caps)) throw new RangeError(`${total} does not fit below the caps (${sum(caps)})`);
  const parts = apportion(total, weights).map((part, i) => Math.min(part, caps[i]!));
  for (let left = total - sum(parts); left > 0; left = total - sum(parts)) {
    const room = parts.map((part, i) => caps[i]! - part);
    const more = apportion(left, room);
    for (const [i, extra] of more.entries()) parts[i] = Math.min(caps[i]!, parts[i]! + extra);
  }
  return parts;
}

export function sum(numbers: readonly number[]): number {
  let result = 0;
  for (const number of numbers) result += number;
  return result;
}
