import { total } from "../statistics";
import { lastYear, spentByNow, type YearUnderWay } from "../year";

/** 同比增减额法: the last twelve months, that is the spending so far + the rest of last year. */
export function trailingTwelve(year: YearUnderWay): number {
  return spentByNow(year) + total(lastYear(year).slice(year.known.length));
}
