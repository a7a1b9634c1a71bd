import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { MethodName } from "@/domain/projection/estimates";
import { project } from "@/domain/projection/project";
import { readSeries, wholeYear } from "./series";

interface Expected extends Record<string, number | string> {
  series_id: string;
  year: number;
  n_history_years: number;
  k: number;
}

const golden: Expected[] = JSON.parse(readFileSync("tests/fixtures/projection-golden.json", "utf8"));
const series = new Map(readSeries().map((each) => [each.id, each]));
const columns: Record<string, MethodName> = {
  run_rate: "run_rate",
  share_last_year: "share_of_last_year",
  share_mean: "mean_share",
  t12: "trailing_twelve",
  credibility: "credibility_growth",
  level: "level",
  median5: "median_of_five",
  blend: "blend",
};

describe("135 projections of two other implementations, equal to 1e-9", () => {
  for (const expected of golden) {
    const { series_id, year, k, n_history_years: n } = expected;
    test(`${series_id} ${year}, ${n} prior years, ${k} months`, () => {
      const one = series.get(series_id)!;
      const actual = wholeYear(one, year)!;
      const history = Array.from({ length: n }, (_, index) => year - n + index).map((prior) => ({
        year: prior,
        months: wholeYear(one, prior)!,
      }));
      const projection = project({ year, thisYear: actual.slice(0, k), history });
      if (projection.kind === "none" || projection.spread.kind === "withheld") throw new Error("no projection");
      const off = (value: number, column: string) => Math.abs(value / (expected[column] as number) - 1);
      expect(off(projection.paid.toNumber(), "ytd")).toBeLessThan(1e-9);
      expect(off(projection.spread.sigma, "sigma")).toBeLessThan(1e-9);
      for (const [column, method] of Object.entries(columns))
        expect(off(projection.methods[method]!.toNumber(), column), column).toBeLessThan(1e-9);
      expect(projection.total.toString()).toBe(projection.methods.blend!.toString());
    });
  }
});
