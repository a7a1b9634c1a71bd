import { expect, test } from "vitest";
import {
  beginsInJanuary,
  lastDayOf,
  parsePeriod,
  periodBetween,
  periodsOf,
  samePeriodLastYear,
  standardPeriods,
} from "@/domain/period";

const id = (text: string) => parsePeriod(text)?.id ?? null;

test("one run of months has one name: 2018-01..2018-06 is 2018H1, 2018-04..2018-06 is 2018Q2, twelve months are the year", () => {
  expect(id("2018-01..2018-06")).toBe("2018H1");
  expect(id("2018-04..2018-06")).toBe("2018Q2");
  expect(id("2018-01..2018-12")).toBe("2018");
  expect(id("2018-06..2018-06")).toBe("2018-06");
  expect(id("2018-02..2018-04")).toBe("2018-02..2018-04");
});

test("what is not a period is null: month 13, third half, fifth quarter, backwards, trailing text", () => {
  for (const text of [
    "2018-13",
    "2018H3",
    "2018Q5",
    "2018-06..2018-01",
    "2018H1x",
    "",
    "..",
    "18",
    "2018-01..2018-02..2018-03",
  ]) {
    expect(parsePeriod(text), text).toBeNull();
  }
});

test("the same period last year crosses the year end: 2018-11..2019-02 becomes 2017-11..2018-02", () => {
  expect(samePeriodLastYear(periodBetween("2018-11", "2019-02")).id).toBe("2017-11..2018-02");
  expect(samePeriodLastYear(parsePeriod("2018H1")!).id).toBe("2017H1");
});

test("the last day knows leap years: 2016-02-29, 2100-02-28", () => {
  expect([lastDayOf("2016-02"), lastDayOf("2018-06"), lastDayOf("2100-02")]).toEqual([
    "2016-02-29",
    "2018-06-30",
    "2100-02-28",
  ]);
});

test("the control line needs January: 2018H1 yes, 2018Q2 no, two years no", () => {
  expect(
    ["2018H1", "2018-01", "2018", "2018Q2", "2017-01..2018-06"].map((text) => beginsInJanuary(parsePeriod(text)!)),
  ).toEqual([true, true, true, false, false]);
});

test("June is totalled in its month, quarter, half and year; year to June is the half itself", () => {
  expect(standardPeriods(["2018-06"]).map((period) => period.id)).toEqual(["2018", "2018-06", "2018H1", "2018Q2"]);
});

test("months are periods without a gap, in their order and across years", () => {
  const ids = (...months: string[]) => periodsOf(months).map((period) => period.id);
  expect(ids()).toEqual([]);
  expect(ids("2018-06")).toEqual(["2018-06"]);
  expect(ids("2018-06", "2017-11", "2017-12", "2018-01", "2018-03", "2018-05", "2018-05")).toEqual([
    "2017-11..2018-01",
    "2018-03",
    "2018-05..2018-06",
  ]);
});
