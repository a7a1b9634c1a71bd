import { type Decimal, decimal } from "@/domain/money";
import type { IndicatorUnit } from "@/domain/rubric";
import type { Unit } from "@/metrics/define";

/** In which units an indicator may count what a metric counts; the first is the metric's own. */
export const unitsOfMetric: Readonly<Record<Unit, readonly IndicatorUnit[]>> = {
  yuan: ["yuan", "ten_thousand_yuan"],
  yuan_per_month: ["yuan", "ten_thousand_yuan"],
  cases: ["cases", "times"],
  persons: ["persons"],
  heads: ["persons"],
  days: ["days"],
  percent: ["percent"],
  points: ["percent"],
  chance: ["percent"],
  yuan_per_case: ["yuan"],
  yuan_per_head: ["yuan_per_head"],
  days_per_case: ["days"],
  cases_per_person: ["number"],
  cases_per_hundred: ["number"],
  months: ["months"],
};

/** A metric's value in the unit of an indicator: yuan become 万元 where the indicator counts those. */
export function valueInUnit(value: Decimal, unit: IndicatorUnit): Decimal {
  return unit === "ten_thousand_yuan" ? value.div(decimal(10_000)) : value;
}
