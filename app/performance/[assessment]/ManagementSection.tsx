import { ChangeForm } from "@/components/ChangeForm";
import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import { fundManagementTopics } from "@/domain/assessment";
import { fill } from "@/messages/fill";
import { Attribution, TextArea } from "../../settings/Fields";
import { changeFormWords } from "../../settings/words";
import { assessmentAction } from "../places";
import type { AssessmentShown } from "../shown";

/** 资金管理情况 of the transfer form: seven topics, each with what is so and what will be done. */
export function ManagementSection({ shown }: { shown: AssessmentShown }) {
  const { view, words, form, locked } = shown;
  const { performancePages: texts, fundManagementTopics: names } = words;
  const { id, revision, management = [] } = view.assessment;
  if (view.rubric.form !== "transfer") return null;
  const rowOf = (topic: string) => management.find((row) => row.topic === topic);
  const written = (text: string | undefined) =>
    text ? <Typed text={text} /> : <span className="text-quiet">{texts.notWritten}</span>;
  return (
    <section className="section" aria-labelledby="management">
      <h2 id="management" className="heading">
        {texts.management}
      </h2>
      <TableScroll label={texts.management}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.management}</th>
              <th scope="col">{texts.situation}</th>
              <th scope="col">{texts.problems}</th>
            </tr>
          </thead>
          <tbody>
            {fundManagementTopics.map((topic) => (
              <tr key={topic}>
                <th scope="row">{names[topic]}</th>
                <td className="wrap">{written(rowOf(topic)?.situation)}</td>
                <td className="wrap">{written(rowOf(topic)?.problems)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {!locked && (
        <details className="change screen-only">
          <summary>{texts.managementForm}</summary>
          <ChangeForm action={assessmentAction(id, "management")} words={changeFormWords(form)}>
            {fundManagementTopics.map((topic) => (
              <div key={topic} className="whole topic-fields">
                {(["situation", "problems"] as const).map((part) => (
                  <TextArea
                    key={part}
                    name={`${topic}_${part}`}
                    shown={form}
                    label={fill(texts.budgetRow, { source: names[topic], column: texts[part] })}
                    value={rowOf(topic)?.[part]}
                    rows={2}
                  />
                ))}
              </div>
            ))}
            <Attribution shown={form} seen={revision} reason={texts.entryReason} />
          </ChangeForm>
        </details>
      )}
    </section>
  );
}
