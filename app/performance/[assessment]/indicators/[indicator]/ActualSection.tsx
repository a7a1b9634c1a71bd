import type { ActualOrigin, IndicatorView } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { type Actual, actualKinds, qualitativeGrades } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import { moment } from "../../../../data/moment";
import { Attribution, SelectField, TextArea, TextField } from "../../../../settings/Fields";
import { changeFormWords } from "../../../../settings/words";
import { fieldText, findingField, unitHint } from "../../../entering";
import { assessmentAction, assessmentPath } from "../../../places";
import type { AssessmentShown } from "../../../shown";
import { ActualValue, MetricValue } from "../../../Values";

/** 实际完成值: the figure that can be asked, or what a person entered, with who and why; and the form that enters it. */
export function ActualSection({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, locked } = shown;
  const { performancePages: texts } = words;
  const kind = actualKinds[row.indicator.scoring.rule];
  return (
    <section className="section" aria-labelledby="actual">
      <h2 id="actual" className="heading">
        {texts.actual}
      </h2>
      <p className="value-line">
        <strong>
          <ActualValue row={row} shown={shown} />
        </strong>
        {row.origin && <Origin origin={row.origin} row={row} shown={shown} />}
      </p>
      {row.actualText && (
        <p>
          <Typed text={row.actualText} />
        </p>
      )}
      {!locked && kind === "budget" && (
        <p className="note">
          <a className="link" href={`${assessmentPath(view.assessment.id)}#budget`}>
            {texts.toBudget}
          </a>
        </p>
      )}
      {!locked && kind !== "budget" && kind !== "marks" && <ActualForm shown={shown} row={row} />}
      {!locked && <AppliesForm shown={shown} row={row} />}
    </section>
  );
}

/** Where the value comes from: the registry, a person, a person in place of the registry, the budget. */
function Origin({ origin, row, shown }: { origin: ActualOrigin; row: IndicatorView; shown: AssessmentShown }) {
  const { words } = shown;
  const { performancePages: texts } = words;
  if (origin.kind === "metric") return <span className="note">{texts.fromMetric}</span>;
  const by = (
    <>
      <Typed text={origin.by} /> {moment(origin.at)}
    </>
  );
  if (origin.kind === "budget")
    return (
      <span className="note">
        {fill(texts.fromBudget, { base: words.executionBases[origin.base] })} {by}
      </span>
    );
  if (origin.kind === "entered")
    return (
      <span className="note">
        {texts.fromEntered} {by}
      </span>
    );
  return (
    <span className="note">
      {texts.fromOverriding} <MetricValue row={row} shown={shown} />
      {words.shell.separator}
      {texts.overrideReason} <Typed text={origin.overrideReason ?? texts.notWritten} />
      {words.shell.separator}
      {by}
    </span>
  );
}

function ActualForm({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { indicator, origin } = row;
  const { id, revision } = view.assessment;
  const isFed = "metric" in indicator.source;
  const isEntered = origin?.kind === "entered" || origin?.kind === "overriding";
  return (
    <details className="change screen-only" open={row.missing.includes("pending_actual")}>
      <summary>{isFed ? texts.overrideForm : texts.actualForm}</summary>
      <ChangeForm
        action={assessmentAction(id, "indicators", indicator.code, "actual")}
        words={changeFormWords(form)}
        withdraw={isEntered ? (isFed ? texts.withdrawOverride : texts.withdrawActual) : undefined}
      >
        <ActualFields shown={shown} row={row} />
        {isFed && (
          <TextArea
            name="override_reason"
            shown={form}
            value={origin?.kind === "overriding" ? origin.overrideReason : ""}
            rows={2}
            required
          />
        )}
        <Attribution shown={form} seen={revision} reason={texts.entryReason} />
      </ChangeForm>
    </details>
  );
}

/** The fields of the kind of value that the rule takes. */
function ActualFields({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { words, form } = shown;
  const { performancePages: texts, indicators: values } = words;
  const { indicator } = row;
  const isFromMetric = row.origin?.kind === "metric";
  const known = <Kind extends Actual["kind"]>(kind: Kind): Extract<Actual, { kind: Kind }> | null =>
    !isFromMetric && row.actual?.kind === kind ? (row.actual as Extract<Actual, { kind: Kind }>) : null;
  switch (actualKinds[indicator.scoring.rule]) {
    case "number": {
      const actual = known("number");
      return (
        <TextField
          name="actual"
          shown={form}
          value={actual ? fieldText(actual.value, indicator.unit) : ""}
          hint={unitHint(indicator.unit, words)}
        />
      );
    }
    case "quality": {
      const actual = known("quality");
      return (
        <>
          <SelectField
            name="grade"
            wide
            shown={form}
            value={actual?.grade}
            options={qualitativeGrades.map((grade) => ({ value: grade, label: words.qualitativeGrades[grade] }))}
          />
          <TextField
            name="share"
            shown={form}
            value={actual ? fieldText(actual.share, "percent") : ""}
            hint={texts.shareHint}
          />
          <TextArea name="actual_text" shown={form} value={row.actualText} rows={2} />
        </>
      );
    }
    case "yes_no": {
      const actual = known("yes_no");
      return (
        <>
          <SelectField
            name="reached"
            shown={form}
            value={actual ? String(actual.reached) : "true"}
            options={[
              { value: "true", label: values.yes },
              { value: "false", label: values.no },
            ]}
          />
          <TextArea name="actual_text" shown={form} value={row.actualText} rows={2} />
        </>
      );
    }
    case "findings": {
      const actual = known("findings");
      const findings = indicator.scoring.rule === "deduction" ? indicator.scoring.findings : [];
      return findings.map(({ code, name, marksOff }) => (
        <TextField
          key={code}
          name={findingField(code)}
          shown={form}
          label={name}
          hint={fill(texts.findingHint, { marks: marksOff })}
          value={String(actual?.counts[code] ?? 0)}
        />
      ));
    }
    default:
      return null;
  }
}

/** 不适用: the marks are taken out and the others scaled up; taken back the same way. */
function AppliesForm({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { id, revision } = view.assessment;
  return (
    <details className="change screen-only">
      <summary>{texts.appliesForm}</summary>
      <ChangeForm
        action={assessmentAction(id, "indicators", row.indicator.code, "applies")}
        words={changeFormWords(form)}
      >
        <SelectField
          name="applies"
          shown={form}
          value={String(row.scored.applies)}
          options={[
            { value: "true", label: texts.appliesYes },
            { value: "false", label: texts.appliesNo },
          ]}
        />
        <Attribution shown={form} seen={revision} />
      </ChangeForm>
    </details>
  );
}
