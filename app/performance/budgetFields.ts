import type { BudgetSource } from "@/domain/projectBudget";
import type { Rubric } from "@/domain/rubric";

/** The three amounts of a row, in the order of the form. */
export const budgetColumns = ["opening", "adjusted", "executed"] as const;
export type BudgetColumn = (typeof budgetColumns)[number];

/** The rows that a form has room for: the transfer form parts money by who gives it, the others by its year. */
export const budgetSourcesOf = ({ form }: Pick<Rubric, "form">): readonly BudgetSource[] =>
  form === "transfer" ? ["central", "local", "other", "lottery"] : ["this_year", "carried_over", "other"];

/** A field of the form: `this_year_adjusted`. */
export const budgetField = (source: BudgetSource, column: BudgetColumn) => `${source}_${column}`;
