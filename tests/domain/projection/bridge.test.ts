import { describe, expect, test } from "vitest";
import type { CellTotals } from "@/domain/decomposition";
import { Decimal, decimal, roundHalfUp, sum } from "@/domain/money";
import { type BridgeInput, bridge, printedBridge } from "@/domain/projection/bridge";
import { type CellYears, projectCell } from "@/domain/projection/cells";
import { randomNumbers } from "@/tests/setup/random";

const cell = (key: string, cases: number, fee: number, pay: number): CellTotals => ({
  key,
  cases: decimal(cases),
  fee: decimal(fee),
  pay: decimal(pay),
});
const linesOf = (input: BridgeInput) =>
  Object.fromEntries(Object.entries(bridge(input).lines).map(([line, value]) => [line, value.toFixed(2)]));

describe("the bridge from the available fund to the projected year", () => {
  test("fund 900, last year 1000 + campaign 50, 20% more cases, a new cell of 40, campaign 80, late 10, projection 1350", () => {
    const lines = linesOf({
      available: decimal(900),
      lastYear: [cell("a", 10, 2000, 1000)],
      thisYear: [cell("a", 12, 2400, 1200), cell("b", 0, 0, 40)],
      oneOffsLastYear: decimal(50),
      oneOffsThisYear: decimal(80),
      lateRows: decimal(10),
      projection: decimal(1350),
    });
    expect(lines).toEqual({
      base_gap: "150.00",
      volume: "200.00",
      mix: "0.00",
      price: "0.00",
      rate: "0.00",
      new_or_ended: "40.00",
      one_off: "30.00",
      late_rows: "10.00",
      unexplained: "20.00",
    });
  });

  test("lines lead to the projection exactly, and printed to the printed one, with zeros and negatives in the cells", () => {
    const random = randomNumbers(7);
    const cents = (size: number) => new Decimal((size * (random() - 0.1)).toFixed(2));
    for (let round = 0; round < 200; round++) {
      const cells = () =>
        Array.from({ length: 12 }, (_, index) =>
          random() < 0.2
            ? cell(`c${index}`, 0, 0, 0)
            : { key: `c${index}`, cases: decimal(Math.floor(random() * 50)), fee: cents(1e6), pay: cents(6e5) },
        );
      const result = bridge({
        available: cents(1e7),
        lastYear: cells(),
        thisYear: cells(),
        oneOffsLastYear: cents(1e4),
        oneOffsThisYear: cents(1e4),
        lateRows: cents(1e4).div(3),
        projection: cents(1e7).div(7),
      });
      const residual = result.projection.minus(result.available).minus(sum(Object.values(result.lines)));
      expect(residual.abs().toNumber()).toBeLessThanOrEqual(1e-9 * result.available.abs().toNumber());
      const printed = printedBridge(result);
      expect(printed.available.plus(sum(Object.values(printed.lines))).toFixed(2)).toBe(printed.projection.toFixed(2));
      expect(printed.projection.toFixed(2)).toBe(roundHalfUp(result.projection, 2).toFixed(2));
      expect(printed.lines.base_gap.toString()).toBe(result.lines.base_gap.toString());
      for (const value of Object.values(printed.lines)) expect(value.decimalPlaces()).toBeLessThanOrEqual(2);
    }
  });
});

describe("a cell's year", () => {
  const month = (cases: number, fee: number, rate: number) => ({
    cases: decimal(cases),
    fee: decimal(cases * fee),
    pay: decimal(cases * fee * rate),
  });
  const steady = (cases: number, fee: number, rate: number, count = 12) =>
    Array.from({ length: count }, () => month(cases, fee, rate));

  test("10 cases of 1000 paid 60% every month go on so: 120 cases, 120000, 72000", () => {
    const history = [2015, 2016, 2017].map((year) => ({ year, months: steady(10, 1000, 0.6) }));
    const { year, rest } = projectCell(2018, { key: "a", thisYear: steady(10, 1000, 0.6, 6), history });
    expect([year.cases, year.fee, year.pay].map((value) => value.toFixed(6))).toEqual([
      "120.000000",
      "120000.000000",
      "72000.000000",
    ]);
    expect(rest.cases.toFixed(6)).toBe("60.000000");
  });

  test("two months of a new cell go on at their mean; a month without cases does not stop it", () => {
    const fresh = projectCell(2018, { key: "new", thisYear: [month(4, 500, 0.5), month(6, 500, 0.5)], history: [] });
    expect(fresh.year.cases.toFixed(6)).toBe("60.000000");
    expect(fresh.year.pay.toFixed(6)).toBe("15000.000000");
    const idle: CellYears = { key: "idle", thisYear: [...steady(10, 100, 0.5, 3), month(0, 0, 0)], history: [] };
    expect(projectCell(2018, idle).rest.pay.div(projectCell(2018, idle).rest.cases).toFixed(6)).toBe("50.000000");
  });
});
