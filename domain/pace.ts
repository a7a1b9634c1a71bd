import { Decimal } from "@/domain/money";

/** A third of a month, as offices say it: 上旬, 中旬, 下旬. */
export type Third = "early" | "middle" | "late";

/** What the pace of a year's first months means for the rest of it. Amounts are yuan, `cut` is a fraction. */
export interface Pace {
  readonly monthlyMean: Decimal;
  /** Where the available fund ends if every month costs that mean; null when it lasts the year or is already spent. */
  readonly end: { readonly month: number; readonly third: Third } | null;
  /** Spent beyond the available fund already: the excess, else null. */
  readonly exceeded: Decimal | null;
  /** What the remaining months may cost each so that the year stays within the fund; null in December or when it is spent. */
  readonly needed: { readonly monthlyMean: Decimal; readonly cut: Decimal } | null;
}

/**
 * @param spent yuan paid from 1 January to the end of `months`
 * @param available yuan of the year's available fund, above zero
 * @param months 1 to 12, counted from January
 */
export function paceOf(spent: Decimal, available: Decimal, months: number, year: number): Pace {
  const monthlyMean = spent.div(months);
  const left = available.minus(spent);
  const exceeded = left.isNegative() ? left.negated() : null;
  return {
    monthlyMean,
    end: exceeded || !monthlyMean.greaterThan(0) ? null : endOfFund(available.div(monthlyMean), year),
    exceeded,
    needed: exceeded || months === 12 || !monthlyMean.greaterThan(0) ? null : needed(left, months, monthlyMean),
  };
}

function needed(left: Decimal, months: number, monthlyMean: Decimal) {
  const mean = left.div(12 - months);
  return { monthlyMean: mean, cut: new Decimal(1).minus(mean.div(monthlyMean)) };
}

function endOfFund(monthsOfFund: Decimal, year: number): Pace["end"] {
  if (monthsOfFund.greaterThanOrEqualTo(12)) return null;
  const month = Number(monthsOfFund.ceil());
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = monthsOfFund
    .minus(month - 1)
    .times(days)
    .ceil();
  return { month, third: day.lessThanOrEqualTo(10) ? "early" : day.lessThanOrEqualTo(20) ? "middle" : "late" };
}
