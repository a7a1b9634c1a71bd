import { describe, expect, test } from "vitest";
import { Decimal } from "@/domain/money";
import { controlLines, fundOutlook } from "@/domain/projection/fundOutlook";
import { amounts, point, repeated } from "./build";

const flat = [2015, 2016, 2017].map((year) => ({ year, months: repeated(100) }));
const projection = point({ year: 2018, thisYear: repeated(100, 6), history: flat });

describe("six months of 100 of a year that comes to 1200", () => {
  test("against a fund of 1000: 200 over, 20%, 60% used where 50% would break even, rest to fall by a third", () => {
    const outlook = fundOutlook(projection, new Decimal(1000));
    expect(outlook.overrun.toFixed(6)).toBe("200.000000");
    expect(outlook.overrunRate.toFixed(6)).toBe("0.200000");
    expect(outlook.use.toFixed(6)).toBe("1.200000");
    expect(outlook.usedSoFar.toFixed(2)).toBe("0.60");
    expect(outlook.breakEvenShare!.toFixed(6)).toBe("0.500000");
    expect(outlook.needed!.change.toFixed(6)).toBe("-0.333333");
    expect(outlook.needed!.monthlyMean.toFixed(6)).toBe("66.666667");
    expect(outlook.probability).toBe(0.99);
    expect(outlook.end).toEqual({ kind: "ends", month: "2018-10", third: "late" });
    expect(outlook.useInterval!.low.lessThan("1.2") && outlook.useInterval!.high.greaterThan("1.2")).toBe(true);
  });

  test("against 1250 it lasts, against 550 it was exceeded in June, against 910.01 it ends in early October", () => {
    expect(fundOutlook(projection, new Decimal(1250)).end).toEqual({ kind: "lasts" });
    expect(fundOutlook(projection, new Decimal("910.01")).end).toEqual({
      kind: "ends",
      month: "2018-10",
      third: "early",
    });
    const spent = fundOutlook(projection, new Decimal(550));
    expect(spent.end).toEqual({ kind: "exceeded", month: "2018-06" });
    expect(spent.needed).toBeNull();
    expect(spent.probability).toBe(1);
  });

  test("a fund that ends with the last day of a month ends late in it", () => {
    const whole = point({ year: 2018, thisYear: amounts(...Array(12).fill(100)), history: [] });
    expect(fundOutlook(whole, new Decimal(1200)).end).toEqual({ kind: "lasts" });
    expect(fundOutlook(projection, new Decimal(600)).end).toEqual({ kind: "ends", month: "2018-06", third: "late" });
  });
});

test("control lines end on the fund; the seasonal one is ahead where the first months cost more", () => {
  const front = [2015, 2016, 2017].map((year) => ({ year, months: [...repeated(140, 6), ...repeated(60, 6)] }));
  const lines = controlLines(point({ year: 2018, thisYear: repeated(140, 3), history: front }), new Decimal(1200));
  expect(lines[11]!.linear.toString()).toBe("1200");
  expect(lines[11]!.seasonal.toString()).toBe("1200");
  expect(lines[5]!.linear.toString()).toBe("600");
  expect(lines[5]!.seasonal.toNumber()).toBeCloseTo(840, 6);
});
