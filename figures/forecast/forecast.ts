import { listSettings } from "@/db/queries/listSettings";
import type { ComparabilityEvent } from "@/domain/comparabilityEvents";
import { type Decimal, decimal, sum } from "@/domain/money";
import { lastMonth, type Month, periodBetween } from "@/domain/period";
import type { ProjectedCell } from "@/domain/projection/cells";
import { controlLines, type FundOutlook, fundOutlook } from "@/domain/projection/fundOutlook";
import { monthOf, type ProjectionInput } from "@/domain/projection/input";
import type { Chance } from "@/domain/projection/intervalTable";
import { type MonthlyAmounts, monthsOfYear, yearsBefore } from "@/domain/projection/priorYears";
import { project } from "@/domain/projection/project";
import {
  fanOf,
  type PointProjection,
  type Projection,
  printedYear,
  yearEndInterval,
} from "@/domain/projection/projection";
import { ProjectionRules } from "@/domain/projectionMark";
import { eventsIn, type Setting, settingsOf } from "@/domain/settings";
import { answerAll } from "@/figures/answer";
import { budgetBridge, type ForecastBridge, ordinaryCells, projectCells } from "@/figures/forecast/budgetBridge";
import { calendar, type TrackRecord } from "@/figures/forecast/evidence";
import { type Completeness, learn } from "@/figures/forecast/lessons";
import { marksOf } from "@/figures/forecast/marks";
import { type MonthlyCells, paidBy, readMonthlyCells } from "@/figures/forecast/monthlyCells";
import { type ForecastParts, forecastParts, lastYearOf, type PartCut } from "@/figures/forecast/parts";
import { remembered } from "@/figures/forecast/remembered";
import { openPublication, type Publication, type Storage } from "@/figures/publication";
import type { Figure, Filter, QuestionScope } from "@/figures/question";
import availableFund from "@/metrics/definitions/available_fund_amount";

export { type PartCut, partCuts } from "@/figures/forecast/parts";

/** A year's end as page, command line and report show it. Amounts are yuan. */
export interface Forecast {
  readonly dataVersion: number;
  readonly region: string;
  readonly scheme: string;
  readonly where: Filter;
  readonly year: number;
  /** The last month that is reported; null before January is. */
  readonly through: Month | null;
  /** By which month money is counted: that of the settlement (基金支出记账口径). */
  readonly basis: "settlement_month";
  /** What the engine was given: this year's months, prior years, one-offs, marks. */
  readonly input: ProjectionInput;
  readonly projection: Projection;
  /** Null where no point is named: see `projection.reason`. */
  readonly point: ForecastPoint | null;
  /** 简单翻倍: paid × 12 ÷ months. Null without a reported month or with a gap. */
  readonly doubling: Doubling | null;
  /** The available fund as its own figure, with the reason why there is none. */
  readonly availableFund: Figure;
  readonly lastYear: Decimal | null;
  readonly completeness: Completeness;
  readonly record: TrackRecord;
  /** Changes of rules between the first month that was learnt from and the end of the year. */
  readonly events: readonly ComparabilityEvent[];
}

export interface ForecastPoint {
  /** In 分; the months add up to the total. */
  readonly printed: { readonly total: Decimal; readonly months: readonly Decimal[] };
  /** Null after a structural break. */
  readonly intervals: Readonly<Record<50 | 80 | 95, Range | null>>;
  /** Cumulated spending by month with the same three chances. */
  readonly fan: readonly FanMonth[];
  /** Held against the year's available fund; null where there is none, or for a part of the region, which has none. */
  readonly fund: (FundOutlook & { readonly control: ReturnType<typeof controlLines> }) | null;
  readonly parts: ForecastParts;
  readonly bridge: ForecastBridge | null;
  /** Tier × visit class, for levers (`pullLevers` takes their `rest`). */
  readonly cells: readonly ProjectedCell[];
}

export interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

export interface FanMonth {
  readonly month: Month;
  /** The printed months added up. */
  readonly cumulated: Decimal;
  readonly ranges: Readonly<Record<50 | 80 | 95, Range | null>>;
}

export interface Doubling {
  readonly total: Decimal;
  /** total − available fund, and total ÷ available fund; null without one. */
  readonly overrun: Decimal | null;
  readonly use: Decimal | null;
}

const shownChances = [50, 80, 95] as const satisfies readonly Chance[];

/**
 * Where the year of a scope's period ends, seen at the period's last month: everything that the stores of the version
 * and the bureau's settings know. Throws PlainError.
 */
export async function forecast(storage: Storage, scope: QuestionScope, by: PartCut = "tier"): Promise<Forecast> {
  const [publication, settings] = await Promise.all([
    openPublication(storage, scope.region, scope.asOf),
    listSettings(storage.database, scope.region),
  ]);
  const asked = { ...scope, asOf: publication.version, compare: null };
  const marks = marksOf(settings, scope);
  const events = settingsOf(settings, "comparability_event");
  const id = ["forecast", asked, by, marks, events] as const;
  return remembered(storage.database, id, () => forecastOf(storage, publication, asked, by, settings));
}

async function forecastOf(
  storage: Storage,
  publication: Publication,
  scope: QuestionScope,
  by: PartCut,
  settings: readonly Setting[],
): Promise<Forecast> {
  const last = lastMonth(scope.period);
  const year = Number(last.slice(0, 4));
  const toDate = { ...scope, period: periodBetween(monthOf(year, 1), last) };
  const [cells, byStatus, answers] = await Promise.all([
    readMonthlyCells(publication, scope, ["tier", "visit_class"], last),
    by === "hardship_status" ? readMonthlyCells(publication, scope, [by], last) : null,
    answerAll(storage, [{ ...toDate, by: [], metrics: [availableFund.id] }]),
  ]);
  const marks = marksOf(settings, scope);
  const rules = new ProjectionRules(marks);
  const whole = paidBy(cells, null).get("")!;
  const availableFigure = answers[0]!.total.values[availableFund.id]!;
  const available = availableFigure.value === null ? null : decimal(availableFigure.value);
  const through = cells.months.findLast((month) => month >= monthOf(year, 1)) ?? null;
  const { completeness, record } = await learn(publication, scope, cells, { year, through, marks });
  const input: ProjectionInput = {
    year,
    thisYear: monthsOfYear(whole, year, Number(last.slice(5))),
    history: rules.markYears(yearsBefore(whole, year)),
    oneOffs: rules.oneOffs,
    policyChange: rules.policyChange(year),
    structuralBreak: rules.isStructuralBreak(year),
    calendar,
    completion: completeness.learnt ?? undefined,
    pastMisses: record.misses,
  };
  const projection = project(input);
  return {
    dataVersion: publication.version,
    region: scope.region,
    scheme: scope.scheme,
    where: scope.where,
    year,
    through,
    basis: "settlement_month",
    input,
    projection,
    point:
      projection.kind === "none"
        ? null
        : pointOf(projection, { cells, parts: byStatus ?? cells, by, input, whole, available }),
    doubling: doublingOf(input, available),
    availableFund: availableFigure,
    lastYear: lastYearOf(whole, year),
    completeness,
    record,
    events: eventsWithin(settings, scope.scheme, input),
  };
}

function pointOf(
  projection: PointProjection,
  seen: {
    readonly cells: MonthlyCells;
    readonly parts: MonthlyCells;
    readonly by: PartCut;
    readonly input: ProjectionInput;
    readonly whole: MonthlyAmounts;
    readonly available: Decimal | null;
  },
): ForecastPoint {
  const { input, available } = seen;
  const usable = available?.greaterThan(0) ? available : null;
  const cells = ordinaryCells(seen.cells, seen.whole, input.oneOffs);
  const projected = projectCells(projection, cells, input);
  const fans = shownChances.map((chance) => fanOf(projection, chance));
  const byChance = (at: (chance: Chance, index: number) => Range | null) =>
    Object.fromEntries(shownChances.map((chance, index) => [chance, at(chance, index)])) as Record<
      50 | 80 | 95,
      Range | null
    >;
  const printed = printedYear(projection);
  return {
    printed,
    intervals: byChance((chance) => yearEndInterval(projection, chance)),
    fan: projection.months.map(({ month, state }, at) => {
      const cumulated = sum(printed.months.slice(0, at + 1));
      const ranges = byChance((_, index) => {
        const { low, high } = fans[index]![at]!;
        if (!low || !high) return null;
        return state === "known" ? { low: cumulated, high: cumulated } : { low, high };
      });
      return { month, cumulated, ranges };
    }),
    fund: usable && { ...fundOutlook(projection, usable), control: controlLines(projection, usable) },
    parts: forecastParts(projection, seen.parts, seen.by, input),
    bridge: budgetBridge(projection, cells, projected, input, usable),
    cells: projected,
  };
}

/** Changes of rules after the first month that the projection looks at. */
function eventsWithin(settings: readonly Setting[], scheme: string, { year, history }: ProjectionInput) {
  const first = monthOf(history[0]?.year ?? year, 1);
  return eventsIn(settings, {
    scheme,
    period: periodBetween(first, monthOf(year, 12)),
    compare: periodBetween(first, first),
  });
}

function doublingOf({ thisYear }: ProjectionInput, available: Decimal | null): Doubling | null {
  const reported = thisYear.slice(0, thisYear.findLastIndex((amount) => amount !== null) + 1);
  if (reported.length === 0 || reported.includes(null)) return null;
  const total = sum(reported as Decimal[])
    .times(12)
    .div(reported.length);
  const usable = available?.greaterThan(0) ? available : null;
  return { total, overrun: usable && total.minus(usable), use: usable && total.div(usable) };
}
