import type { Actual, ScoreKind } from "./scoring/scored";

/** Where an assessment stands. Issue order: 年度指标值 → 绩效运行监控 → 绩效自评 → 已提交 (frozen). */
export const assessmentStates = ["targets_set", "monitored", "self_assessed", "submitted"] as const;
export type AssessmentState = (typeof assessmentStates)[number];

/** 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const attainmentChances = ["certain", "possible", "impossible"] as const;
export type AttainmentChance = (typeof attainmentChances)[number];

/** Why the plan and what happened differ: 经费, 制度, 人员, 硬件, 其他. */
export const deviationCauses = ["funds", "rules", "staff", "equipment", "other"] as const;
export type DeviationCause = (typeof deviationCauses)[number];

/** 全年预算数（调整后）= 年初预算数 or 当年财政拨款 as adjusted, 上年结转 and other money, kept apart. Yuan, exact. */
export interface ProjectBudget {
  readonly rows: readonly BudgetRow[];
}

/** 其中：当年财政拨款, 上年结转资金, 其他资金 (project form); 中央财政资金, 地方资金, 其他资金, 彩票公益金 (transfer form). */
export const budgetSources = ["this_year", "carried_over", "other", "central", "local", "lottery"] as const;
export type BudgetSource = (typeof budgetSources)[number];

export interface BudgetRow {
  readonly source: BudgetSource;
  /** 年初预算数. */
  readonly opening: string;
  /** 全年预算数. */
  readonly adjusted: string;
  /** 全年执行数. */
  readonly executed: string;
}

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
  readonly uploadedAt: string;
  readonly uploadedBy: string;
}

/** What somebody entered for an indicator; absent parts were not entered. */
export interface IndicatorEntry {
  readonly code: string;
  readonly target?: string;
  /** Entered by hand, where the source is a person, or where a person overrides the metric: then with its reason. */
  readonly actual?: Actual;
  readonly overrideReason?: string;
  readonly applies?: false;
  /** Scores besides the one that the rule gives: exact marks. */
  readonly scores?: Partial<Record<ScoreKind, string>>;
  /** 偏差原因分析及改进措施. */
  readonly reason?: string;
  readonly evidence: readonly Evidence[];
  /** Mid-year: 绩效运行监控表. */
  readonly monitoring?: {
    readonly chance: AttainmentChance;
    readonly cause?: DeviationCause;
    readonly expected?: string;
    readonly remark?: string;
  };
}

/** One unit's assessment for a year by a rubric. */
export interface Assessment {
  readonly id: string;
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  readonly rubric: { readonly id: string; readonly version: number };
  readonly state: AssessmentState;
  /** 1, 2, 3 …: who writes has seen the one before. */
  readonly revision: number;
  /** 项目名称, 主管部门, 实施单位; of the transfer form 转移支付名称, 中央主管部门, 地方主管部门, 资金使用单位. */
  readonly head: {
    readonly project: string;
    readonly centralDepartment?: string;
    readonly department: string;
    readonly unit: string;
  };
  /** 年度总体目标: 预期目标, 实际完成情况. */
  readonly goal: { readonly expected: string; readonly achieved: string };
  readonly budget: ProjectBudget;
  /** Transfer form only; topics without a row were not written yet. */
  readonly management?: readonly FundManagementRow[];
  /** 说明 at the foot of the transfer form. */
  readonly remark?: string;
  readonly entries: readonly IndicatorEntry[];
}
