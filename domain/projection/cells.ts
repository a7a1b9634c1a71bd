import type { CellTotals } from "@/domain/decomposition";
import { type Decimal, sum, zero } from "@/domain/money";
import type { ProjectionInput } from "./input";
import { project } from "./project";

/** A month of a cell (tier × status × class): cases, total fee and what the fund paid. */
export interface CellMonth {
  readonly cases: Decimal;
  readonly fee: Decimal;
  readonly pay: Decimal;
}

export interface CellYears {
  readonly key: string;
  /** The known months of this year, from January. */
  readonly thisYear: readonly CellMonth[];
  /** Prior years, oldest first; null where the month has no data. */
  readonly history: readonly { readonly year: number; readonly months: readonly (CellMonth | null)[] }[];
}

export interface ProjectedCell {
  readonly key: string;
  /** Known months. */
  readonly soFar: CellTotals;
  /** Months to come. */
  readonly rest: CellTotals;
  readonly year: CellTotals;
}

/**
 * A cell's year: cases and, per case, fee and fund money are projected like the whole, month by month; the rest of the
 * year is cases × money per case. What cannot be projected goes on at its mean month, or at its mean per case.
 */
export function projectCell(
  year: number,
  cell: CellYears,
  calendar: ProjectionInput["calendar"] = "plain",
): ProjectedCell {
  const { key, thisYear, history } = cell;
  const soFar = totalsOf(key, thisYear);
  const cases = restOfYear(year, cell, (month) => month.cases, calendar) ?? meanMonths(soFar.cases, thisYear.length);
  const perCase = (measure: (month: CellMonth) => Decimal): Decimal[] => {
    const lastYear = (history.at(-1)?.months ?? []).filter((month) => month !== null);
    const mean = meanPerCase(thisYear, measure) ?? meanPerCase(lastYear, measure) ?? zero;
    const ofMonth = (month: CellMonth) => (month.cases.greaterThan(0) ? measure(month).div(month.cases) : null);
    return restOfYear(year, cell, ofMonth) ?? cases.map(() => mean);
  };
  const multiply = (values: readonly Decimal[]) => sum(values.map((value, index) => value.times(cases[index]!)));
  const rest = {
    key,
    cases: sum(cases),
    fee: multiply(perCase((month) => month.fee)),
    pay: multiply(perCase((month) => month.pay)),
  };
  return { key, soFar, rest, year: added(soFar, rest) };
}

function restOfYear(
  year: number,
  { thisYear, history }: CellYears,
  measure: (month: CellMonth) => Decimal | null,
  calendar?: ProjectionInput["calendar"],
): Decimal[] | null {
  const known = thisYear.map(measure);
  if (known.includes(null)) return null;
  const projection = project({
    year,
    thisYear: known,
    calendar,
    history: history.map((prior) => ({
      year: prior.year,
      months: prior.months.map((month) => month && measure(month)),
    })),
  });
  if (projection.kind === "none") return null;
  return projection.months.slice(thisYear.length).map(({ amount }) => amount);
}

function meanMonths(soFar: Decimal, known: number): Decimal[] {
  return Array.from({ length: 12 - known }, () => (known === 0 ? zero : soFar.div(known)));
}

function meanPerCase(months: readonly CellMonth[], measure: (month: CellMonth) => Decimal): Decimal | null {
  const cases = sum(months.map((month) => month.cases));
  return cases.greaterThan(0) ? sum(months.map(measure)).div(cases) : null;
}

function totalsOf(key: string, months: readonly CellMonth[]): CellTotals {
  return {
    key,
    cases: sum(months.map(({ cases }) => cases)),
    fee: sum(months.map(({ fee }) => fee)),
    pay: sum(months.map(({ pay }) => pay)),
  };
}

function added(a: CellTotals, b: CellTotals): CellTotals {
  return { key: a.key, cases: a.cases.plus(b.cases), fee: a.fee.plus(b.fee), pay: a.pay.plus(b.pay) };
}
