import type { IndicatorView } from "@/assessments/index";
import { FigureValue } from "@/components/FigureValue";
import { Typed } from "@/components/Typed";

import type { Points } from "@/domain/scoring/scored";
import type { Messages } from "@/messages/index";
import { actualText, indicatorValue, pointsText, targetText } from "@/messages/indicatorValues";
import { metricById } from "../metrics/groups";
import { type AssessmentShown, writerFor } from "./shown";

/** 年度指标值, with its direction; a quality as somebody wrote it. */
export function TargetValue({ row, words }: { row: IndicatorView; words: Messages }) {
  const { indicator, target } = row;
  if (target === null) return words.shell.noValue;
  const text = targetText(indicator, target, words);
  return indicator.unit === "text" ? <Typed text={text} /> : text;
}

/** 实际完成值: a figure of the registry can be asked; what a person entered stands as it is. */
export function ActualValue({ row, shown }: { row: IndicatorView; shown: AssessmentShown }) {
  const { words } = shown;
  if (!row.scored.applies) return words.shell.noValue;
  if (row.actual === null) return <span className="text-quiet">{words.indicators.pending}</span>;
  if (row.origin?.kind === "metric") return <MetricValue row={row} shown={shown} />;
  return actualText(row.actual, row.indicator, words);
}

/** The metric's own value in the unit of the indicator, or why it has none. */
export function MetricValue({ row, shown }: { row: IndicatorView; shown: AssessmentShown }) {
  const { words } = shown;
  const isScored = row.origin?.kind === "metric" && row.actual?.kind === "number";
  const text = isScored ? indicatorValue(row.actual.value, row.indicator.unit, words) : null;
  const metric = row.figure && metricById(row.figure.metric);
  const writer = row.figure && writerFor(row.figure, shown);
  // A metric that a later version of the program no longer knows cannot be asked; what was frozen stands.
  if (!row.figure || !metric || !writer) return text ?? words.shell.noValue;
  const written = writer.figure({ [metric.id]: row.figure.figure }, metric);
  return <FigureValue figure={written}>{text ?? written.text}</FigureValue>;
}

/** Points, or an interval while a score is pending; a dash where the form knows none. */
export const pointsOrNone = (points: Points | null, words: Messages) =>
  points ? pointsText(points, words) : words.shell.noValue;

/** What is to be said about an indicator, in words: never by colour. */
export function Flags({ row, words }: { row: IndicatorView; words: Messages }) {
  const { applies, flags } = row.scored;
  const texts = [
    ...(applies ? [] : [words.indicators.notApplicable]),
    ...flags.map((flag) => words.scoringFlags[flag]),
    ...row.missing
      .filter((code) => code !== "no_target" && code !== "pending_actual")
      .map((code) => words.assessmentMissing[code]),
  ];
  return texts.map((text) => (
    <span key={text} className="badge">
      {text}
    </span>
  ));
}
