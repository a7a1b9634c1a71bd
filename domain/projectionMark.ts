import { Decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import { monthOf, type OneOff, type PriorYearInput, type ProjectionInput } from "@/domain/projection/input";

/**
 * What a person knows of a scheme's payments that the payments do not tell. atypical_year: a year whose months say
 * nothing about others. structural_break: the year is not to be compared with any before it. one_off: money outside the
 * ordinary course, in its month, negative for a recovery. policy_change: from a month on, what cost 1 costs `factor`.
 */
export type ProjectionMark = { readonly scheme: string; readonly text: string } & (
  | { readonly mark: "atypical_year" | "structural_break"; readonly year: string }
  /** `amount` in yuan, `factor`: exact decimals. */
  | { readonly mark: "one_off"; readonly month: Month; readonly amount: string }
  | { readonly mark: "policy_change"; readonly from: Month; readonly factor: string }
);
export const projectionMarks = ["atypical_year", "structural_break", "one_off", "policy_change"] as const;
export type ProjectionMarkKind = (typeof projectionMarks)[number];

/** Marks of a year; the others are of a month and carry a number. */
export function isOfYear(mark: ProjectionMarkKind): mark is "atypical_year" | "structural_break" {
  return mark === "atypical_year" || mark === "structural_break";
}

/** A mark from what was typed: `when` a year or a month, `number` yuan or a factor. */
export function projectionMark(
  about: { readonly scheme: string; readonly text: string },
  mark: ProjectionMarkKind,
  when: string,
  number: string | null,
): ProjectionMark {
  if (isOfYear(mark)) return { ...about, mark, year: when };
  if (mark === "one_off") return { ...about, mark, month: when, amount: number ?? "0" };
  return { ...about, mark, from: when, factor: number ?? "1" };
}

/** The year or month that a mark is of. */
export function whenOf(mark: ProjectionMark): string {
  return "year" in mark ? mark.year : "month" in mark ? mark.month : mark.from;
}

/** Yuan or factor; null for a mark of a year. */
export function numberOf(mark: ProjectionMark): string | null {
  return "amount" in mark ? mark.amount : "factor" in mark ? mark.factor : null;
}

/** The marks of one scheme as the engine takes them. */
export class ProjectionRules {
  constructor(private readonly own: readonly ProjectionMark[]) {}

  get oneOffs(): OneOff[] {
    return this.own.flatMap((mark) =>
      mark.mark === "one_off" ? [{ month: mark.month, amount: new Decimal(mark.amount) }] : [],
    );
  }

  isStructuralBreak(year: number): boolean {
    return this.own.some((mark) => mark.mark === "structural_break" && Number(mark.year) === year);
  }

  /** The last change that the months of a year and of those before it lie on both sides of. */
  policyChange(year: number): ProjectionInput["policyChange"] {
    const changes = this.own.filter((mark) => mark.mark === "policy_change" && mark.from <= monthOf(year, 12));
    const last = changes.reduce<ProjectionMark | null>(
      (newest, mark) =>
        newest?.mark === "policy_change" && mark.mark === "policy_change" && newest.from >= mark.from ? newest : mark,
      null,
    );
    return last?.mark === "policy_change" ? { from: last.from, factor: new Decimal(last.factor) } : undefined;
  }

  /** Years with their marks. */
  markYears(years: readonly PriorYearInput[]): PriorYearInput[] {
    const atypical = (year: number) =>
      this.own.some(
        (mark) => (mark.mark === "atypical_year" || mark.mark === "structural_break") && Number(mark.year) === year,
      );
    return years.map((prior) => (atypical(prior.year) ? { ...prior, atypical: true } : prior));
  }
}
