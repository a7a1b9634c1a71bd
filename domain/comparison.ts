import type { Decimal } from "@/domain/money";
import { addMonths, firstMonth, type Month, monthsBetween, type Period } from "@/domain/period";

/** now − then, in the unit of both; for shares these are points, not percent. No value where one is missing. */
export function change(now: Decimal | null, then: Decimal | null): Decimal | null {
  return now && then ? now.minus(then) : null;
}

/** (now − then) ÷ |then|, a fraction; no value where then is 0 or one is missing. */
export function growth(now: Decimal | null, then: Decimal | null): Decimal | null {
  return now && then && !then.isZero() ? now.minus(then).div(then.abs()) : null;
}

/** 增支贡献率: the part's change as a fraction of the whole's; no value where the whole did not change. */
export function contribution(part: Decimal | null, whole: Decimal | null): Decimal | null {
  return part && whole && !whole.isZero() ? part.div(whole) : null;
}

export interface SharedMonths {
  readonly monthsNow: readonly Month[];
  readonly monthsThen: readonly Month[];
  /** Months of either period that are left out because they or their counterparts have no data. */
  readonly missing: readonly Month[];
}

/**
 * The months of two periods that have data in both, paired by position (January with January for 同期).
 * A comparison uses only these and names the others.
 */
export function sharedMonths(now: Period, then: Period, hasData: (month: Month) => boolean): SharedMonths {
  const distance = monthsBetween(firstMonth(then), firstMonth(now));
  const counterparts = new Set(then.months);
  const shared = now.months.filter((month) => {
    const counterpart = addMonths(month, -distance);
    return hasData(month) && counterparts.has(counterpart) && hasData(counterpart);
  });
  const missing = [...then.months, ...now.months].filter((month) => !hasData(month));
  return { monthsNow: shared, monthsThen: shared.map((month) => addMonths(month, -distance)), missing };
}
