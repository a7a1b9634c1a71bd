import { decimal } from "@/domain/money";
import { type Period, periodBetween } from "@/domain/period";
import { monthOf } from "@/domain/projection/input";
import type { Forecast } from "@/figures/forecast/forecast";
import { type NamedForecast, namesPoint } from "@/figures/forecast/outcome";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { Place, Quantity, TableContext } from "../tables/define";
import { type View, viewOf } from "./items";

/** The projection as it is, without levers; null where no point is named. */
export function baseView({ projection }: Pick<TableContext, "projection">): View | null {
  const forecast = projection?.forecast;
  return forecast && namesPoint(forecast) ? viewOf(forecast) : null;
}

/** January to the last reported month, however long the scope's period is. */
export function reportedPeriod({ year, through }: Pick<Forecast, "year" | "through">): Period {
  return periodBetween(monthOf(year, 1), through ?? monthOf(year, 1));
}

/** What has been paid since January: an actual figure, asked as such. */
export function paidSoFar(forecast: NamedForecast, place: Place = {}, paid = forecast.projection.paid): Quantity {
  return {
    ...place,
    period: reportedPeriod(forecast),
    metric: poolPay,
    value: decimal(paid.toString()).toString(),
    reason: null,
    unit: "yuan",
  };
}
