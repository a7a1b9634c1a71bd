import { Decimal, sum } from "@/domain/money";
import type { Basis } from "./basis";
import { type OrdinaryYears, oneOffsByMonth, type ReportedMonth } from "./comparable";
import { crossCheck } from "./completeness";
import { monthOf, type ProjectionInput } from "./input";
import type { ProjectedMonth } from "./projection";
import { total } from "./statistics";

/** What late rows will still add to a month that is known. */
export function lateRowsOf({ ordinary, completeness }: ReportedMonth): number {
  return ordinary === null ? 0 : ordinary * (1 - completeness);
}

/** The ordinary money of each month to come, as it will be paid, if the year on the common basis costs `yearTotal`. */
export type Course = (yearTotal: number) => readonly number[];

/** @param shape proportions of the months to come on the common basis; the month weights where they are all zero */
export function courseOf(basis: Basis, shape: readonly number[], year: number): Course {
  const known = basis.year.known.length;
  const proportions = total(shape) > 0 ? shape : basis.weights.slice(known);
  const whole = total(proportions);
  const spent = total(basis.year.known);
  return (yearTotal) =>
    proportions.map((part, ahead) => ((yearTotal - spent) * (part / whole)) / basis.factor(year, known + ahead + 1));
}

/** The twelve months of the year. `ordinary`: the months to come without one-offs. */
export function monthsOf(input: ProjectionInput, years: OrdinaryYears, ordinary: readonly number[]): ProjectedMonth[] {
  const oneOff = oneOffsByMonth(input);
  const known = years.known.map((reported, index): ProjectedMonth => {
    const late = lateRowsOf(reported);
    const month = monthOf(input.year, index + 1);
    return {
      month,
      state: "known",
      amount: late === 0 ? reported.reported : reported.reported.plus(late),
      oneOff: oneOff(month),
      reported: reported.reported,
      completeness: reported.completeness,
      crossCheck: null,
    };
  });
  const toCome = ordinary.map((projected, ahead): ProjectedMonth => {
    const month = monthOf(input.year, known.length + ahead + 1);
    const apart = oneOff(month);
    const amount = apart.plus(projected);
    const partly = years.incomplete[ahead];
    if (!partly)
      return { month, state: "projected", amount, oneOff: apart, reported: null, completeness: null, crossCheck: null };
    const { reported, completeness } = partly;
    const inPart = reported.minus(apart).toNumber();
    return {
      month,
      state: "incomplete",
      amount: Decimal.max(amount, reported),
      oneOff: apart,
      reported,
      completeness,
      crossCheck: apart.plus(crossCheck(inPart, completeness, projected)),
    };
  });
  return [...known, ...toCome];
}

/** One standard deviation of the late rows of the known months, taken as independent of each other. */
export function deviationOfLateRows(input: ProjectionInput, known: readonly ReportedMonth[]): number {
  const tau = input.completion?.tau ?? 0;
  return tau * Math.hypot(...known.map(lateRowsOf));
}

/** This year's one-offs, paid and committed. */
export function oneOffsOfYear(input: ProjectionInput): Decimal {
  const oneOff = oneOffsByMonth(input);
  return sum(Array.from({ length: 12 }, (_, index) => oneOff(monthOf(input.year, index + 1))));
}
