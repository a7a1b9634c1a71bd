import type { IndicatorView } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { Attribution, TextArea } from "../../../../settings/Fields";
import { changeFormWords } from "../../../../settings/words";
import { assessmentAction } from "../../../places";
import type { AssessmentShown } from "../../../shown";

/** 偏差原因分析及改进措施: a person's words; where they are missing the form stands open. */
export function ReasonSection({ shown, row }: { shown: AssessmentShown; row: IndicatorView }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts } = words;
  const { id, revision } = view.assessment;
  return (
    <section className="section" aria-labelledby="reason">
      <h2 id="reason" className="heading">
        {texts.reason}
      </h2>
      <p className="written">
        {row.reason ? <Typed text={row.reason} /> : <span className="text-quiet">{texts.notWritten}</span>}
      </p>
      {!locked && (
        <details className="change screen-only" open={row.missing.includes("reason_missing")}>
          <summary>{texts.reasonForm}</summary>
          <ChangeForm
            action={assessmentAction(id, "indicators", row.indicator.code, "reason")}
            words={changeFormWords(form)}
          >
            <TextArea name="deviation_reason" shown={form} value={row.reason} />
            <Attribution shown={form} seen={revision} reason={texts.entryReason} />
          </ChangeForm>
        </details>
      )}
    </section>
  );
}
