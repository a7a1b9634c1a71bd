import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  allYears,
  brier,
  casesOf,
  coverage,
  errorRatio,
  lagErrors,
  overruns,
  recalibratedCases,
  reliability,
} from "../../../bench/projection";
import { readSeries } from "./series";

/** Every year of every series but 2020, with the history the program would use; `npm run bench:projection` adds shorter ones. */
const series = readSeries();
const cases = casesOf(series, allYears, { natural: true });
const monthsIn = (known: number) => cases.filter((one) => one.known === known);

describe("what docs/projection.md promises, on real series", () => {
  test.each([
    [1, 0.8],
    [3, 0.96],
    [6, 1.05],
    [9, 1.05],
  ])("after %i months the error is at most %f of the run rate's", (known, most) => {
    expect(errorRatio(monthsIn(known), "run_rate")).toBeLessThanOrEqual(most);
  });

  test.each([1, 3, 6, 9])("after %i months the error is at most 0.78 of that of last year's share", (known) => {
    expect(errorRatio(monthsIn(known), "share_of_last_year")).toBeLessThanOrEqual(0.78);
  });

  test.each([1, 3, 6, 9])("after %i months the interval of 80 in 100 holds 76 to 86 in 100 years", (known) => {
    const held = coverage(monthsIn(known));
    expect(held).toBeGreaterThanOrEqual(0.76);
    expect(held).toBeLessThanOrEqual(0.86);
  });

  test("recalibrated on other series of its source, 75 to 85 in 100 in every source", () => {
    for (const source of new Set(series.map((one) => one.source))) {
      const held = coverage(recalibratedCases(cases.filter((one) => one.source === source)));
      expect(held, source).toBeGreaterThanOrEqual(0.75);
      expect(held, source).toBeLessThanOrEqual(0.85);
    }
  });

  test("the chance of an overrun at half-year: Brier score at most 0.10, and never more overruns than named by over 0.08", () => {
    const named = overruns(monthsIn(6));
    expect(brier(named).ours).toBeLessThanOrEqual(0.1);
    expect(brier(named).ours).toBeLessThan(brier(named).doubling);
    for (const bin of reliability(named)) expect(bin.happened - bin.named).toBeLessThanOrEqual(0.08);
  });

  test("recalibrated on its source, a chance named at half-year is within 0.08 of what happened, either way", () => {
    const learnt = [...new Set(series.map((one) => one.source))].flatMap((source) =>
      recalibratedCases(monthsIn(6).filter((one) => one.source === source)),
    );
    for (const bin of reliability(overruns(learnt)))
      expect(Math.abs(bin.happened - bin.named)).toBeLessThanOrEqual(0.08);
  });

  test("with the settlement lag of 27 states the half-year projection misses by at most 3.2%, uncorrected by 12%", () => {
    const { ours, uncorrected } = lagErrors(series, 6);
    expect(ours).toBeLessThanOrEqual(0.032);
    expect(uncorrected).toBeGreaterThan(0.1);
  });
});

test("the shipped copy of the series is small", () => {
  expect(readFileSync("tests/fixtures/projection-series.csv.gz").length).toBeLessThan(400_000);
});
