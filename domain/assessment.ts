import type { ProjectBudget } from "./projectBudget";
import type { Actual, ScoreKind } from "./scoring/scored";

/**
 * Where an assessment stands: 年度指标值 → 绩效运行监控 → 绩效自评 → 已提交 (frozen). Follows from what was entered:
 * `monitored` once a light is, `self_assessed` once nothing is missing.
 */
export const assessmentStates = ["targets_set", "monitored", "self_assessed", "submitted"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const attainmentChances = ["certain", "possible", "impossible"] as const;
export type AttainmentChance = (typeof attainmentChances)[number];

/** What speaks for a light: where the year ended, the projection's interval, the pace, or how it stands now. */
export const chanceReasons = [
  "year_met",
  "year_unmet",
  "interval_meets",
  "interval_misses",
  "interval_open",
  "already_met",
  "already_exceeded",
  "pace_meets",
  "pace_misses",
  "stands_met",
  "stands_unmet",
] as const;
export type ChanceReason = (typeof chanceReasons)[number];

/** What can stand between an assessment and its submission: of an indicator, and of the assessment as a whole. */
export const missingCodes = [
  "no_target",
  "parts_differ",
  "pending_actual",
  "override_without_reason",
  "reason_missing",
  "evidence_missing",
  "head_incomplete",
  "goal_incomplete",
  "budget_missing",
] as const;
export type MissingCode = (typeof missingCodes)[number];

/** Why the plan and what happened differ: 经费, 制度, 人员, 硬件, 其他. */
export const deviationCauses = ["funds", "rules", "staff", "equipment", "other"] as const;
export type DeviationCause = (typeof deviationCauses)[number];

/**
 * 资金管理情况 of the transfer form, in its order: 分配科学性, 下达及时性, 拨付合规性, 使用规范性, 执行准确性,
 * 预算绩效管理情况, 支出责任履行情况.
 */
export const fundManagementTopics = [
  "allocation",
  "handing_down",
  "payment",
  "use",
  "execution",
  "performance_management",
  "spending_duty",
] as const;
export type FundManagementTopic = (typeof fundManagementTopics)[number];

export interface FundManagementRow {
  readonly topic: FundManagementTopic;
  /** 情况说明. */
  readonly situation: string;
  /** 存在问题和改进措施. */
  readonly problems: string;
}

/** 佐证材料. */
export interface Evidence {
  /** Hex; the file lies in the evidence folder under this name. */
  readonly sha256: string;
  readonly fileName: string;
  readonly bytes: number;
  /** 2018-07-05 09:00:00+08 */
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

/** Mid-year: a row of 绩效运行监控表. */
export interface MonitoringEntry {
  readonly chance: AttainmentChance;
  readonly cause?: DeviationCause;
  /** 全年预计完成情况 where it is not as suggested: an exact decimal in the indicator's unit, or a text. */
  readonly expected?: string;
  readonly remark?: string;
}

/** What somebody enters for an indicator; absent parts were not entered. */
export interface EnteredValues {
  /** Exact decimal in the indicator's unit; a text for `text`. */
  readonly target?: string;
  /** What an entered target is made of. */
  readonly targetParts?: readonly { readonly name: string; readonly value: string }[];
  /**
   * Entered by hand, where the source is a person, or where a person overrides the metric: then with its reason. Never
   * of kind `marks`: these are `scores`.
   */
  readonly actual?: Actual;
  /** 实际完成值 in words, where the rule takes a grade or a yes. */
  readonly actualText?: string;
  readonly overrideReason?: string;
  readonly applies?: false;
  /** Exact marks. `self` only where the rule is `given`: elsewhere the rule gives it. */
  readonly scores?: Partial<Record<ScoreKind, string>>;
  /** 偏差原因分析及改进措施. */
  readonly reason?: string;
  readonly monitoring?: MonitoringEntry;
}

/** A change of what was entered: what is named is set, or taken back by null; what is not named stays. */
export type IndicatorPatch = { readonly [Name in keyof EnteredValues]?: EnteredValues[Name] | null };

/** What was entered for an indicator, as it stands. */
export interface IndicatorEntry extends EnteredValues {
  readonly code: string;
  readonly evidence: readonly Evidence[];
}

/** 项目名称, 主管部门, 实施单位; of the transfer form 转移支付名称, 中央主管部门, 地方主管部门, 资金使用单位. Empty until entered. */
export interface AssessmentHead {
  readonly project: string;
  readonly centralDepartment?: string;
  readonly department: string;
  readonly unit: string;
}

/** What is entered for the assessment as a whole. */
export interface AssessmentFrame {
  readonly head: AssessmentHead;
  /** 年度总体目标: 预期目标, 实际完成情况; empty until entered. */
  readonly goal: { readonly expected: string; readonly achieved: string };
  readonly budget: ProjectBudget;
  /** Transfer form only; topics without a row were not written yet. */
  readonly management?: readonly FundManagementRow[];
  /** 说明 at the foot of the transfer form. */
  readonly remark?: string;
  /** Vetoes of the rubric that apply, by code. */
  readonly vetoes: readonly string[];
}

/** Whose assessment, of which year, by which rubric. */
export interface AssessmentPlace {
  readonly id: string;
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  readonly rubric: { readonly id: string; readonly version: number };
}

/** One unit's assessment for a year by a rubric. */
export interface Assessment extends AssessmentPlace, AssessmentFrame {
  readonly state: AssessmentState;
  /** 1, 2, 3 …: who writes has seen the one before. */
  readonly revision: number;
  readonly entries: readonly IndicatorEntry[];
}
