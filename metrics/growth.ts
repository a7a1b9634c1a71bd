import { type Constant, type Fact, type Formula, type Metric, type Term, termsOf } from "@/metrics/define";

/** Facts that add up through a year. The other ones are plans, or counts of those who are there. */
const addUp: readonly Fact[] = ["payments", "funding_receipts"];

/** Whether a metric begins each year at nothing and grows: cases, payments, money in place against the plan of the year. */
export function growsThroughYear(metric: Metric): boolean {
  return metric.kind === "measure" ? addUp.includes(metric.fact) : grows(metric.formula);
}

const termGrows = (term: Term | Constant) =>
  "metric" in term && term.window !== "last_twelve_months" && growsThroughYear(term.metric);

function grows(formula: Formula): boolean {
  switch (formula.op) {
    case "divide":
      return termGrows(formula.of) && !termGrows(formula.by);
    case "subtract":
      return termGrows(formula.of);
    case "elapsed_share_of_year":
      return true;
    case "mean_share_of_prior_years":
      return false;
    case "multiply":
    case "add":
    case "by_basis":
      return termsOf(formula).some(termGrows);
  }
}
