import { decimal } from "@/domain/money";
import type { Indicator, IndicatorUnit } from "@/domain/rubric";
import { type ScoreKind, scoreKinds } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";

/** How values of an indicator stand in fields of a form: percent as 95.5, others as they are. */
export const fieldText = (value: string, unit: IndicatorUnit): string =>
  unit === "percent" ? decimal(value).times(100).toFixed() : value;

/** What was typed into such a field, as the domain has it: percent as a fraction. */
export const typedValue = (typed: string, unit: IndicatorUnit): string =>
  unit === "percent" ? decimal(typed).div(100).toFixed() : typed;

/** What a field expects; nothing for a text. */
export function unitHint(
  unit: IndicatorUnit,
  { performancePages: texts, indicatorUnits }: Messages,
): string | undefined {
  if (unit === "percent") return texts.percentHint;
  const name = indicatorUnits[unit].trim();
  return name === "" ? undefined : fill(texts.unitHint, { unit: name });
}

export const findingField = (code: string) => `finding_${code}`;
export const vetoField = (code: string) => `veto_${code}`;
export const scoreField = (kind: ScoreKind) => `${kind}_score` as const;

/** The scores that somebody types: the rule gives the own one, except where marks are given. */
export const scoreKindsEntered = ({ scoring }: Pick<Indicator, "scoring">): readonly ScoreKind[] =>
  scoreKinds.filter((kind) => kind !== "self" || scoring.rule === "given");
