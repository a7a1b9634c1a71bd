import { Decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import type { OrdinaryYears } from "./comparable";
import { type Estimates, fiveMethods } from "./estimates";
import type { Flag } from "./flags";
import { monthOf } from "./input";
import type { PointProjection } from "./projection";
import { mean, median, total } from "./statistics";
import type { YearUnderWay } from "./year";

const unusualGrowth = 0.25;
const unusualDistance = 0.2;
const unusualMiss = 3;
const unusualDecember = 1.5;
const manyZeros = 3;
const monthsForZeros = 24;
const earlyMonths = 2;

/** What is missing or zero in the numbers as they were reported, and how early in the year it is. */
export function holes({ history, known }: OrdinaryYears, year: number): Flag[] {
  const flags: Flag[] = [];
  const months = history.flatMap((prior) =>
    prior.months.map((value, index) => ({ month: monthOf(prior.year, index + 1), value })),
  );
  const monthsIf = (wanted: (value: number | null) => boolean, all: typeof months): Month[] =>
    all.filter(({ value }) => wanted(value)).map(({ month }) => month);
  const filled = monthsIf((value) => value === null, months);
  if (filled.length > 0) flags.push({ code: "history_filled", months: filled });
  const current = known.map(({ ordinary }, index) => ({ month: monthOf(year, index + 1), value: ordinary }));
  const zeros = monthsIf((value) => value === 0, [...months, ...current].slice(-monthsForZeros));
  if (zeros.length >= manyZeros) flags.push({ code: "zeros", months: zeros });
  if (known.length > 0 && known.length <= earlyMonths) flags.push({ code: "early_in_year" });
  return flags;
}

/**
 * What a person should be asked or told about the numbers themselves.
 * @param width of the 80% interval; null where none is stated
 */
export function suspicions(
  year: YearUnderWay,
  current: number,
  estimates: Estimates,
  methods: PointProjection["methods"],
  width: Decimal | undefined,
): Flag[] {
  const flags: Flag[] = [];
  if (estimates.headline === "blend") {
    const said = fiveMethods.map((name) => methods[name]).filter((value) => value !== null);
    const distance = Decimal.max(...said).minus(Decimal.min(...said));
    if (width?.lessThan(distance)) flags.push({ code: "low_agreement" });
    if (isGrowthUnusual(year)) flags.push({ code: "atypical_base_year_suggested", because: "growth" });
    else if (year.known.length >= 3 && distance.greaterThan(unusualDistance * median(said.map(Number))))
      flags.push({ code: "atypical_base_year_suggested", because: "spread" });
    if (estimates.methods.share_of_last_year === null) flags.push({ code: "no_spending_last_year_by_now" });
  }
  const names = [...year.history.map((prior) => prior.year), current].flatMap((each) =>
    Array.from({ length: 12 }, (_, index) => monthOf(each, index + 1)),
  );
  const last = year.history.length * 12 + year.known.length;
  const limit = unusualMiss * (estimates.sigma ?? 0);
  const wild = estimates.errors.flatMap((error, index) =>
    Math.abs(error) > limit ? [names[last - estimates.errors.length + index]!] : [],
  );
  if (wild.length > 0) flags.push({ code: "one_off_suspected", months: wild });
  const [only, ...others] = year.history;
  if (only && others.length === 0 && only.months[11]! > unusualDecember * mean(only.months.slice(0, 11)))
    flags.push({ code: "december_clearing_suspected", year: only.year });
  return flags;
}

function isGrowthUnusual({ history }: YearUnderWay): boolean {
  const [before, last] = history.slice(-2);
  if (!before || !last || last.year !== before.year + 1) return false;
  return Math.abs(total(last.months) / total(before.months) - 1) > unusualGrowth;
}
