import type { EnteredValues, IndicatorPatch } from "@/domain/assessment";
import type { FramePatch } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import type { Indicator, Rubric } from "@/domain/rubric";
import { checkActual, exactNumber } from "@/domain/scoring/checkActual";

const longestText = 4000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused; line breaks and tabs are not.
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const amount = /^(0|[1-9]\d{0,14})(\.\d{1,4})?$/;

/** The indicator of a code. Throws PlainError P-103. */
export function indicatorOf(rubric: Rubric, code: string): Indicator {
  const found = rubric.sections.flatMap(({ indicators }) => indicators).find((indicator) => indicator.code === code);
  if (!found) throw new PlainError("P-103", { rubric: rubric.title });
  return found;
}

/**
 * Throws PlainError where something cannot be entered for an indicator: P-104 a number that is none, P-105 a value where
 * marks or the budget are the value, P-106 a self score that the rule gives, P-107 a text too long or with characters
 * that cannot be printed, and what `checkActual` throws.
 */
export function checkIndicatorPatch(indicator: Indicator, values: IndicatorPatch): void {
  const refuse = (code: string) => new PlainError(code, { indicator: indicator.name });
  const { target, targetParts, actual, scores } = values;
  if (target && indicator.unit !== "text" && !exactNumber.test(target)) throw refuse("P-104");
  for (const { value } of targetParts ?? []) if (!exactNumber.test(value)) throw refuse("P-104");
  const { rule } = indicator.scoring;
  if (actual) {
    if (rule === "given" || rule === "budget_execution") throw refuse("P-105");
    checkActual(indicator, actual);
  }
  if (scores) {
    if (scores.self !== undefined && rule !== "given") throw refuse("P-106");
    checkActual({ ...indicator, scoring: { rule: "given" } }, { kind: "marks", scores });
  }
  if (textsIn(values).some((text) => !isPrintable(text))) throw refuse("P-107");
}

/** Every text that somebody wrote into the entry of an indicator. */
function textsIn({ target, targetParts, actualText, overrideReason, reason, monitoring }: IndicatorPatch): string[] {
  const texts: (EnteredValues["reason"] | null)[] = [target, actualText, overrideReason, reason];
  const others = [monitoring?.expected, monitoring?.remark, ...(targetParts ?? []).map(({ name }) => name)];
  return [...texts, ...others].filter((text) => text !== undefined && text !== null);
}

const isPrintable = (text: string) => text.length <= longestText && !unprintable.test(text);

/** Throws PlainError P-107 for a text, P-108 for an amount that is none, P-109 for a source named twice or a veto unknown. */
export function checkFramePatch(rubric: Rubric, { head, goal, budget, management, remark, vetoes }: FramePatch): void {
  const texts = [
    ...Object.values(head ?? {}),
    ...Object.values(goal ?? {}),
    ...(management ?? []).flatMap(({ situation, problems }) => [situation, problems]),
    remark ?? "",
  ];
  if (!texts.every(isPrintable)) throw new PlainError("P-107", { indicator: rubric.title });
  const rows = budget?.rows ?? [];
  for (const { opening, adjusted, executed } of rows) {
    if (![opening, adjusted, executed].every((text) => amount.test(text))) throw new PlainError("P-108");
  }
  const isRepeated = new Set(rows.map(({ source }) => source)).size < rows.length;
  const known = new Set((rubric.vetoes ?? []).map(({ code }) => code));
  if (isRepeated || (vetoes ?? []).some((code) => !known.has(code))) throw new PlainError("P-109");
}
