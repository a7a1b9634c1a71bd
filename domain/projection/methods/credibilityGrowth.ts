import { total } from "../statistics";
import { lastYear, lastYearByNow, spentByNow, type YearUnderWay } from "../year";

/**
 * 可信度加权法: the rest of last year × (1 + Z × growth so far), Z = k ÷ (k + 3) after k months: growth is believed the
 * more, the longer it has been seen. Null where last year had spent nothing by then.
 */
export function credibilityGrowth(year: YearUnderWay): number | null {
  const then = lastYearByNow(year);
  if (then === 0) return null;
  const months = year.known.length;
  const growth = spentByNow(year) / then - 1;
  return spentByNow(year) + total(lastYear(year).slice(months)) * (1 + (months / (months + 3)) * growth);
}
