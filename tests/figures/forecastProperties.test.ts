import { expect, test } from "vitest";
import { Decimal, sum } from "@/domain/money";
import { addMonths, type Month, periodBetween } from "@/domain/period";
import type { CellMonth } from "@/domain/projection/cells";
import type { OneOff, ProjectionInput } from "@/domain/projection/input";
import { monthsOfYear, yearsBefore } from "@/domain/projection/priorYears";
import { project } from "@/domain/projection/project";
import { printedYear } from "@/domain/projection/projection";
import { ProjectionRules } from "@/domain/projectionMark";
import { budgetBridge, ordinaryCells, projectCells } from "@/figures/forecast/budgetBridge";
import { trackRecord } from "@/figures/forecast/evidence";
import { type MonthlyCells, paidBy } from "@/figures/forecast/monthlyCells";
import { forecastParts } from "@/figures/forecast/parts";
import { randomNumbers } from "@/tests/setup/random";

/** Cells that begin, end, pause and refund, in a store that begins anywhere and may lack a past month. */
function randomStore(seed: number) {
  const random = randomNumbers(seed);
  const first = addMonths("2015-01", Math.floor(random() * 24));
  const last = addMonths("2018-01", Math.floor(random() * 12));
  const months = periodBetween(first, last).months.filter((month) => month >= "2018" || random() > 0.02);
  const cents = (size: number) => new Decimal((size * (random() - 0.05)).toFixed(2));
  const cell = (): ReadonlyMap<Month, CellMonth> => {
    const begins = random() < 0.3 ? addMonths(first, Math.floor(random() * 30)) : first;
    const ends = random() < 0.2 ? addMonths(begins, Math.floor(random() * 20)) : last;
    const size = 10 ** (1 + random() * 6);
    const month = (): CellMonth => {
      const cases = new Decimal(Math.floor(random() * 90) - 2);
      return { cases, fee: random() < 0.02 ? new Decimal(0) : cents(2 * size), pay: cents(size) };
    };
    const own = months.filter((each) => each >= begins && each <= ends && random() > 0.03);
    return new Map(own.map((each) => [each, month()]));
  };
  const keys = ["county", "city", "township"].flatMap((tier) =>
    ["inpatient", "outpatient"].map((visit_class) => ({ tier, visit_class })),
  );
  const cells: MonthlyCells = {
    months,
    cells: keys.filter(() => random() > 0.1).map((key) => ({ key, months: cell() })),
  };
  const oneOff = (month: Month): OneOff => ({ month, amount: cents(1e6) });
  const oneOffs = [first, "2017-05", "2018-01", "2018-12"].filter(() => random() < 0.3).map(oneOff);
  const whole = paidBy(cells, null).get("")!;
  const input: ProjectionInput = {
    year: 2018,
    thisYear: monthsOfYear(whole, 2018),
    history: yearsBefore(whole, 2018),
    oneOffs,
    calendar: "spring_festival",
    completion: random() < 0.5 ? { factors: [0.7, 0.95, 0.99], tau: 0.4, ageOfNewest: 0 } : undefined,
  };
  return { cells, whole, input, available: cents(3e6).abs().plus(1) };
}

test("random stores: months, parts of every cut and bridge lines add up to the printed total, to the cent", () => {
  let points = 0;
  for (let seed = 0; seed < 60; seed++) {
    const { cells, whole, input, available } = randomStore(seed);
    const projection = project(input);
    if (projection.kind === "none") continue;
    points++;
    const printed = printedYear(projection);
    expect(sum(printed.months).toString(), `${seed}`).toBe(printed.total.toString());
    for (const by of ["tier", "visit_class"] as const) {
      const { parts } = forecastParts(projection, cells, by, input);
      expect(sum(parts.map((part) => part.printed)).toString(), `${seed} ${by}`).toBe(printed.total.toString());
    }
    const ordinary = ordinaryCells(cells, whole, input.oneOffs);
    const bridge = budgetBridge(projection, ordinary, projectCells(projection, ordinary, input), input, available);
    if (!bridge) continue;
    const lines = Object.values(bridge.lines);
    expect(lines.every((line) => line.decimalPlaces() <= 2)).toBe(true);
    expect(bridge.available.plus(sum(lines)).toString(), `${seed}`).toBe(printed.total.toString());
    expect(bridge.lines.one_off.decimalPlaces()).toBeLessThanOrEqual(2);
  }
  expect(points).toBeGreaterThan(40);
});

test("random stores: months and cells in any order say the same", () => {
  for (let seed = 0; seed < 10; seed++) {
    const { cells } = randomStore(seed);
    const turned: MonthlyCells = {
      months: cells.months,
      cells: cells.cells.map(({ key, months }) => ({ key, months: new Map([...months].reverse()) })).reverse(),
    };
    const asked = { before: 2018, dimension: "tier", rules: new ProjectionRules([]) } as const;
    const told = (store: MonthlyCells) => JSON.stringify(trackRecord(store, [], asked).rows);
    expect(told(turned)).toBe(told(cells));
  }
});
