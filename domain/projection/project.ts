import { Decimal, sum } from "@/domain/money";
import { type Basis, commonBasis } from "./basis";
import { type OrdinaryYears, ordinaryYears, reportedMonths } from "./comparable";
import { type Estimates, estimatesOf } from "./estimates";
import { monthOf, type ProjectionInput } from "./input";
import { missesFor } from "./misses";
import { courseOf, deviationOfLateRows, lateRowsOf, monthsOf, oneOffsOfYear } from "./months";
import type { NoProjection, PointProjection, ProjectedMonth, Projection } from "./projection";
import { intervalOf, type Spread, spreadAround } from "./spread";
import { total } from "./statistics";
import { holes, suspicions } from "./suspicions";

const fewestMonthsWithoutHistory = 3;

/**
 * Where the year will end: every method, the headline, its months and its spread, from nothing but the arguments.
 * Formulas, tables and the rules of the edge cases: docs/projection.md.
 */
export function project(input: ProjectionInput): Projection {
  const reported = reportedMonths(input.thisYear);
  if (!reported) return gap(input);
  const years = ordinaryYears(input, reported);
  if (years.history.length > 0 || years.known.length >= fewestMonthsWithoutHistory)
    return pointProjection(input, years, sum(reported));
  const flags = [{ code: "no_history" as const }, ...years.flags, ...holes(years, input.year)];
  const reason = "no_history_and_too_early";
  return { kind: "none", reason, year: input.year, missing: [], paid: sum(reported), flags };
}

function gap({ year, thisYear }: ProjectionInput): NoProjection {
  const last = thisYear.findLastIndex((amount) => amount !== null);
  const missing = thisYear.slice(0, last).flatMap((amount, index) => (amount ? [] : [monthOf(year, index + 1)]));
  const paid = sum(thisYear.filter((amount) => amount !== null));
  return { kind: "none", reason: "gap_in_this_year", year, missing, paid, flags: [] };
}

function pointProjection(input: ProjectionInput, years: OrdinaryYears, paid: Decimal): PointProjection {
  const basis = commonBasis(input, years);
  const estimates = estimatesOf(basis.year, basis.weights);
  const course = courseOf(basis, estimates.monthsToCome, input.year);
  const monthsIf = (yearTotal: number) => monthsOf(input, years, course(yearTotal));
  const months = monthsIf(estimates.total);
  const yearTotal = totalOf(months);
  const lateRows = new Decimal(total(years.known.map(lateRowsOf)));
  const spread = spreadOf(input, years, basis, estimates, {
    total: yearTotal,
    remaining: total(course(estimates.total)),
    floor: Decimal.min(paid, yearTotal),
  });
  const interval = intervalOf(spread, 80);
  const width = interval?.high.minus(interval.low);
  const methods = Object.fromEntries(
    Object.entries(estimates.methods).map(([name, said]) => [name, said === null ? null : totalOf(monthsIf(said))]),
  ) as PointProjection["methods"];
  return {
    kind: "point",
    year: input.year,
    knownMonths: years.known.length,
    historyYears: years.history.length,
    headline: estimates.headline,
    total: yearTotal,
    paid,
    lateRows,
    remaining: yearTotal.minus(paid).minus(lateRows),
    oneOffs: oneOffsOfYear(input),
    methods,
    months,
    monthWeights: basis.weights,
    spread,
    policy: policyEffect(input, basis, years.known.length, course(estimates.total)),
    flags: [
      ...(years.history.length === 0 ? [{ code: "no_history" as const }] : []),
      ...years.flags,
      ...holes(years, input.year),
      ...basis.flags,
      ...suspicions(basis.year, input.year, estimates, methods, width),
    ],
  };
}

function totalOf(months: readonly ProjectedMonth[]): Decimal {
  return sum(months.map(({ amount }) => amount));
}

function spreadOf(
  input: ProjectionInput,
  years: OrdinaryYears,
  basis: Basis,
  estimates: Estimates,
  around: { readonly total: Decimal; readonly remaining: number; readonly floor: Decimal },
): Spread {
  if (input.structuralBreak && estimates.headline !== "complete")
    return { kind: "withheld", reason: "structural_break" };
  const { sigma, misses } = missesFor(input, {
    typicalYears: basis.year.history.filter(({ atypical }) => !atypical).length,
    knownMonths: years.known.length,
    sigma: estimates.sigma,
  });
  return spreadAround({ ...around, sigma, misses, lateDeviation: deviationOfLateRows(input, years.known) });
}

/** What the months to come cost more because of the policy: as reckoned, and beyond that as observed. */
function policyEffect(input: ProjectionInput, basis: Basis, known: number, ordinary: readonly number[]) {
  if (!input.policyChange || basis.policyFactor === null) return null;
  const { from, factor } = input.policyChange;
  const after = ordinary.filter((_, ahead) => monthOf(input.year, known + ahead + 1) >= from);
  const without = new Decimal(total(after) / basis.policyFactor);
  return {
    mechanical: without.times(factor.minus(1)),
    behavioural: without.times(new Decimal(basis.policyFactor).minus(factor)),
  };
}
