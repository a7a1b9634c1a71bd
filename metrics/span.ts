import { lastDayOf, lastMonth, type Month, type Period } from "@/domain/period";

/** A period as totals see it: the months that have settlements, and the points at which balances are taken. */
export interface Span {
  /** The period's id; with its months where some that have settlements are left out. */
  readonly id: string;
  /** No month with settlements is left out, so that totals stored for the period are this span's. */
  readonly complete: boolean;
  /** Months with settlements, ascending. */
  readonly months: readonly Month[];
  /** Where enrolment is taken: the last month with settlements, else the period's last. */
  readonly closingMonth: Month;
  /** Year of the funding plan; null for a period over two years, which has none. */
  readonly year: string | null;
  /** Last day of the period: money that came later is not yet in place. */
  readonly lastDay: string;
}

/**
 * `hasData` says whether a month has settlements in the version that is read, `isKept` whether the question looks at
 * it (a filter, or the months that two years share).
 */
export function spanOf(
  period: Period,
  hasData: (month: Month) => boolean,
  isKept: (month: Month) => boolean = () => true,
): Span {
  const present = period.months.filter(hasData);
  const months = present.filter(isKept);
  const complete = months.length === present.length;
  const last = lastMonth(period);
  const years = new Set(period.months.map((month) => month.slice(0, 4)));
  return {
    id: complete ? period.id : `${period.id}:${months.join("+")}`,
    complete,
    months,
    closingMonth: months.at(-1) ?? last,
    year: years.size === 1 ? last.slice(0, 4) : null,
    lastDay: lastDayOf(last),
  };
}
