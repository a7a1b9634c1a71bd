import { listSettings } from "@/db/queries/listSettings";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { basisOn } from "@/domain/availableFundBasis";
import { settledMonths } from "@/domain/factFile";
import { groupBy } from "@/domain/groupBy";
import { parsePeriod, periodBetween } from "@/domain/period";
import type { Indicator } from "@/domain/rubric";
import { basesIn } from "@/domain/settings";
import { answerAll } from "@/figures/answer";
import { remembered } from "@/figures/forecast/remembered";
import type { Storage } from "@/figures/publication";
import type { Answer, Filter, Question } from "@/figures/question";
import type { Folded } from "./fold";
import type { DataSeen, FigureSeen } from "./view";

/** What the registry says of an assessment's indicators, by code. */
export interface FiguresRead {
  readonly data: DataSeen;
  readonly figures: ReadonlyMap<string, FigureSeen>;
}

/**
 * The figures of each assessment over its calendar year, or its months so far, in the current data version; in the
 * order of the assessments.
 */
export async function readFigures(storage: Storage, assessments: readonly Folded[]): Promise<FiguresRead[]> {
  if (assessments.length === 0) return [];
  const [data, settings] = await Promise.all([
    readDataVersion(storage.database, null),
    listSettings(storage.database, null),
  ]);
  const plans = assessments.map((assessment) => {
    const { region, scheme, year } = assessment;
    const files = data!.files.filter((file) => file.region === region);
    const through = settledMonths(files, region).findLast((month) => month.startsWith(`${year}-`)) ?? null;
    const period = through ? periodBetween(`${year}-01`, through) : parsePeriod(String(year))!;
    const version = files.length > 0 ? data!.version : null;
    const own = settings.filter((setting) => setting.region === region);
    const basis = basisOn(basesIn(own), scheme, String(year));
    const asked: Omit<FigureAsked, "metric" | "where"> = { region, scheme, basis, period: period.id };
    const figures = version === null ? [] : fedIndicators(assessment).map((each) => ({ ...asked, ...each }));
    return { data: { version, period: period.id, through }, figures };
  });
  const asked = plans.flatMap(({ data: { version }, figures }) =>
    figures.map((each) => ({ ...each, version: version! })),
  );
  const seen = await readAsked(storage, asked);
  let at = 0;
  return plans.map((plan) => ({
    data: plan.data,
    figures: new Map(plan.figures.map(({ code }) => [code, seen[at++]!])),
  }));
}

/** A figure that is asked for again is one with the same place, period and metric. */
export type FigureAsked = Pick<FigureSeen, "metric" | "where" | "region" | "scheme" | "basis" | "period">;

/** The indicators that a metric feeds. */
function fedIndicators({ rubricText, entries }: Folded): { code: string; metric: string; where: Filter }[] {
  const left = new Set(entries.filter(({ applies }) => applies === false).map(({ code }) => code));
  return rubricText.sections
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ code, source }: Indicator) =>
      "metric" in source && !left.has(code)
        ? [{ code, metric: source.metric, where: (source.where ?? {}) as Filter }]
        : [],
    );
}

/** One figure each, in their order; what is asked of the same place in one question is read together. */
export async function readAsked(
  storage: Storage,
  asked: readonly (FigureAsked & { readonly version: number })[],
): Promise<FigureSeen[]> {
  const placeOf = ({ region, scheme, basis, period, where, version }: (typeof asked)[number]) =>
    JSON.stringify([region, scheme, basis, period, where, version]);
  const places = [...groupBy(asked, placeOf)];
  const questions = places.map(([, group]): Question => {
    const [{ region, scheme, basis, period, where, version }] = group;
    const metrics = [...new Set(group.map(({ metric }) => metric))];
    return {
      region,
      scheme,
      basis,
      where,
      metrics,
      period: parsePeriod(period)!,
      compare: null,
      by: [],
      asOf: version,
    };
  });
  const answers = await remembered(storage.database, ["assessments", questions], () => answerAll(storage, questions));
  const byPlace = new Map(places.map(([place], index) => [place, answers[index]!]));
  return asked.map((each) => figureSeen(each, byPlace.get(placeOf(each))!));
}

function figureSeen(
  { metric, where, region, scheme, basis, period }: FigureAsked,
  { dataVersion, missingMonths, total }: Answer,
): FigureSeen {
  return { metric, where, region, scheme, basis, period, dataVersion, missingMonths, figure: total.values[metric]! };
}
