import { Decimal, roundHalfUp } from "@/domain/money";
import type { Language } from "./language";

/**
 * How numbers are written: rounded once, half up, 2 decimals. Prose has no thousands separators, tables do. Every
 * function takes an exact decimal string or Decimal and loses nothing before the last step.
 */
type Exact = string | Decimal;

const minus = "−";

function written(value: Decimal, places: number, grouped: boolean): string {
  const text = roundHalfUp(value, places).abs().toFixed(places);
  const [whole, part] = text.split(".") as [string, string | undefined];
  const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  const sign = value.isNegative() && !/^[0.]*$/.test(text) ? minus : "";
  return sign + (part === undefined ? digits : `${digits}.${part}`);
}

/** Puts `+` before what is above zero; a decrease carries its minus already. */
export function signed(text: string): string {
  return text.startsWith(minus) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** Yuan in one unit of display: 万元, in English million yuan. */
export const moneyUnit = (language: Language) => (language === "en" ? 1_000_000 : 10_000);

export function money(yuan: Exact, language: Language, form: "prose" | "table"): string {
  return written(new Decimal(yuan).div(moneyUnit(language)), 2, form === "table");
}

/** `20787.52万元`, `207.88 million yuan`. */
export function moneyWithUnit(yuan: Exact, language: Language): string {
  const text = money(yuan, language, "prose");
  return language === "en" ? `${text} million yuan` : `${text}万元`;
}

/** Yuan with 2 decimals: fee per case and the like. */
export function yuan(value: Exact, form: "prose" | "table"): string {
  return written(new Decimal(value), 2, form === "table");
}

export function percent(fraction: Exact): string {
  return `${written(new Decimal(fraction).times(100), 2, false)}%`;
}

/** How likely something is, in whole percent. */
export function chance(fraction: Exact): string {
  return `${written(new Decimal(fraction).times(100), 0, false)}%`;
}

/** Percentage points, without a unit. */
export function points(fraction: Exact): string {
  return written(new Decimal(fraction).times(100), 2, false);
}

export function count(value: Exact, form: "prose" | "table" = "table"): string {
  return written(new Decimal(value), 0, form === "table");
}

/** Two decimals and no unit: per person, per hundred, days, months. */
export function ratio(value: Exact): string {
  return written(new Decimal(value), 2, false);
}

/** Every digit there is, up to 12 after the point, with thousands separators: for the exact value of a number. */
export function exactly(value: Exact): string {
  const decimal = new Decimal(value);
  const places = Math.min(decimal.decimalPlaces(), 12);
  const cut = places < decimal.decimalPlaces() ? "…" : "";
  return written(decimal.toDecimalPlaces(places, Decimal.ROUND_DOWN), places, true) + cut;
}
