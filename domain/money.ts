import { Decimal as AnyDecimal } from "decimal.js";

/**
 * The one decimal type: 40 significant digits (the largest total has 20), half up, never written with an exponent.
 * Sums of money are exact; a ratio carries all its digits until it is shown.
 */
export const Decimal = AnyDecimal.clone({
  precision: 40,
  rounding: AnyDecimal.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
export type Decimal = AnyDecimal;

export const zero: Decimal = new Decimal(0);

/** Reads an exact decimal string such as `18661600.00`. Throws on anything that is not a number. */
export function decimal(text: string | number | bigint): Decimal {
  return new Decimal(typeof text === "bigint" ? text.toString() : text);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** 四舍五入: half away from zero. */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, AnyDecimal.ROUND_HALF_UP);
}

/**
 * Rounds parts to `places` so that they add up to their rounded total: each is cut, and the units left over go to the
 * largest remainders (the earlier part on a tie). For estimates only; actual figures are never adjusted.
 */
export function roundToTotal(parts: readonly Decimal[], places = 2): Decimal[] {
  const unit = new Decimal(10).pow(-places);
  const cut = parts.map((part) => part.toDecimalPlaces(places, AnyDecimal.ROUND_FLOOR));
  let left = roundHalfUp(sum(parts), places).minus(sum(cut));
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part.minus(cut[index]!) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left.lt(unit)) break;
    cut[index] = cut[index]!.plus(unit);
    left = left.minus(unit);
  }
  return cut;
}
