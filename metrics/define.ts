import { type AvailableFundBasis, availableFundBases } from "@/domain/availableFundBasis";
import type { Dimension } from "@/domain/dimensions";
import type { Decimal } from "@/domain/money";

/**
 * Units are closed: metrics/format.ts knows how to write each one. A percent or point is stored as a fraction; so is a
 * chance, which is written in whole percent.
 */
export const units = [
  "yuan",
  "cases",
  "persons",
  "heads",
  "days",
  "percent",
  "points",
  "chance",
  "yuan_per_case",
  "yuan_per_head",
  "yuan_per_month",
  "days_per_case",
  "cases_per_person",
  "cases_per_hundred",
  "months",
] as const;
export type Unit = (typeof units)[number];

/** What SQL can total. warehouse/factViews.ts says which rows each one has. */
export const facts = ["payments", "enrolment", "registry", "funding_plans", "funding_receipts"] as const;
export type Fact = (typeof facts)[number];

/** What each fact can be cut and filtered by. Asked for anything else, it answers for the whole. */
export const factDimensions: Record<Fact, readonly Dimension[]> = {
  payments: ["month", "tier", "visit_class", "hardship_status", "institution", "region"],
  enrolment: ["month", "region"],
  registry: ["month", "hardship_status"],
  funding_plans: ["month"],
  funding_receipts: ["month"],
};

/** Why a figure has no value. */
export type Reason =
  | "no_data"
  | "divided_by_zero"
  | "not_from_january"
  | "no_funding_plan"
  | "no_opening_surplus"
  | "no_annual_quota"
  | "no_enrolment"
  | "no_population"
  | "no_registry"
  | "column_mostly_empty"
  | "too_few_months"
  | "whole_only"
  | "no_explaining_institution"
  | "too_little_history"
  | "no_past_year"
  | "no_interval"
  | "no_own_projection"
  | "too_few_imports"
  | "not_added";

type Described = {
  /** The file's name; a test holds the two together. */
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly unit: Unit;
  /** What it says and what it leaves out, in one or two sentences. */
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly better: "higher" | "lower" | "neither";
  readonly source: Source;
  /** When somebody last held the definition against its source. */
  readonly reviewed: string;
};

/** Where the definition comes from: a field of the national data standard, a rule of the domain. */
export type Source = { readonly document: string; readonly clause: string };

/** A number SQL can total; `sql` is the only place where this aggregate is written. */
export type Measure = Described & {
  readonly kind: "measure";
  readonly fact: Fact;
  /**
   * sum: adds up over cells and months. distinct: counted anew for every cell and period. closing: as of the last
   * month or day of the period; adds up over townships, not over months.
   */
  readonly total: "sum" | "distinct" | "closing";
  readonly sql: string;
  /** A column that extracts may leave empty; when more than 1% of it is, ratios built on this measure have no value. */
  readonly column?: WatchedColumn;
  /** Why there is no value when SQL finds none. */
  readonly absent: Reason;
};

/** A number worked out from other metrics after totalling. */
export type Derived = Described & {
  readonly kind: "derived";
  readonly formula: Formula;
  /** Has a value only for periods of one year that begin in January. */
  readonly fromJanuary: boolean;
};

export type Metric = Measure | Derived;

export type WatchedColumn = {
  readonly name: string;
  /** The rows that should carry it. */
  readonly among: "settlements" | "inpatients";
};

/** Whose total is taken: the row's own cell, the whole question after its filters, or the region and scheme. */
export type Scope = "cell" | "question" | "region";

/** Over which months: the question's own, January to its end, or the twelve that end with it. */
export type Window = "period" | "year_to_date" | "last_twelve_months";

/** One side of a formula. A bare metric means the row's own cell in the question's own period. */
export type Term = {
  readonly metric: Metric;
  readonly scope: Scope;
  readonly window: Window;
};

export type Constant = { readonly constant: string };

export type Formula =
  | { readonly op: "divide"; readonly of: Term; readonly by: Term | Constant }
  | { readonly op: "multiply"; readonly of: Term; readonly by: Term | Constant }
  | { readonly op: "add"; readonly all: readonly Term[] }
  | { readonly op: "subtract"; readonly of: Term; readonly less: readonly Term[] }
  /** One of several, by the basis of the available fund that the question takes. */
  | { readonly op: "by_basis"; readonly choices: Readonly<Record<AvailableFundBasis, Term>> }
  /** Months of the year gone by ÷ 12. */
  | { readonly op: "elapsed_share_of_year" }
  /** Mean over up to three complete prior years of (January to the same month) ÷ (the year). */
  | { readonly op: "mean_share_of_prior_years"; readonly of: Term };

/** `null` means "has no value here", never zero. */
export type Outcome =
  | { readonly value: Decimal; readonly reason: null }
  | { readonly value: null; readonly reason: Reason };

export function measure(
  definition: Omit<Measure, "kind" | "total" | "absent"> & Partial<Pick<Measure, "total" | "absent">>,
): Measure {
  return { kind: "measure", total: "sum", absent: "no_data", ...definition };
}

export function derived(definition: Omit<Derived, "kind" | "fromJanuary"> & { fromJanuary?: true }): Derived {
  return { kind: "derived", ...definition, fromJanuary: definition.fromJanuary ?? false };
}

const termOf = (part: Metric | Term): Term =>
  "kind" in part ? { metric: part, scope: "cell", window: "period" } : part;
const sideOf = (part: Metric | Term | Constant) => ("constant" in part ? part : termOf(part));

/** The same total over the named whole: everything the question asks for, after its filters. */
export const whole = (metric: Metric): Term => ({ metric, scope: "question", window: "period" });

/** The same total over the region and scheme, whatever the filter; over another window if said. */
export const regional = (metric: Metric, window: Window = "period"): Term => ({ metric, scope: "region", window });

export const constant = (text: string): Constant => ({ constant: text });

export const divide = (of: Metric | Term, by: Metric | Term | Constant): Formula => ({
  op: "divide",
  of: termOf(of),
  by: sideOf(by),
});

export const multiply = (of: Metric | Term, by: Metric | Term | Constant): Formula => ({
  op: "multiply",
  of: termOf(of),
  by: sideOf(by),
});

export const add = (...all: (Metric | Term)[]): Formula => ({ op: "add", all: all.map(termOf) });

export const subtract = (of: Metric | Term, ...less: (Metric | Term)[]): Formula => ({
  op: "subtract",
  of: termOf(of),
  less: less.map(termOf),
});

export const byBasis = (choices: Readonly<Record<AvailableFundBasis, Metric>>): Formula => ({
  op: "by_basis",
  choices: {
    pooled_fund: termOf(choices.pooled_fund),
    annual_quota: termOf(choices.annual_quota),
    pooled_fund_and_surplus: termOf(choices.pooled_fund_and_surplus),
  },
});

export const elapsedShareOfYear = (): Formula => ({ op: "elapsed_share_of_year" });

export const meanShareOfPriorYears = (of: Metric): Formula => ({
  op: "mean_share_of_prior_years",
  of: regional(of),
});

/** The terms a formula is made of, constants left out. */
export function termsOf(formula: Formula): Term[] {
  switch (formula.op) {
    case "divide":
    case "multiply":
      return "constant" in formula.by ? [formula.of] : [formula.of, formula.by];
    case "add":
      return [...formula.all];
    case "subtract":
      return [formula.of, ...formula.less];
    case "by_basis":
      return availableFundBases.map((basis) => formula.choices[basis]);
    case "elapsed_share_of_year":
      return [];
    case "mean_share_of_prior_years":
      return [formula.of];
  }
}

const measuresBelow = new WeakMap<Metric, readonly Measure[]>();

/** Every measure below a metric, each once. */
export function measuresOf(metric: Metric): readonly Measure[] {
  const known = measuresBelow.get(metric);
  if (known) return known;
  const parts = metric.kind === "measure" ? [] : termsOf(metric.formula).map((term) => term.metric);
  const measures = metric.kind === "measure" ? [metric] : [...new Set(parts.flatMap(measuresOf))];
  measuresBelow.set(metric, measures);
  return measures;
}

/** Whether the value of a metric depends on which available fund is meant. */
export function usesBasis(metric: Metric): boolean {
  if (metric.kind === "measure") return false;
  return metric.formula.op === "by_basis" || termsOf(metric.formula).some((term) => usesBasis(term.metric));
}
