import { describe, expect, test } from "vitest";
import { addMonths } from "@/domain/period";
import { projectSeries, readMonthlySeries, type SeriesRow } from "@/domain/projection/monthlySeries";
import { randomNumbers } from "@/tests/setup/random";
import { point } from "./build";
import { readSeries, wholeYear } from "./series";

const row = (period: string, value: string, number = 2): SeriesRow => ({ row: number, period, value, regular: true });
const rowsFrom = (first: string, values: readonly (number | string)[]) =>
  values.map((value, index) => row(addMonths(first, index), String(value), index + 2));
const said = (rows: readonly SeriesRow[], year: number | null = 2018) => projectSeries(readMonthlySeries(rows), year);
const refusals = (rows: readonly SeriesRow[], year?: number) => said(rows, year).map(({ k, refusal }) => [k, refusal]);
const steady = Array.from({ length: 30 }, (_, index) => 100 + (index % 7));

describe("any monthly series", () => {
  test("is projected at 1, 3 and 6 months as the engine does, whatever the order of its rows", () => {
    const { values } = readSeries().find(({ id }) => id === "SUSM_261110")!;
    const rows = [...values].map(([month, value], index) => row(month, value.toString(), index + 2));
    const projected = said(rows, 2018);
    expect(projected.map(({ k }) => k)).toEqual([1, 3, 6, 9, 11]);
    expect(said(rows.toReversed(), 2018)).toEqual(projected);
    const series = { id: "", source: "", values };
    const history = [2017, 2016, 2015].map((year) => ({ year, months: wholeYear(series, year)! }));
    const same = point({ year: 2018, thisYear: wholeYear(series, 2018)!.slice(0, 6), history });
    expect(projected[2]).toMatchObject({ historyYears: 3, projection: same.total, methods: same.methods });
  });

  test("reads 2018-06, 2018/6, 201806, 2018年6月 and 2018-06-01; a day in mid-month, a month 13 and words are refused", () => {
    for (const period of ["2018-06", "2018/6", "201806", "2018年6月", "2018-06-01"])
      expect(readMonthlySeries([row(period, "1")])).toMatchObject({ kind: "series" });
    for (const period of ["2018-13", "2018-06-15", "June", "", "18-06", "2018-00"])
      expect(refusals([row(period, "1")])).toEqual([[null, "unreadable_period"]]);
  });

  test("refuses what is no number, a month twice, a row of another width, and more than a float holds", () => {
    for (const value of ["NaN", "inf", "1,5", "1,2345", "12万", "0x10", "--1"])
      expect(refusals([row("2018-01", value)])).toEqual([[null, "unreadable_value"]]);
    for (const value of ["1e31", "-9e99", "9".repeat(400)])
      expect(refusals([row("2018-01", value)])).toEqual([[null, "value_too_large"]]);
    expect(said([row("2018-01", "1", 2), row("2018-01", "1", 9)])[0]).toMatchObject({
      refusal: "duplicate_period",
      row: 9,
    });
    expect(refusals([{ ...row("2018-01", "1"), regular: false }])).toEqual([[null, "irregular_row"]]);
  });

  test("reads 1,234.50, -3 and 1.5e6", () => {
    const read = readMonthlySeries([row("2018-01", "1,234.50"), row("2018-02", "-3"), row("2018-03", "1.5e6")]);
    expect(read.kind === "series" && [...read.values.values()].map(String)).toEqual(["1234.5", "-3", "1500000"]);
  });

  test("says for each number of months why it cannot: a gap, too early, no such month, refunds only", () => {
    const gap = rowsFrom("2016-01", steady).filter(({ period }) => period !== "2018-02");
    expect(refusals(gap)).toEqual([
      [1, null],
      [3, "gap_in_this_year"],
      [6, "gap_in_this_year"],
    ]);
    const empty = rowsFrom("2016-01", steady).map((one) => (one.period === "2018-02" ? { ...one, value: "" } : one));
    expect(refusals(empty)).toEqual(refusals(gap));
    expect(refusals(rowsFrom("2018-01", [1, 2, 3]))).toEqual([
      [1, "no_history_and_too_early"],
      [3, null],
    ]);
    expect(refusals(rowsFrom("2016-01", steady), 2020)).toEqual([[null, "no_month_of_the_year"]]);
    expect(
      refusals(
        rowsFrom(
          "2016-01",
          steady.map((value) => -value),
        ),
      ),
    ).toEqual([1, 3, 6].map((k) => [k, "mostly_negative"]));
  });

  test("a year in which it begins after January is no prior year: nine months of 2017 leave run rate", () => {
    const [, march] = said(rowsFrom("2017-04", steady.slice(0, 12)), 2018);
    expect(march).toMatchObject({ k: 3, historyYears: 0 });
    expect(march!.projection!.toNumber()).toBeCloseTo(march!.ytd!.toNumber() * 4, 9);
  });

  test("random series with zeros, refunds, holes and wild sizes: finite numbers in order, or a reason", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = randomNumbers(seed);
      const size = 10 ** (random() * 50 - 20);
      const value = () => (random() < 0.1 ? 0 : random() < 0.1 ? -size * random() : size * random() ** 4);
      const rows = rowsFrom("2015-05", Array.from({ length: 5 + Math.floor(random() * 45) }, value)).filter(
        () => random() > 0.03,
      );
      for (const { projection, low, high, sigma, refusal } of [2016, 2017, 2018].flatMap((year) => said(rows, year))) {
        if (refusal) expect(projection).toBeNull();
        else {
          expect([projection!.isFinite(), Number.isFinite(sigma)]).toEqual([true, true]);
          expect(low!.lessThanOrEqualTo(high!)).toBe(true);
        }
      }
    }
  });
});
