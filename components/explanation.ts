/** What `/api/metrics/<id>` answers: a number with its words, already written in the reader's language. */
export interface Explanation {
  readonly title: string;
  /** Rounded, with its unit. */
  readonly value: string;
  readonly exact: string;
  /** A number worked out beyond its metric (a mean per month, a share of a change): how. */
  readonly reading: string | null;
  readonly definition: string;
  readonly formula: string;
  readonly numerator: Part | null;
  readonly denominator: (Part & { readonly whole: boolean }) | null;
  readonly comparison: {
    readonly period: string;
    readonly value: string;
    readonly change: string;
    readonly growth: string;
  } | null;
  readonly scope: string;
  readonly source: string;
  readonly dataVersion: string;
  readonly sql: string;
  /** The page of the metric, in the same scope. */
  readonly href: string;
}

export interface Part {
  readonly label: string;
  readonly value: string;
  readonly exact: string;
  readonly href: string;
}
