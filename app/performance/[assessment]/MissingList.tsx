import type { AssessmentView, Missing } from "@/assessments/index";
import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { fill } from "@/messages/fill";
import { Attribution } from "../../settings/Fields";
import { changeFormWords } from "../../settings/words";
import { assessmentAction, assessmentPath, indicatorPath } from "../places";
import type { AssessmentShown } from "../shown";

/** What stands between the assessment and its submission, each with the way there; when nothing does, the submission. */
export function MissingList({ shown }: { shown: AssessmentShown }) {
  const { view, words, locked } = shown;
  const { performancePages: texts } = words;
  if (locked) return null;
  const groups = grouped(view.missing);
  return (
    <section className="section long" aria-labelledby="missing">
      <h2 id="missing" className="heading">
        {view.missing.length > 0 ? fill(texts.lackTitle, { count: view.missing.length }) : texts.lackNone}
      </h2>
      {groups.length > 0 ? (
        <ul className="missing-list">
          {groups.map(([code, lacks]) => (
            <li key={code ?? ""}>
              <a
                className="link"
                href={
                  code === null ? `${assessmentPath(view.assessment.id)}#head` : indicatorPath(view.assessment.id, code)
                }
              >
                {code === null ? texts.lackWhole : <Typed text={nameOf(view, code)} />}
              </a>
              <span>{lacks.map((lack) => words.assessmentMissing[lack]).join(words.shell.and)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <SubmitForm shown={shown} />
      )}
    </section>
  );
}

/** By indicator; what the assessment lacks as a whole first. */
function grouped(missing: readonly Missing[]): [string | null, Missing["code"][]][] {
  const groups = new Map<string | null, Missing["code"][]>();
  for (const { code, indicator } of missing) groups.set(indicator, [...(groups.get(indicator) ?? []), code]);
  return [...groups].sort(([a], [b]) => Number(a !== null) - Number(b !== null));
}

const nameOf = ({ sections }: AssessmentView, code: string) =>
  sections.flatMap(({ indicators }) => indicators).find(({ indicator }) => indicator.code === code)?.indicator.name ??
  code;

function SubmitForm({ shown }: { shown: AssessmentShown }) {
  const { view, words, form } = shown;
  const { performancePages: texts } = words;
  const { id, revision } = view.assessment;
  return (
    <details className="change screen-only">
      <summary>{texts.submit}</summary>
      <p>{texts.submitHelp}</p>
      <ChangeForm action={assessmentAction(id, "submit")} words={{ ...changeFormWords(form), save: texts.submit }}>
        <Attribution
          shown={form}
          seen={revision}
          hidden={{ data_version: String(view.data.version ?? "") }}
          reason={texts.submitReason}
        />
      </ChangeForm>
    </details>
  );
}
