import { type Decimal, sum, zero } from "@/domain/money";
import { addMonths } from "@/domain/period";
import { monthOf, type ProjectionInput } from "@/domain/projection/input";
import { type MonthlyAmounts, monthsOfYear, yearsBefore } from "@/domain/projection/priorYears";
import { project } from "@/domain/projection/project";
import type { PointProjection, Projection } from "@/domain/projection/projection";
import { printedSegments, type ScaledSegment, scaleSegments } from "@/domain/projection/segments";
import { hasOwnCourse, type MonthlyCells, paidBy } from "@/figures/forecast/monthlyCells";

/** Cuts whose members can be projected beside the whole. */
export const partCuts = ["tier", "visit_class", "hardship_status"] as const;
export type PartCut = (typeof partCuts)[number];

/** A member of a cut with its own projection and the part of the whole's that it was brought to. */
export interface ForecastPart extends ScaledSegment {
  readonly projection: Projection;
  /** Yuan in 分; the parts add up to the printed total of the whole. */
  readonly printed: Decimal;
  /** What it cost last year; null where a month is missing. */
  readonly lastYear: Decimal | null;
}

export interface ForecastParts {
  readonly by: PartCut;
  /** Rest of the whole ÷ sum of the parts' own rests; null where these are not above zero. */
  readonly scale: Decimal | null;
  /** More than 5% apart: something is wrong with the data. */
  readonly disagree: boolean;
  readonly parts: readonly ForecastPart[];
}

/** The members of a dimension, projected like the whole and scaled to it. */
export function forecastParts(
  whole: PointProjection,
  cells: MonthlyCells,
  by: PartCut,
  input: ProjectionInput,
): ForecastParts {
  const { year, thisYear } = input;
  const reported = thisYear.length;
  const lastTwelve = Array.from({ length: 12 }, (_, back) => addMonths(monthOf(year, whole.knownMonths), -back));
  const members = [...paidBy(cells, by)].map(([member, paid]) => {
    const history = yearsBefore(paid, year).map((prior) => ({
      ...prior,
      atypical: input.history.find((each) => each.year === prior.year)?.atypical,
    }));
    const short = history.length === 0 || !hasOwnCourse(cells, by, member);
    const projection = project({
      ...input,
      thisYear: monthsOfYear(paid, year, reported),
      history,
      oneOffs: undefined,
      parent: short ? parentOf(whole) : undefined,
    });
    const spent = sum(lastTwelve.map((month) => paid.get(month) ?? zero));
    return {
      key: member,
      paid: paidOf(paid, year, reported),
      projection,
      lastTwelve: spent,
      lastYear: lastYearOf(paid, year),
    };
  });
  const scaled = scaleSegments(whole, members);
  const printed = printedSegments(scaled);
  return {
    by,
    scale: scaled.scale,
    disagree: scaled.disagree,
    parts: scaled.segments.map((segment, index) => ({
      ...segment,
      projection: members[index]!.projection,
      lastYear: members[index]!.lastYear,
      printed: printed[index]!,
    })),
  };
}

function parentOf({ monthWeights, spread }: PointProjection): ProjectionInput["parent"] {
  return spread.kind === "known" ? { monthWeights, sigma: spread.sigma } : undefined;
}

const paidOf = (paid: MonthlyAmounts, year: number, reported: number) =>
  sum(monthsOfYear(paid, year, reported).map((amount) => amount ?? zero));

/** The payments of the year before; null where one of its months has no data. */
export function lastYearOf(paid: MonthlyAmounts, year: number): Decimal | null {
  const months = monthsOfYear(paid, year - 1);
  return months.every((amount) => amount !== null) ? sum(months as Decimal[]) : null;
}
