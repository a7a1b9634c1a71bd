import type { Assessment, Evidence, MissingCode, MonitoringEntry } from "@/domain/assessment";
import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import type { Month } from "@/domain/period";
import type { Indicator, Rubric } from "@/domain/rubric";
import type { Actual, ExecutionBase, Points, Scored, ScoredIndicator, ScoreKind } from "@/domain/scoring/scored";
import type { Figure, Filter } from "@/figures/question";

/**
 * An assessment with everything that a page, a form and the command line show of it: plain values, numbers as exact
 * decimal texts (percent as a fraction). Of a submitted one all but `drift` is as it was when it was submitted.
 */
export interface AssessmentView {
  readonly assessment: Assessment;
  /** The version that the assessment was made with, whole. */
  readonly rubric: Rubric;
  /** Its name, or its code where it has none. `demo`: 演示数据. */
  readonly region: { readonly code: string; readonly name: string; readonly demo: boolean };
  readonly data: DataSeen;
  readonly sections: readonly SectionView[];
  readonly scored: Scored;
  /** The total by each kind of score; null in a form without points, and for a kind that nobody has given. */
  readonly totals: Readonly<Record<ScoreKind, Points | null>>;
  /** Null until a row is entered. */
  readonly budget: BudgetView | null;
  /** What stands between the assessment and its submission; empty: it can be submitted. */
  readonly missing: readonly Missing[];
  /** Who changed anything last, and when. */
  readonly changed: Attributed;
  readonly submitted: Attributed | null;
  /** 定稿后数据变动提示: figures that are others now. Empty before submission. */
  readonly drift: readonly Drift[];
}

/** What the figures were read from. */
export interface DataSeen {
  /** Null while nothing of the region is published. */
  readonly version: number | null;
  /** The year, or its months so far: 2018, 2018H1. */
  readonly period: string;
  /** The last month of the year with settlements; null: there is none. */
  readonly through: Month | null;
}

/** Who, as typed, and when: 2018-07-05 09:00:00+08. */
export interface Attributed {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** 一级指标. */
export interface SectionView {
  readonly name: string;
  readonly bonus: boolean;
  readonly full: string | null;
  readonly points: Points | null;
  readonly indicators: readonly IndicatorView[];
}

/** 三级指标 with what is known of it. */
export interface IndicatorView {
  readonly indicator: Indicator;
  /** 年度指标值: as entered, else the rubric's, else null. */
  readonly target: string | null;
  readonly targetOrigin: "rubric" | "entered" | null;
  /** Of the target that holds; empty where it has none. */
  readonly targetParts: readonly { readonly name: string; readonly value: string }[];
  /** 实际完成值 that is scored; null while it is not known. */
  readonly actual: Actual | null;
  /** 实际完成值 in words, where it is no number. */
  readonly actualText: string | null;
  readonly origin: ActualOrigin | null;
  /** The metric's own value, also where a person overrides it; null where a person is the source. */
  readonly figure: FigureSeen | null;
  /** Points, trace, flags, attainment; `applies` false: 不适用. */
  readonly scored: ScoredIndicator;
  /** Side by side: by the rule (or claimed, where marks are given), the estimate, the review. */
  readonly scores: Readonly<Record<ScoreKind, Points | null>>;
  /** 偏差原因分析及改进措施. */
  readonly reason: string | null;
  readonly evidence: readonly Evidence[];
  readonly monitoring: MonitoringEntry | null;
  readonly missing: readonly MissingCode[];
  /** The newest change of it; null where nothing was entered. */
  readonly changed: Attributed | null;
}

/** Where an actual comes from. */
export type ActualOrigin =
  | { readonly kind: "metric" }
  | ({ readonly kind: "entered" } & Attributed)
  /** A person's value in place of the metric's. */
  | ({ readonly kind: "overriding"; readonly overrideReason: string | null } & Attributed)
  /** 全年执行数 ÷ 全年预算数 of the rows that were entered. */
  | ({ readonly kind: "budget"; readonly base: ExecutionBase } & Attributed);

/** A value of the registry, in the metric's own unit, with its whole provenance: enough to ask for it again. */
export interface FigureSeen {
  readonly metric: string;
  readonly where: Filter;
  readonly region: string;
  readonly scheme: string;
  readonly basis: AvailableFundBasis;
  readonly period: string;
  readonly missingMonths: readonly Month[];
  readonly dataVersion: number;
  /** Value, or the reason why there is none; both sides of a ratio. */
  readonly figure: Figure;
}

/** 项目资金 of all rows, yuan; rates are unrounded fractions. */
export interface BudgetView {
  /** 年初预算数. */
  readonly opening: string;
  /** 全年预算数（调整后）, of all rows. */
  readonly adjusted: string;
  /** 全年执行数. */
  readonly executed: string;
  /** The base that counts. */
  readonly base: ExecutionBase;
  /** 预算执行率 on each base; null where the budget is 0. */
  readonly rates: Readonly<Record<ExecutionBase, string | null>>;
}

/** `indicator`: its code, null for the assessment as a whole. */
export interface Missing {
  readonly code: MissingCode;
  readonly indicator: string | null;
}

/** A frozen value, in the indicator's unit, that is another one in the data version of now. */
export interface Drift {
  readonly indicator: string;
  readonly frozen: { readonly value: string | null; readonly dataVersion: number };
  readonly now: { readonly value: string | null; readonly dataVersion: number };
}
