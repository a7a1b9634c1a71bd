import type { Rubric, RuleId } from "../rubric";

/** 达成预期指标, 部分达成预期指标并具有一定效果, 未达成预期指标且效果较差. */
export const qualitativeGrades = ["reached", "partly", "missed"] as const;
export type QualitativeGrade = (typeof qualitativeGrades)[number];

/** Of which money the budget was that an execution rate is of: all of it, or what was granted this year. */
export const executionBases = ["with_carried_over", "this_year_only"] as const;
export type ExecutionBase = (typeof executionBases)[number];

/** 自评得分, 预估得分 (a superior's score not yet known), 复评得分: kept side by side, never one over another. */
export const scoreKinds = ["self", "estimate", "review"] as const;
export type ScoreKind = (typeof scoreKinds)[number];

/** What is known of an indicator; numbers are exact decimal texts in the indicator's unit (percent as a fraction). */
export type Actual =
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "quality"; readonly grade: QualitativeGrade; readonly share: string }
  | { readonly kind: "yes_no"; readonly reached: boolean }
  /** How often each finding of the rule was found, by its code. */
  | { readonly kind: "findings"; readonly counts: Readonly<Record<string, number>> }
  /** Yuan: 全年预算数（调整后） on the base named, 全年执行数. */
  | { readonly kind: "budget"; readonly base: ExecutionBase; readonly budget: string; readonly executed: string }
  /** Marks that were given. With an estimate and without a review they are pending: an interval. */
  | { readonly kind: "marks"; readonly scores: Readonly<Partial<Record<ScoreKind, string>>> };

/** Which kind of actual each rule takes. */
export const actualKinds = {
  higher_is_better: "number",
  lower_is_better: "number",
  bands: "number",
  qualitative: "quality",
  yes_no: "yes_no",
  deduction: "findings",
  budget_execution: "budget",
  given: "marks",
} as const satisfies Record<RuleId, Actual["kind"]>;

/**
 * What scoring needs of an indicator. `actual` null: not known yet, so its points are an interval. `applies` false:
 * 不适用, its marks are taken out and the others scaled up.
 */
export interface IndicatorInput {
  /** Null: the rubric's. */
  readonly target: string | null;
  readonly actual: Actual | null;
  readonly applies: boolean;
}

/** Points: exact while worked out, printed rounded half up to 2 places once. `low` = `high` when they are known. */
export interface Points {
  readonly low: string;
  readonly high: string;
}

/** The formula of a rule that applied; its words are messages' `scoringFormulas`. */
export const scoringFormulas = [
  "target_reached",
  "share_of_target",
  "below_floor",
  "target_kept",
  "target_share_of_actual",
  "no_share_of_target",
  "band",
  "below_bands",
  "quality_share",
  "yes",
  "no",
  "marks_off",
  "share_of_budget",
  "share_of_this_year_budget",
  "no_budget",
  "marks_given",
  "marks_estimated",
  "no_target",
  "pending",
] as const;
export type ScoringFormula = (typeof scoringFormulas)[number];

/** How points came about: rule, formula, inputs, result, for the screen and for the export. */
export interface Trace {
  readonly rule: RuleId;
  readonly formula: ScoringFormula;
  /** By name, exact: full, actual, target, floor, share … */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What is to be said about an indicator; its words are messages' `scoringFlags`. */
export const scoringFlags = ["unmet", "far_over_target", "no_target", "pending", "contradicts"] as const;
export type ScoringFlag = (typeof scoringFlags)[number];

export interface ScoredIndicator {
  readonly code: string;
  /** False: 不适用, then nothing below is known. */
  readonly applies: boolean;
  /** Null: 不适用, or a form without points. */
  readonly points: Points | null;
  readonly full: string | null;
  readonly trace: Trace | null;
  /** actual ÷ target, a fraction, where both are numbers and the target is above zero; executed ÷ budget. */
  readonly attainment: string | null;
  readonly flags: readonly ScoringFlag[];
}

export interface ScoredSection {
  readonly name: string;
  readonly bonus: boolean;
  readonly full: string | null;
  readonly points: Points | null;
  readonly indicators: readonly ScoredIndicator[];
}

/** A rubric with its values: leaves = section = total, exactly. */
export interface Scored {
  readonly rubric: Rubric;
  /** Marks of what applies, without bonus; null for a form without points. */
  readonly full: string | null;
  readonly sections: readonly ScoredSection[];
  /** Without bonus, over what applies; null for a form without points. */
  readonly base: Points | null;
  /**
   * `base` scaled to the marks that the rubric converts to, which is more than `base` where something does not apply;
   * null when nothing applies.
   */
  readonly scaled: Points | null;
  /** Capped at its maximum; null without a bonus section. */
  readonly bonus: Points | null;
  /** `scaled` and `bonus`, capped at the marks of the rubric (converted) unless it may exceed them. */
  readonly total: Points | null;
  /** By the unrounded total, after vetoes; null while low and high fall into different grades. */
  readonly grade: string | null;
  /** Vetoes that apply, by code. */
  readonly vetoes: readonly string[];
}
