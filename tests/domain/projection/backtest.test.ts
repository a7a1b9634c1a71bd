import { describe, expect, test } from "vitest";
import type { Decimal } from "@/domain/money";
import { backtest, evidenceOf, pastMisses } from "@/domain/projection/backtest";
import { tabledMisses } from "@/domain/projection/intervalTable";
import { yearEndInterval } from "@/domain/projection/projection";
import { recalibrated } from "@/domain/projection/recalibration";
import { point, repeated } from "./build";
import { readSeries, wholeYear } from "./series";

const series = readSeries().find(({ id }) => id === "SUSM_261110")!;
const years = [2015, 2016, 2017, 2018].map((year) => ({ year, months: wholeYear(series, year)! }));

describe("backtest", () => {
  const result = backtest({ years });

  test("every year with an earlier one, after 1 to 11 months, with what there was then", () => {
    expect(result.rows.length).toBe(33);
    expect(result.lagReproduced).toBe(false);
    expect(result.rows.filter(({ year }) => year === 2016).every(({ historyYears }) => historyYears === 1)).toBe(true);
    const row = result.rows.find(({ year, knownMonths }) => year === 2018 && knownMonths === 6)!;
    const same = point({ year: 2018, thisYear: years[3]!.months.slice(0, 6), history: years.slice(0, 3) });
    expect(row.projection.toString()).toBe(same.total.toString());
    expect(row.error).toBe(row.errors.blend);
    const doubled = same.paid.times(2).div(row.actual).minus(1).abs().toNumber();
    expect(row.doublingError).toBe(doubled);
    const { low, high } = yearEndInterval(same, 80)!;
    expect(row.inside).toBe(row.actual.greaterThanOrEqualTo(low) && row.actual.lessThanOrEqualTo(high));
  });

  test("24 months are one year of evidence; two segments are two rows of it", () => {
    const short = backtest({ years: years.slice(0, 2) });
    const evidence = evidenceOf([short, short]);
    expect(evidence.map(({ knownMonths }) => knownMonths)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(evidence[0]).toMatchObject({ years: 1, rows: 2 });
    expect(evidence[5]!.meanErrors.run_rate).toBeGreaterThan(0);
  });

  test("stored imports are used where there are any, and the lag then counts as reproduced", () => {
    const stored = backtest({
      years,
      knownThen: (year, known) => ({
        thisYear: years
          .find((each) => each.year === year)!
          .months.slice(0, known)
          .map((amount) => amount.times(0.9)),
        history: years.filter((each) => each.year < year),
      }),
    });
    expect(stored.lagReproduced).toBe(true);
    expect(stored.rows[0]!.projection.lessThan(result.rows[0]!.projection)).toBe(true);
  });

  test("a year with a hole, a first year and a year of zeros are no rows to err in", () => {
    const holed = backtest({ years: [years[0]!, { year: 2016, months: [...years[1]!.months.slice(0, 11), null] }] });
    expect(holed.rows).toEqual([]);
    const zeros = backtest({ years: [years[0]!, { year: 2016, months: repeated(0) }] });
    expect(zeros.rows.every(({ error }) => error === null)).toBe(true);
    expect(evidenceOf([zeros])[0]!.meanError).toBeNull();
  });
});

describe("recalibration", () => {
  const shipped = tabledMisses(3, 6);

  test("nothing of one's own leaves the shipped line", () => {
    expect(recalibrated(shipped, [], 6)).toEqual(shipped);
    expect(recalibrated(shipped, [{ knownMonths: 9, miss: 5 }], 6)).toEqual(shipped);
  });

  test("30 misses of size 2 weigh as much as the table: (30 × 2 + 30 × 1.47) ÷ 60 = 1.735", () => {
    const own = Array.from({ length: 30 }, (_, index) => ({ knownMonths: 5 + (index % 3), miss: index % 2 ? 2 : -2 }));
    const moved = recalibrated(shipped, own, 6);
    expect(moved.quantiles[6]).toBeCloseTo(1.735, 12);
    expect(moved.quantiles[2]).toBeCloseTo((-2 - 0.94) / 2, 12);
    expect(moved.symmetric[80]).toBeCloseTo((2 + 1.24) / 2, 12);
  });

  test("a bureau that always missed by more gets a wider interval", () => {
    const own = pastMisses([backtest({ years })]).map((past) => ({ ...past, miss: past.miss * 10 + 5 }));
    const input = { year: 2018, thisYear: years[3]!.months.slice(0, 6), history: years.slice(0, 3) };
    const width = (projection: ReturnType<typeof point>): Decimal => {
      const { low, high } = yearEndInterval(projection, 80)!;
      return high.minus(low);
    };
    expect(width(point({ ...input, pastMisses: own })).greaterThan(width(point(input)))).toBe(true);
  });
});

test("the shipped table: tabled months as printed, straight lines between, the last line from three years on", () => {
  expect(tabledMisses(1, 6).quantiles[2]).toBe(-1.09);
  expect(tabledMisses(2, 2).quantiles[6]).toBeCloseTo((2.0 + 1.77) / 2, 12);
  expect(tabledMisses(3, 10).symmetric[80]).toBeCloseTo((1.2 + 1.58) / 2, 12);
  expect(tabledMisses(7, 11)).toEqual(tabledMisses(3, 12));
});
