import type { Rubric, RuleId } from "../rubric";

/** 达成预期指标, 部分达成预期指标并具有一定效果, 未达成预期指标且效果较差. */
export const qualitativeGrades = ["reached", "partly", "missed"] as const;
export type QualitativeGrade = (typeof qualitativeGrades)[number];

/** What is known of an indicator; numbers are exact decimal texts in the indicator's unit (percent as a fraction). */
export type Actual =
  | { readonly kind: "number"; readonly value: string }
  | { readonly kind: "quality"; readonly grade: QualitativeGrade; readonly share: string }
  | { readonly kind: "yes_no"; readonly reached: boolean }
  /** How often each finding of the rule was found, by its code. */
  | { readonly kind: "findings"; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: "budget"; readonly budget: string; readonly executed: string }
  /** Marks that were given. */
  | { readonly kind: "marks"; readonly value: string };

/**
 * What scoring needs of an indicator. `actual` null: not known yet, so its points are an interval. `applies` false:
 * 不适用, its marks are taken out and the others scaled up.
 */
export interface IndicatorInput {
  readonly target: string | null;
  readonly actual: Actual | null;
  readonly applies: boolean;
}

/** Points: exact while worked out, printed rounded half up to 2 places once. `low` = `high` when they are known. */
export interface Points {
  readonly low: string;
  readonly high: string;
}

/** How points came about: rule, formula, inputs, result, for the screen and for the export. */
export interface Trace {
  readonly rule: RuleId;
  /** Which formula of the rule applied; its words are messages' `scoringFormulas`. */
  readonly formula: string;
  /** By name, exact: full, actual, target, floor, share … */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What is to be said about an indicator; its words are messages' `scoringFlags`. */
export type ScoringFlag = "unmet" | "far_over_target" | "no_target" | "pending" | "contradicts";

export interface ScoredIndicator {
  readonly code: string;
  /** Null: 不适用, or a form without points. */
  readonly points: Points | null;
  readonly full: string | null;
  readonly trace: Trace | null;
  /** actual ÷ target, a fraction, where both are numbers. */
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
  readonly sections: readonly ScoredSection[];
  /** Without bonus, over what applies; null for a form without points. */
  readonly base: Points | null;
  /** `base` scaled to the rubric's marks where something does not apply, else the same. */
  readonly scaled: Points | null;
  /** Capped at its maximum; null without a bonus section. */
  readonly bonus: Points | null;
  /** `scaled` and `bonus`, capped at the rubric's marks unless it may exceed them. */
  readonly total: Points | null;
  /** By the unrounded total, after vetoes; null while low and high fall into different grades. */
  readonly grade: string | null;
  /** Vetoes that apply, by code. */
  readonly vetoes: readonly string[];
}
