import type { IndicatorView, TargetAdvice } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { FigureValue } from "@/components/FigureValue";
import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import { decimal, sum } from "@/domain/money";
import { fill } from "@/messages/fill";
import { indicatorValue } from "@/messages/indicatorValues";
import { metricById } from "../../../../metrics/groups";
import { Attribution, TextArea, TextField } from "../../../../settings/Fields";
import { changeFormWords } from "../../../../settings/words";
import { fieldText, unitHint } from "../../../entering";
import { assessmentAction } from "../../../places";
import { type AssessmentShown, writerFor } from "../../../shown";
import { TargetValue } from "../../../Values";

/** 年度指标值: the value, what it is made of, what the last years say of it, and the form that sets it. */
export function TargetSection(props: { shown: AssessmentShown; row: IndicatorView; advice: TargetAdvice }) {
  const { shown, row, advice } = props;
  const { words, locked } = shown;
  const { performancePages: texts } = words;
  return (
    <section className="section" aria-labelledby="target">
      <h2 id="target" className="heading">
        {texts.target}
      </h2>
      <p className="value-line">
        <strong>
          <TargetValue row={row} words={words} />
        </strong>
        <span className="note">
          {row.targetOrigin === null
            ? texts.noTarget
            : row.targetOrigin === "rubric"
              ? texts.targetFromRubric
              : texts.targetEntered}
        </span>
      </p>
      {row.targetParts.length > 0 && <Parts shown={shown} row={row} />}
      {advice.years.length > 0 && <Advice shown={shown} row={row} advice={advice} />}
      {!locked && <TargetForm shown={shown} row={row} />}
    </section>
  );
}

/** 416 + 73 + 20 + 80 = 589; where they do not add up, by how much. */
function Parts({ shown: { words }, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { performancePages: texts, shell } = words;
  const { unit } = row.indicator;
  const total = sum(row.targetParts.map(({ value }) => decimal(value)));
  const difference = row.target === null || unit === "text" ? null : total.minus(decimal(row.target));
  return (
    <p>
      {texts.targetParts}
      <Typed
        text={row.targetParts.map(({ name, value }) => `${name} ${indicatorValue(value, unit, words)}`).join(shell.and)}
      />
      {fill(texts.partsSum, { sum: indicatorValue(total, unit, words) })}
      {difference && !difference.isZero() && (
        <strong>{fill(texts.partsDiffer, { difference: indicatorValue(difference, unit, words) })}</strong>
      )}
    </p>
  );
}

/** The three years before, held against this target. */
function Advice({ shown, row, advice }: { shown: AssessmentShown; row: IndicatorView; advice: TargetAdvice }) {
  const { words } = shown;
  const { performancePages: texts } = words;
  return (
    <>
      <TableScroll label={texts.adviser}>
        <table className="table narrow advice">
          <caption className="note">{texts.adviser}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.yearColumn}</th>
              <th scope="col" className="number">
                {texts.actual}
              </th>
              <th scope="col" className="number">
                {texts.adviserAttainment}
              </th>
              <th scope="col">{texts.adviserOutcome}</th>
            </tr>
          </thead>
          <tbody>
            {advice.years.map(({ year, value, whole, attainment, outcome, figure }) => {
              const metric = metricById(figure.metric);
              const writer = writerFor(figure, shown);
              return (
                <tr key={year}>
                  <th scope="row">{fill(texts.year, { year })}</th>
                  <td className="number">
                    {metric && writer ? (
                      <FigureValue figure={writer.figure({ [metric.id]: figure.figure }, metric)}>
                        {value === null ? undefined : indicatorValue(value, row.indicator.unit, words)}
                      </FigureValue>
                    ) : (
                      words.shell.noValue
                    )}
                  </td>
                  <td className="number">
                    {attainment === null ? words.shell.noValue : indicatorValue(attainment, "percent", words)}
                  </td>
                  <td>
                    {whole ? outcome && texts.adviserOutcomes[outcome] : value === null ? "" : texts.adviserNotWhole}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
      {advice.verdict && <p className="flags">{texts.adviserVerdicts[advice.verdict]}</p>}
    </>
  );
}

function TargetForm({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { indicator, target, targetOrigin, targetParts } = row;
  const { id, revision } = view.assessment;
  const isText = indicator.unit === "text";
  const parts = targetParts.map(({ name, value }) => `${name} ${fieldText(value, indicator.unit)}`).join("\n");
  return (
    <details className="change screen-only" open={row.missing.includes("no_target")}>
      <summary>{texts.targetForm}</summary>
      <ChangeForm
        action={assessmentAction(id, "indicators", indicator.code, "target")}
        words={changeFormWords(form)}
        withdraw={targetOrigin === "entered" && indicator.target !== undefined ? texts.withdrawTarget : undefined}
      >
        <TextField
          name="target"
          shown={form}
          value={target === null ? "" : fieldText(target, indicator.unit)}
          hint={unitHint(indicator.unit, words)}
          wide={isText}
        />
        {!isText && <TextArea name="target_parts" shown={form} value={parts} hint={texts.partsHint} rows={3} />}
        <Attribution shown={form} seen={revision} reason={texts.entryReason} />
      </ChangeForm>
    </details>
  );
}
