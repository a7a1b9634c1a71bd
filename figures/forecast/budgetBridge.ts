import type { CellTotals } from "@/domain/decomposition";
import { Decimal, sum, zero } from "@/domain/money";
import { type Bridge, bridge, printedBridge } from "@/domain/projection/bridge";
import { type CellMonth, type ProjectedCell, projectCell } from "@/domain/projection/cells";
import { monthOf, type OneOff, type ProjectionInput } from "@/domain/projection/input";
import type { MonthlyAmounts } from "@/domain/projection/priorYears";
import type { PointProjection } from "@/domain/projection/projection";
import { cellYear, type MonthlyCells } from "@/figures/forecast/monthlyCells";

export interface ForecastBridge extends Bridge {
  /** What `available` is: the year's available fund; last year's total where there is none, and the base gap is then 0. */
  readonly start: "available_fund" | "last_year";
}

const monthsOf = (year: number, count = 12) => Array.from({ length: count }, (_, index) => monthOf(year, index + 1));

/**
 * The cells in the ordinary course. Which cells a one-off was in nobody has said: it is taken out of all cells of its
 * month alike, cases with their money, so that fee per case and rate stay what they are.
 */
export function ordinaryCells(
  cells: MonthlyCells,
  whole: MonthlyAmounts,
  oneOffs: readonly OneOff[] = [],
): MonthlyCells {
  if (oneOffs.length === 0) return cells;
  const part = new Map(
    cells.months.map((month) => {
      const apart = sum(oneOffs.filter((oneOff) => oneOff.month === month).map(({ amount }) => amount));
      const paid = whole.get(month) ?? zero;
      return [month, paid.isZero() ? new Decimal(1) : paid.minus(apart).div(paid)];
    }),
  );
  const scaled = ({ cases, fee, pay }: CellMonth, by: Decimal): CellMonth => ({
    cases: cases.times(by),
    fee: fee.times(by),
    pay: pay.times(by),
  });
  return {
    months: cells.months,
    cells: cells.cells.map(({ key, months }) => ({
      key,
      months: new Map([...months].map(([month, amounts]) => [month, scaled(amounts, part.get(month)!)])),
    })),
  };
}

/** Every cell's year: cases × money per case. Keys are the JSON of the cell's members. */
export function projectCells(whole: PointProjection, cells: MonthlyCells, input: ProjectionInput): ProjectedCell[] {
  return cells.cells.map(({ key, months }) =>
    projectCell(
      input.year,
      {
        key: JSON.stringify(key),
        // The leading known months have data in every cell of a projection that names a point.
        thisYear: cellYear(cells, months, monthsOf(input.year, whole.knownMonths)) as CellMonth[],
        history: input.history.map(({ year }) => ({ year, months: cellYear(cells, months, monthsOf(year)) })),
      },
      input.calendar,
    ),
  );
}

/**
 * From the available fund to the projected year (domain/projection/bridge), in 分. Null where last year has a month
 * without data: nothing to lead from.
 */
export function budgetBridge(
  whole: PointProjection,
  cells: MonthlyCells,
  projected: readonly ProjectedCell[],
  input: ProjectionInput,
  available: Decimal | null,
): ForecastBridge | null {
  const known = new Set(cells.months);
  const lastYearMonths = monthsOf(input.year - 1);
  if (!lastYearMonths.every((month) => known.has(month))) return null;
  const lastYear = cells.cells.map(({ key, months }): CellTotals => {
    const own = lastYearMonths.flatMap((month) => months.get(month) ?? []);
    const total = (amount: keyof CellMonth) => sum(own.map((month) => month[amount]));
    return { key: JSON.stringify(key), cases: total("cases"), fee: total("fee"), pay: total("pay") };
  });
  const oneOffsOf = (year: number) =>
    sum((input.oneOffs ?? []).filter(({ month }) => month.startsWith(`${year}-`)).map(({ amount }) => amount));
  const oneOffsLastYear = oneOffsOf(input.year - 1);
  const made = bridge({
    // To the cent: taking one-offs out of cells leaves a rest in the fortieth digit.
    available:
      available ??
      sum(lastYear.map(({ pay }) => pay))
        .plus(oneOffsLastYear)
        .toDecimalPlaces(2),
    lastYear,
    thisYear: projected.map(({ year }) => year),
    oneOffsLastYear,
    oneOffsThisYear: whole.oneOffs,
    lateRows: whole.lateRows,
    projection: whole.total,
  });
  const printed = printedBridge({
    ...made,
    lines: { ...made.lines, base_gap: made.lines.base_gap.toDecimalPlaces(2) },
  });
  return { ...printed, start: available ? "available_fund" : "last_year" };
}
