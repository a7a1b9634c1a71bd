import { total } from "../statistics";
import { lastYear, lastYearByNow, spentByNow, type YearUnderWay } from "../year";

/**
 * 去年同期占比法: last year's total × this year's growth so far, which is the same number as the spending so far ÷ the
 * share last year had spent by then. Null where last year had spent nothing by then.
 */
export function shareOfLastYear(year: YearUnderWay): number | null {
  const then = lastYearByNow(year);
  return then === 0 ? null : (total(lastYear(year)) * spentByNow(year)) / then;
}
