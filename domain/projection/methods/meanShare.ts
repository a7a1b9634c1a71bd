import { mean, total } from "../statistics";
import { spentByNow, type YearUnderWay } from "../year";

/** 历年占比法: the spending so far ÷ the mean share that the typical prior years had spent by then. */
export function meanShare(year: YearUnderWay): number | null {
  const typical = year.history.filter(({ atypical }) => !atypical);
  if (typical.length === 0) return null;
  const share = mean(typical.map(({ months }) => total(months.slice(0, year.known.length)) / total(months)));
  return share === 0 ? null : spentByNow(year) / share;
}
