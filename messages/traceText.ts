import type { Indicator } from "@/domain/rubric";
import type { QualitativeGrade, ScoredIndicator } from "@/domain/scoring/scored";
import { fill } from "./fill";
import type { Messages } from "./index";
import { indicatorValue, pointsText } from "./indicatorValues";
import { yuan } from "./numbers";

/**
 * How the points of an indicator came about, with its values: `实际值8,676人低于指标值8,755人：15 × 8,676人 ÷ 8,755人 =
 * 14.86`; in a form without points the reason only. Null where the indicator does not apply.
 */
export function traceText(
  { trace, points }: Pick<ScoredIndicator, "trace" | "points">,
  indicator: Indicator,
  words: Messages,
): string | null {
  if (!trace) return null;
  const { because, points: formula } = words.scoringFormulas[trace.formula];
  const values = Object.fromEntries(
    Object.entries(trace.inputs).map(([name, value]) => [name, inputText(name, value, indicator, words)]),
  );
  if (!points) return fill(because, values);
  const result = { because: fill(because, values), formula: fill(formula, values), points: pointsText(points, words) };
  return fill(words.traceSentence, result);
}

function inputText(name: string, value: string, { unit }: Indicator, words: Messages): string {
  if (name === "grade") return words.qualitativeGrades[value as QualitativeGrade];
  if (name === "share") return indicatorValue(value, "percent", words);
  if (name === "budget" || name === "executed") return yuan(value, "table") + words.indicatorUnits.yuan;
  return ["actual", "target", "floor", "at_least", "lowest"].includes(name)
    ? indicatorValue(value, unit, words)
    : value;
}
