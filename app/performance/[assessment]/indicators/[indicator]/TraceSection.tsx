import type { IndicatorView } from "@/assessments/index";
import { fill } from "@/messages/fill";
import { indicatorValue, pointsText } from "@/messages/indicatorValues";
import { traceText } from "@/messages/traceText";
import type { AssessmentShown } from "../../../shown";

/** 得分的由来: the rule, what applied of it, the formula with its values, what came of it. */
export function TraceSection({ shown: { view, words }, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { performancePages: texts, scoringRules, shell } = words;
  const { indicator, scored } = row;
  const { name, how } = scoringRules[indicator.scoring.rule];
  const { points, full, attainment, flags } = scored;
  return (
    <section className="section" aria-labelledby="trace">
      <h2 id="trace" className="heading">
        {texts.trace}
      </h2>
      <dl className="definitions">
        <dt>{texts.traceRule}</dt>
        <dd>
          {name}
          {shell.separator}
          {how}
        </dd>
        <dt>{texts.traceFormula}</dt>
        <dd>{traceText(scored, indicator, words) ?? texts.notApplicable}</dd>
        {attainment !== null && (
          <>
            <dt>{texts.columns.attainment}</dt>
            <dd>{indicatorValue(attainment, "percent", words)}</dd>
          </>
        )}
        <dt>{texts.columns.points}</dt>
        <dd>
          {points && full ? (
            <strong>{fill(texts.traceFull, { points: pointsText(points, words), full })}</strong>
          ) : scored.applies ? (
            texts.traceNone
          ) : (
            shell.noValue
          )}
        </dd>
      </dl>
      {flags.includes("far_over_target") && (
        <p className="flags">
          {fill(texts.farOver, { line: indicatorValue(view.rubric.farOverTarget, "percent", words) })}
        </p>
      )}
    </section>
  );
}
