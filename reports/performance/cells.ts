import { type Decimal, decimal, roundHalfUp } from "@/domain/money";
import type { FormCell, FormRole } from "@/domain/officialForm";
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

type Span = Pick<FormCell, "columns" | "rows">;

export const label = (text: string, span: Span = {}): FormCell => ({ role: "label", text, ...span });
export const name = (text: string, span: Span = {}): FormCell => ({ role: "name", text, ...span });
export const text = (written: string, span: Span = {}): FormCell => ({ role: "text", text: written, ...span });
export const value = (written: string, span: Span = {}): FormCell => ({ role: "value", text: written, ...span });

/** A number of a column whose header says what it counts; an empty cell for null. */
function number(exact: Decimal | null, written: string, format: string, role: FormRole, span: Span): FormCell {
  if (exact === null) return { role, text: "", ...span };
  // Spreadsheets keep doubles: what has more digits than they do stays a text, and every digit.
  const isAmount = exact.decimalPlaces() < safeDigits;
  if (isAmount && exact.precision() > safeDigits) return { role, text: exact.toFixed(), ...span };
  const digits = exact.toSignificantDigits(safeDigits).toFixed();
  return { role, text: written, value: { digits, format }, ...span };
}

/** Yuan, in the money unit of the language, as the header says. */
export function amount(
  yuan: string | null,
  { language }: Writing,
  role: FormRole = "number",
  span: Span = {},
): FormCell {
  if (yuan === null) return number(null, "", "", role, span);
  const exact = decimal(yuan).div(moneyUnit(language));
  return number(exact, money(yuan, language, "table"), "#,##0.00", role, span);
}

/** A fraction, in percent. */
export function rate(fraction: Decimal | null, role: FormRole = "number", span: Span = {}): FormCell {
  return number(fraction, fraction ? percent(fraction) : "", "0.00%", role, span);
}

/** 分值, as the rubric writes it. */
export function marks(full: string, role: FormRole = "number"): FormCell {
  const exact = decimal(full);
  return number(exact, exact.toString(), "General", role, {});
}

/** 得分, rounded once: what is handed in is the rounded number. An interval is a text. */
export function points(given: Points, { words }: Writing, role: FormRole = "number"): FormCell {
  const written = pointsText(given, words);
  const [low, high] = [given.low, given.high].map((end) => roundHalfUp(decimal(end), 2));
  return low!.eq(high!) ? number(low!, written, "0.00", role, {}) : { role, text: written };
}

/** Where a form has a place for a number that this row does not know. */
export const none = ({ words }: Writing): FormCell => ({ role: "number", text: words.shell.noValue });
