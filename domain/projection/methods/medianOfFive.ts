import { median } from "../statistics";

/** 五法取中: the middle one of run rate, mean share, trailing twelve, credibility growth and level. */
export function medianOfFive(methods: {
  readonly run_rate: number;
  readonly mean_share: number;
  readonly trailing_twelve: number;
  readonly credibility_growth: number;
  readonly level: number;
}): number {
  const { run_rate, mean_share, trailing_twelve, credibility_growth, level } = methods;
  return median([run_rate, mean_share, trailing_twelve, credibility_growth, level]);
}
