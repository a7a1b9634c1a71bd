import { expect, test } from "vitest";
import { change, contribution, growth, sharedMonths } from "@/domain/comparison";
import { fundingLineNames, sourceLevelNames } from "@/domain/fundingLines";
import { decimal } from "@/domain/money";
import { parsePeriod } from "@/domain/period";

test("growth is measured on the size of then: −50 → 50 is +200%; from 0 there is none", () => {
  expect(growth(decimal(50), decimal(-50))!.toFixed(2)).toBe("2.00");
  expect(growth(decimal(5), decimal(0))).toBeNull();
  expect(growth(null, decimal(1))).toBeNull();
  expect(change(decimal("0.10"), decimal("0.30"))!.toFixed(2)).toBe("-0.20");
});

test("a part's contribution: 5298.77 of 5855.61 is 90.49%", () => {
  expect(contribution(decimal("5298.77"), decimal("5855.61"))!.times(100).toFixed(2)).toBe("90.49");
  expect(contribution(decimal(1), decimal(0))).toBeNull();
});

test("months without data in one year are left out of both and named", () => {
  const shared = sharedMonths(
    parsePeriod("2018H1")!,
    parsePeriod("2017H1")!,
    (month) => !["2018-06", "2017-02"].includes(month),
  );
  expect(shared.monthsNow).toEqual(["2018-01", "2018-03", "2018-04", "2018-05"]);
  expect(shared.monthsThen).toEqual(["2017-01", "2017-03", "2017-04", "2017-05"]);
  expect(shared.missing).toEqual(["2017-02", "2018-06"]);
});

test("every name of a funding line and source level leads to one id", () => {
  for (const list of [fundingLineNames, sourceLevelNames]) {
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  }
  expect(fundingLineNames).toContainEqual({ name: "财政补助", line: "subsidy" });
  expect(sourceLevelNames).toContainEqual({ name: "省级", level: "province" });
});
