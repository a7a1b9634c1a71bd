import { ChangeForm } from "@/components/ChangeForm";
import { Typed } from "@/components/Typed";
import { Attribution, TextArea, TextField } from "../../settings/Fields";
import { changeFormWords } from "../../settings/words";
import { assessmentAction } from "../places";
import type { AssessmentShown } from "../shown";

/** What the form prints above its tables: names, 年度总体目标, a remark; and the form that writes them. */
export function HeadSection({ shown }: { shown: AssessmentShown }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts, performanceFields: names } = words;
  const { id, revision, head, goal, remark } = view.assessment;
  const isTransfer = view.rubric.form === "transfer";
  const lines: readonly (readonly [string, string | undefined])[] = [
    [names.project, head.project],
    ...(isTransfer ? ([[names.central_department, head.centralDepartment]] as const) : []),
    [names.department, head.department],
    [names.unit, head.unit],
    [texts.expected, goal.expected],
    [texts.achieved, goal.achieved],
    ...(isTransfer ? ([[texts.remark, remark]] as const) : []),
  ];
  return (
    <section className="section" aria-labelledby="head">
      <h2 id="head" className="heading">
        {texts.goal}
      </h2>
      <dl className="definitions head-lines">
        {lines.map(([name, text]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>{text ? <Typed text={text} /> : <span className="text-quiet">{texts.notWritten}</span>}</dd>
          </div>
        ))}
      </dl>
      {!locked && (
        <details className="change screen-only">
          <summary>{texts.headForm}</summary>
          <ChangeForm action={assessmentAction(id, "head")} words={changeFormWords(form)}>
            <TextField name="project" shown={form} value={head.project} required wide />
            {isTransfer && <TextField name="central_department" shown={form} value={head.centralDepartment} />}
            <TextField name="department" shown={form} value={head.department} />
            <TextField name="unit" shown={form} value={head.unit} />
            <TextArea name="expected" shown={form} value={goal.expected} />
            <TextArea name="achieved" shown={form} value={goal.achieved} />
            {isTransfer && <TextArea name="remark" shown={form} value={remark} />}
            <Attribution shown={form} seen={revision} reason={texts.entryReason} />
          </ChangeForm>
        </details>
      )}
    </section>
  );
}
