import { type Decimal, decimal, roundHalfUp } from "@/domain/money";
import type { FormCell } from "@/domain/officialForm";
import type { Points } from "@/domain/scoring/scored";
import type { Messages } from "@/messages/index";
import { pointsText } from "@/messages/indicatorValues";
import type { Language } from "@/messages/language";
import { money, moneyUnit, percent } from "@/messages/numbers";
import { safeDigits } from "../render/sheet";

/** What a form is written in. */
export interface Writing {
  readonly words: Messages;
  readonly language: Language;
}

/** How many cells it covers, and whether it is a sum. */
type Kind = Pick<FormCell, "columns" | "rows" | "strong">;

export const label = (text: string, kind: Kind = {}): FormCell => ({ role: "label", text, ...kind });
export const name = (text: string, kind: Kind = {}): FormCell => ({ role: "name", text, ...kind });
export const text = (written: string, kind: Kind = {}): FormCell => ({ role: "text", text: written, ...kind });
export const value = (written: string, kind: Kind = {}): FormCell => ({ role: "value", text: written, ...kind });

/** Yuan, in the money unit of the language, as the header says; an empty cell for null. */
export function amount(yuan: string | null, { language }: Writing, kind: Kind = {}): FormCell {
  if (yuan === null) return { role: "amount", text: "", ...kind };
  const exact = decimal(yuan).div(moneyUnit(language));
  // Spreadsheets keep doubles: what has more digits than they do stays a text, with every digit.
  if (exact.precision() > safeDigits) return { role: "amount", text: exact.toFixed(), ...kind };
  const printed = money(yuan, language, "table");
  return { role: "amount", text: printed, value: { digits: exact.toFixed(), format: "#,##0.00" }, ...kind };
}

/** A fraction, in percent; an empty cell for null. */
export function rate(fraction: Decimal | null, kind: Kind = {}): FormCell {
  if (fraction === null) return value("", kind);
  const digits = fraction.toSignificantDigits(safeDigits).toFixed();
  return { ...value(percent(fraction), kind), value: { digits, format: "0.00%" } };
}

/** 分值, as the rubric writes it. */
export function marks(full: string, kind: Kind = {}): FormCell {
  const digits = decimal(full).toFixed();
  return { ...value(digits, kind), value: { digits, format: "General" } };
}

/** 得分, rounded once: what is handed in is the rounded number. An interval is a text. */
export function points(given: Points, { words }: Writing, kind: Kind = {}): FormCell {
  const written = value(pointsText(given, words), kind);
  const [low, high] = [given.low, given.high].map((end) => roundHalfUp(decimal(end), 2));
  return low!.eq(high!) ? { ...written, value: { digits: low!.toFixed(), format: "0.00" } } : written;
}

/** Where a form has a place for a number that this row does not have. */
export const none = ({ words }: Writing): FormCell => value(words.shell.noValue);
