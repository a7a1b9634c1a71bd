import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Decimal } from "@/domain/money";
import { addMonths, type Month } from "@/domain/period";
import { monthOf } from "@/domain/projection/input";

/** Public monthly series: hospital payments and admissions (Brazil), prescribing cost (England). */
export interface Series {
  readonly id: string;
  readonly source: string;
  readonly values: ReadonlyMap<Month, Decimal>;
}

export function readSeries(): Series[] {
  const text = gunzipSync(readFileSync("tests/fixtures/projection-series.csv.gz")).toString("utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id, source, first, values] = line.split(",") as [string, string, string, string];
      const months = values.split(" ").map((value, index) => [addMonths(first, index), new Decimal(value)] as const);
      return { id, source, values: new Map(months) };
    });
}

/** The twelve months of a year, null unless all are there. */
export function wholeYear(series: Series, year: number): readonly Decimal[] | null {
  const months = Array.from({ length: 12 }, (_, index) => series.values.get(monthOf(year, index + 1)) ?? null);
  return months.every((value) => value !== null) ? (months as Decimal[]) : null;
}
