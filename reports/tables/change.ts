import { decimal } from "@/domain/money";
import type { AnswerRow } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { type Place, type Quantity, quantity } from "./define";

/** The same metric in the compared period. */
export function before({ compare }: AnswerRow, metric: Metric, place: Place, period: Place["period"]): Quantity {
  return quantity(compare?.values, metric, { ...place, period });
}

/** 增减额, in the metric's unit; of a percentage in points. */
export function changeOf({ compare }: AnswerRow, metric: Metric, place: Place): Quantity {
  const unit = metric.unit === "percent" ? "points" : metric.unit;
  return worked(compare?.change[metric.id], metric, unit, { ...place, reading: "change" });
}

/** 增减幅. */
export function growthOf({ compare }: AnswerRow, metric: Metric, place: Place): Quantity {
  const growth = worked(compare?.growth[metric.id], metric, "percent", { ...place, reading: "growth" });
  const then = compare?.values[metric.id]?.value;
  return then != null && decimal(then).isZero() ? { ...growth, reason: "divided_by_zero" } : growth;
}

/** 增支贡献率: the row's change of pool payments ÷ that of the whole region. */
export function shareOfChange(row: AnswerRow, wholeRegion: AnswerRow, place: Place): Quantity {
  const [part, whole] = [row, wholeRegion].map(({ compare }) => compare?.change[poolPay.id] ?? null);
  const share = part && whole && !decimal(whole).isZero() ? decimal(part).div(decimal(whole)).toString() : null;
  const { signed, ...unsigned } = worked(share, poolPay, "percent", { ...place, reading: "share_of_change" });
  return unsigned;
}

function worked(value: string | null | undefined, metric: Metric, unit: Quantity["unit"], place: Place): Quantity {
  return { ...place, metric, value: value ?? null, reason: value == null ? "no_data" : null, unit, signed: true };
}
