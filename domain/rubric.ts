/** Which of the office's layouts an assessment of a rubric is printed in. `check`: a yearly check of institutions, no form. */
export const rubricForms = ["project", "transfer", "campaign", "check"] as const;
export type RubricForm = (typeof rubricForms)[number];

/** How many marks a value makes of the full ones. One file a rule in domain/scoring. Numbers are exact decimal texts. */
export type ScoringRule =
  /** Full when actual ≥ target, else full × actual ÷ target; 0 below the floor. */
  | { readonly rule: "higher_is_better"; readonly floor?: string }
  /** Full when actual ≤ target, else full × target ÷ actual. */
  | { readonly rule: "lower_is_better" }
  /** Steps from the highest: the first one that the actual reaches gives its share of the marks, 0 below the last. */
  | { readonly rule: "bands"; readonly steps: readonly { readonly atLeast: string; readonly share: string }[] }
  /** 达成预期 100–80%, 部分达成 80–60%, 未达成 60–0% of the marks: the grade, the share inside it and the reason. */
  | { readonly rule: "qualitative" }
  | { readonly rule: "yes_no" }
  /** 扣分项: marks off per finding, never below 0. */
  | { readonly rule: "deduction"; readonly findings: readonly Finding[] }
  /** Full × 全年执行数 ÷ 全年预算数（调整后）, at most full. Never the fund's burn rate. */
  | { readonly rule: "budget_execution" }
  /** Marks that somebody gives: a superior's score, a bonus. */
  | { readonly rule: "given" };
export type RuleId = ScoringRule["rule"];

/** Something found that costs marks. */
export interface Finding {
  readonly code: string;
  readonly name: string;
  /** Marks off for each time it was found. */
  readonly marksOff: string;
}

/** 一票否决: where it applies, the grade is at most this one. */
export interface Veto {
  readonly code: string;
  readonly name: string;
  readonly gradeAtMost: string;
}

/** Where an actual comes from: a metric of the registry over the whole year (or the one dimension member), or a person. */
export type IndicatorSource =
  | { readonly metric: string; readonly where?: Readonly<Record<string, readonly string[]>> }
  | { readonly entered: string };

/** How an indicator's values are counted; the metric's own unit where a metric feeds it. `text`: a quality in words. */
export const indicatorUnits = [
  "percent",
  "persons",
  "cases",
  "yuan",
  "ten_thousand_yuan",
  "yuan_per_head",
  "months",
  "days",
  "times",
  "number",
  "text",
] as const;
export type IndicatorUnit = (typeof indicatorUnits)[number];

/** 三级指标. */
export interface Indicator {
  /** Unique in its rubric; stays what it is from version to version. */
  readonly code: string;
  readonly name: string;
  /** 二级指标: 数量指标, 质量指标 … */
  readonly group: string;
  /** 分值; absent in forms that know no points. */
  readonly marks?: string;
  /** In forms that know no points too: it says when a target is met. */
  readonly scoring: ScoringRule;
  readonly unit: IndicatorUnit;
  /** Exact decimal in the unit (percent as a fraction), a text for `text`; the default of 年度指标值. */
  readonly target?: string;
  /** Parts of the target that must add up to it: 416 + 73 + 20 + 80 = 589. */
  readonly targetParts?: readonly { readonly name: string; readonly value: string }[];
  readonly source: IndicatorSource;
  /** True: it cannot be submitted without 佐证材料. */
  readonly evidenceRequired: boolean;
  /** 责任科室（单位）. */
  readonly responsible?: string;
}

/** 一级指标. */
export interface RubricSection {
  readonly name: string;
  /** Marks of the section: what its indicators add up to. */
  readonly marks?: string;
  /** 加分项: marks beyond the total, at most `marks`. */
  readonly bonus?: true;
  readonly indicators: readonly Indicator[];
}

/** 指标体系 as data: one document, validated when it is read. Its file and a version entered in the browser are the same. */
export interface Rubric {
  readonly format: 1;
  /** snake_case; the same for all versions. */
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly form: RubricForm;
  /** The first and the last year it is used for; null while it is in force. */
  readonly years: { readonly from: number; readonly to: number | null };
  /** 文号. `confirmed` false: shown as 本地参数，待确认. */
  readonly source: { readonly document: string; readonly clause?: string; readonly confirmed: boolean };
  /** 100; absent where the form knows no points. Without bonus. */
  readonly marks?: string;
  /** What the total is converted to where that is not `marks`: 120 marks as 100. Grades are of the converted total. */
  readonly convertedTo?: string;
  /** Whether total and bonus together may exceed `marks`; asked only of rubrics with a bonus section. */
  readonly mayExceed?: boolean;
  /** From the highest: 优 from 90, 良 from 80, 中 from 60, 差 from 0. */
  readonly grades?: readonly { readonly name: string; readonly from: string }[];
  readonly vetoes?: readonly Veto[];
  /** An actual above this share of its target says 年初指标值设定明显偏低: 1.3. 本系统提示线，可改. */
  readonly farOverTarget: string;
  readonly sections: readonly RubricSection[];
}

/** 转移支付区域绩效目标自评表 has no points. */
export const hasPoints = (form: RubricForm): boolean => form !== "transfer";
