import { listSettings } from "@/db/queries/listSettings";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { basisOn } from "@/domain/availableFundBasis";
import { PlainError } from "@/domain/errors";
import { settledMonths } from "@/domain/factFile";
import type { Indicator, Rubric } from "@/domain/rubric";
import { exactNumber } from "@/domain/scoring/checkActual";
import { score } from "@/domain/scoring/score";
import { actualKinds } from "@/domain/scoring/scored";
import { basesIn } from "@/domain/settings";
import type { Storage } from "@/figures/publication";
import type { Filter } from "@/figures/question";
import { indicatorOf } from "./checkEntry";
import { figureInUnit } from "./inputs";
import { readAsked } from "./readFigures";
import type { FigureSeen } from "./view";

/** What the last three years say of a target. Numbers are exact, in the indicator's unit. */
export interface TargetAdvice {
  /** Ascending; years without data have a null value. Empty for an indicator that no metric feeds. */
  readonly years: readonly AdvisedYear[];
  /** Of the target that was asked for: what it would have been in every whole year that is known. */
  readonly verdict: "always_far_over" | "never_reached" | null;
}

export interface AdvisedYear {
  readonly year: number;
  readonly value: string | null;
  /** False: months of the year have no settlements, so that nothing is said of the target. */
  readonly whole: boolean;
  /** actual ÷ target; null where that is not said. */
  readonly attainment: string | null;
  readonly outcome: "far_over" | "reached" | "unmet" | null;
  readonly figure: FigureSeen;
}

const yearsBack = 3;
const monthsInYear = 12;

/** What a target is held against. */
export interface TargetAsked {
  readonly region: string;
  readonly scheme: string;
  /** The year of the target; those before it are looked at. */
  readonly year: number;
  readonly rubric: Rubric;
  readonly code: string;
  /** Null: history only. */
  readonly target: string | null;
}

/** Holds a target against the last three years of its metric. Throws PlainError P-103 and P-104. */
export async function adviseTarget(storage: Storage, asked: TargetAsked): Promise<TargetAdvice> {
  const { region, scheme, rubric, code, target } = asked;
  const indicator = indicatorOf(rubric, code);
  if (target !== null && !exactNumber.test(target)) throw new PlainError("P-104", { indicator: indicator.name });
  const { source } = indicator;
  if (!("metric" in source) || actualKinds[indicator.scoring.rule] !== "number") return { years: [], verdict: null };
  const [data, settings] = await Promise.all([
    readDataVersion(storage.database, null),
    listSettings(storage.database, region),
  ]);
  if (!data!.files.some((file) => file.region === region)) return { years: [], verdict: null };
  const months = settledMonths(data!.files, region);
  const years = Array.from({ length: yearsBack }, (_, at) => asked.year - yearsBack + at);
  const figures = await readAsked(
    storage,
    years.map((year) => ({
      ...{ metric: source.metric, where: (source.where ?? {}) as Filter, region, scheme },
      basis: basisOn(basesIn(settings), scheme, String(year)),
      period: String(year),
      version: data!.version,
    })),
  );
  const advised = years.map((year, at) => {
    const whole = months.filter((month) => month.startsWith(`${year}-`)).length === monthsInYear;
    return advisedYear(rubric, indicator, target, { year, whole, figure: figures[at]! });
  });
  return { years: advised, verdict: verdictOn(advised) };
}

/** What the rubric's own rule says of the target with the value of a year. */
function advisedYear(
  rubric: Rubric,
  indicator: Indicator,
  target: string | null,
  { year, whole, figure }: Pick<AdvisedYear, "year" | "whole" | "figure">,
): AdvisedYear {
  const value = figureInUnit(figure, indicator);
  if (value === null || target === null || !whole) {
    return { year, value, whole, attainment: null, outcome: null, figure };
  }
  const input = { target, actual: { kind: "number", value }, applies: true } as const;
  const scored = score(rubric, { [indicator.code]: input });
  const { flags, attainment } = scored.sections
    .flatMap(({ indicators }) => indicators)
    .find(({ code }) => code === indicator.code)!;
  const outcome = flags.includes("far_over_target") ? "far_over" : flags.includes("unmet") ? "unmet" : "reached";
  return { year, value, whole, attainment, outcome, figure };
}

function verdictOn(years: readonly AdvisedYear[]): TargetAdvice["verdict"] {
  const outcomes = new Set(years.flatMap(({ outcome }) => outcome ?? []));
  if (outcomes.size !== 1) return null;
  if (outcomes.has("far_over")) return "always_far_over";
  return outcomes.has("unmet") ? "never_reached" : null;
}
