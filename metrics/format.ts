import { type Decimal, decimal, roundHalfUp } from "@/domain/money";
import type { Unit } from "@/metrics/define";

/** Digits after the point where a figure is handed on as data: amounts and counts are exact, ratios have six. */
const places: Record<Unit, number> = {
  yuan: 2,
  cases: 0,
  persons: 0,
  heads: 0,
  days: 0,
  percent: 6,
  points: 6,
  chance: 6,
  yuan_per_case: 6,
  yuan_per_head: 6,
  yuan_per_month: 6,
  days_per_case: 6,
  cases_per_person: 6,
  cases_per_hundred: 6,
  months: 6,
};

/** A value as data: `18661600.00`, `11649`, `0.699818`; a percent stays a fraction. Null stays null. */
export function asData(value: string | Decimal | null, unit: Unit): string | null {
  if (value === null) return null;
  const text = roundHalfUp(decimal(value.toString()), places[unit]).toFixed(places[unit]);
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}

/** A growth or share as data: a fraction with six digits after the point. */
export function fractionAsData(value: string | Decimal | null): string | null {
  return asData(value, "percent");
}
