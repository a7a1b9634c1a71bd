import { decimal } from "@/domain/money";
import { exactNumber } from "@/domain/scoring/checkActual";

/** `0.95` as `95%`; what is no number stays. */
export const percentOf = (fraction: string): string =>
  exactNumber.test(fraction) ? `${decimal(fraction).times(100)}%` : fraction;

/** `95%` or `95` as `0.95`; what is no number stays. */
export function fractionOf(percent: string): string {
  const number = percent.replace(/%$/, "");
  return exactNumber.test(number) ? decimal(number).div(100).toString() : percent;
}
