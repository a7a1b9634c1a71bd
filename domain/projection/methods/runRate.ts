import { spentByNow, type YearUnderWay } from "../year";

/** 月均推算法: twelve times the mean of the known months; at half-year, doubling. */
export function runRate(year: YearUnderWay): number {
  return (12 * spentByNow(year)) / year.known.length;
}
