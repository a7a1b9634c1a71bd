import type { AssessmentView } from "@/assessments/index";
import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { pointsText } from "@/messages/indicatorValues";
import { moment } from "../data/moment";
import { assessmentPath } from "./places";

/** Every assessment shown: whose, by what, where it stands, its score or interval, what is missing. */
export function AssessmentsTable({ views, words }: { views: readonly AssessmentView[]; words: Messages }) {
  const { performancePages: texts } = words;
  return (
    <section className="section long" aria-labelledby="assessments">
      <h2 id="assessments" className="heading">
        {texts.list}
        <span className="note">{texts.listNote}</span>
      </h2>
      <ScrollTable
        label={texts.list}
        heads={[
          { name: texts.project, frozen: true },
          texts.unit,
          texts.yearColumn,
          texts.state,
          { name: texts.total, number: true },
          texts.grade,
          { name: texts.lacking, number: true },
          texts.changed,
        ]}
        className="data-table"
      >
        {views.map((view) => (
          <Row key={view.assessment.id} view={view} words={words} />
        ))}
      </ScrollTable>
      <p className="note">{words.indicators.provisional}</p>
    </section>
  );
}

function Row({ view, words }: { view: AssessmentView; words: Messages }) {
  const { performancePages: texts, shell, assessmentStates } = words;
  const { assessment, rubric, region, scored, missing, changed, submitted } = view;
  return (
    <tr>
      <th scope="row" className="frozen assessment-name">
        <a className="link" href={assessmentPath(assessment.id)}>
          <Typed text={assessment.head.project || rubric.title} />
        </a>
        <span className="note">
          <Typed text={rubric.title} />
        </span>
      </th>
      <td>
        <Typed text={region.name} />
      </td>
      <td>{assessment.year}</td>
      <td>{assessmentStates[assessment.state]}</td>
      <td className="number">
        {scored.total ? pointsText(scored.total, words) : <span className="text-quiet">{texts.noPoints}</span>}
      </td>
      <td>{scored.grade ? <Typed text={scored.grade} /> : shell.noValue}</td>
      <td className="number">
        {submitted
          ? shell.noValue
          : missing.length > 0
            ? fill(texts.lackingCount, { count: missing.length })
            : texts.nothingLacking}
      </td>
      <td className="text-quiet">
        <Typed text={changed.by} /> {moment(changed.at)}
      </td>
    </tr>
  );
}
