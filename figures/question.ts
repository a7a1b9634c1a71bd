import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import type { Dimension } from "@/domain/dimensions";
import type { Month, Period } from "@/domain/period";
import type { Reason } from "@/metrics/define";

export type { Reason } from "@/metrics/define";

/** What a page or table speaks of: a region and scheme, a period, what to leave out. */
export interface QuestionScope {
  readonly region: string;
  readonly scheme: string;
  readonly period: Period;
  /** Keep only these members; a dimension that is absent is not filtered. */
  readonly where: Filter;
  /** The period to compare with, or null. */
  readonly compare: Period | null;
  /** Which available fund is meant, in both periods. */
  readonly basis: AvailableFundBasis;
  /** An earlier data version, or null for the current one. */
  readonly asOf: number | null;
}

/** One member of some dimensions: a cell of a cut. */
export type Key = Partial<Record<Dimension, string>>;

export type Filter = Partial<Record<Dimension, readonly string[]>>;

/** What is asked within a scope: which metrics, cut by what. */
export interface Question extends QuestionScope {
  readonly by: readonly Dimension[];
  readonly metrics: readonly string[];
}

/** A number with what it is made of. `value` is exact and unrounded; display rounds once. */
export interface Figure {
  readonly metric: string;
  readonly value: string | null;
  readonly reason: Reason | null;
  /** Ratios only: the two totals it was divided from. */
  readonly numerator: { metric: string; value: string | null } | null;
  readonly denominator: { metric: string; value: string | null; whole: boolean } | null;
}

export interface Comparison {
  readonly period: string;
  readonly values: Record<string, Figure>;
  /** now − then, in the metric's unit (points for ratios). */
  readonly change: Record<string, string | null>;
  /** (now − then) ÷ |then|, a fraction; null where then is 0 or missing. */
  readonly growth: Record<string, string | null>;
}

export interface AnswerRow {
  readonly key: Key;
  readonly values: Record<string, Figure>;
  readonly compare: Comparison | null;
}

export interface Answer {
  readonly dataVersion: number;
  readonly region: string;
  readonly scheme: string;
  readonly period: string;
  readonly basis: AvailableFundBasis;
  readonly by: readonly Dimension[];
  readonly rows: readonly AnswerRow[];
  readonly total: AnswerRow;
  /** Months of the period (or of the compared one) without data; a comparison uses only months present in both. */
  readonly missingMonths: readonly Month[];
}
