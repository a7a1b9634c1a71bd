import type { Decimal } from "@/domain/money";
import type { Month } from "@/domain/period";
import { type FundOutlook, fundOutlook } from "@/domain/projection/fundOutlook";
import { pullLevers } from "@/domain/projection/levers";
import { type LeverName, type LeverValues, namedLevers } from "@/domain/projection/leverValues";
import { type ProjectedMonth, printedYear, type YearEnd } from "@/domain/projection/projection";
import type { Forecast, ForecastPoint } from "@/figures/forecast/forecast";
import type { Key } from "@/figures/question";

/** Where a year ends: as projected, or with levers pulled. Amounts are yuan. */
export interface Outcome {
  readonly end: YearEnd;
  /** In 分; the months add up to the total. */
  readonly printed: { readonly total: Decimal; readonly months: readonly Decimal[] };
  /** Held against the available fund, as the projection is; null where that is not. */
  readonly fund: FundOutlook | null;
  /** What each lever adds, in the order in which they are pulled; empty for the projection itself. */
  readonly effects: readonly { readonly name: LeverName; readonly amount: Decimal }[];
}

/** A forecast that names a point. */
export type NamedForecast = Forecast & {
  readonly point: ForecastPoint;
  readonly projection: Extract<Forecast["projection"], { kind: "point" }>;
};

export const namesPoint = (forecast: Forecast): forecast is NamedForecast => forecast.point !== null;

/** The months that levers can still change, ascending. */
export const monthsToCome = (months: readonly Pick<ProjectedMonth, "month" | "state">[]): Month[] =>
  months.filter(({ state }) => state !== "known").map(({ month }) => month);

/** The end of the year with levers pulled; without any it is the projection itself. */
export function outcomeOf({ projection, point }: NamedForecast, values: LeverValues): Outcome {
  const toCome = monthsToCome(projection.months);
  const cells = point.cells.map(({ key }) => {
    const { tier = "", visit_class: visitClass = "" } = JSON.parse(key) as Key;
    return { key, tier, visitClass };
  });
  const levers = toCome.length > 0 ? namedLevers(values, cells, toCome) : [];
  if (levers.length === 0) return { end: projection, printed: point.printed, fund: point.fund, effects: [] };
  const end = pullLevers(
    projection,
    point.cells.map(({ rest }) => rest),
    levers.map(({ lever }) => lever),
  );
  return {
    end,
    printed: printedYear(end),
    fund: point.fund && fundOutlook(end, point.fund.available),
    effects: levers.map(({ name }, index) => ({ name, amount: end.effects[index]! })),
  };
}
