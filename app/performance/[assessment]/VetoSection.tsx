import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { Attribution } from "../../settings/Fields";
import { changeFormWords } from "../../settings/words";
import { vetoField } from "../entering";
import { assessmentAction } from "../places";
import type { AssessmentShown } from "../shown";

/** 一票否决: what the rubric names, what of it happened, and the form that says so. */
export function VetoSection({ shown }: { shown: AssessmentShown }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts } = words;
  const { id, revision, vetoes: applied } = view.assessment;
  const { vetoes = [] } = view.rubric;
  if (vetoes.length === 0) return null;
  return (
    <section className="section" aria-labelledby="vetoes">
      <h2 id="vetoes" className="heading">
        {texts.vetoes}
      </h2>
      {applied.length === 0 && <p className="text-quiet">{texts.noVetoes}</p>}
      <ul>
        {vetoes
          .filter(({ code }) => applied.includes(code))
          .map(({ code, name, gradeAtMost }) => (
            <li key={code}>
              <Typed text={name} />
              {words.shell.separator}
              {texts.vetoGrade} <Typed text={gradeAtMost} />
            </li>
          ))}
      </ul>
      {!locked && (
        <details className="change screen-only">
          <summary>{texts.vetoForm}</summary>
          <ChangeForm action={assessmentAction(id, "vetoes")} words={changeFormWords(form)}>
            {vetoes.map(({ code, name }) => (
              <label key={code} className="whole check">
                <span>
                  <input type="checkbox" name={vetoField(code)} value="1" defaultChecked={applied.includes(code)} />{" "}
                  <Typed text={name} />
                </span>
              </label>
            ))}
            <Attribution shown={form} seen={revision} reason={texts.entryReason} />
          </ChangeForm>
        </details>
      )}
    </section>
  );
}
