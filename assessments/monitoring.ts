import type { AttainmentChance, ChanceReason, MonitoringEntry } from "@/domain/assessment";
import type { Month } from "@/domain/period";

/** 绩效运行监控: how far the year has come, what it will probably end at, and how likely the target is. */
export interface Monitoring {
  /** The last month with settlements: 1—×月; null: none yet. */
  readonly through: Month | null;
  /** 序时进度: months gone by ÷ 12, a fraction. */
  readonly elapsed: string;
  /** 双监控: 预算执行率 on the base that counts, a fraction; null without a budget. */
  readonly executionRate: string | null;
  /** In the rubric's order. */
  readonly indicators: readonly MonitoredIndicator[];
}

/** Numbers are exact, in the indicator's unit. */
export interface MonitoredIndicator {
  readonly code: string;
  /** 1—×月执行情况; null where there is no number yet. */
  readonly soFar: string | null;
  /** So far ÷ target, a fraction; null where that is not said. */
  readonly attainment: string | null;
  /** 全年预计完成情况; null where nothing is known to work it out from. */
  readonly expected: Expected | null;
  /** The light that the figures suggest; null where they suggest none. */
  readonly suggested: SuggestedChance | null;
  /** What somebody entered. */
  readonly entered: MonitoringEntry | null;
}

/**
 * forecast: the projection of the fund's expenditure, with its 80% interval. pace: so far ÷ 序时进度. standing: a rate or
 * a count of those who are there, as it stands. whole_year: nothing is left to come.
 */
export interface Expected {
  readonly by: "forecast" | "pace" | "standing" | "whole_year";
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
}

/** A light, and the code of what speaks for it; words are messages' `chanceReasons`. */
export interface SuggestedChance {
  readonly chance: AttainmentChance;
  readonly because: ChanceReason;
}
