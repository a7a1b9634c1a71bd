import { ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import type { Rubric } from "@/domain/rubric";
import { fill } from "@/messages/fill";
import type { SettingsShown } from "../shown";
import { rubricHref } from "./address";
import { countsInWords, documentInWords, marksInWords, yearsInWords } from "./words";

/** Rubrics, a line each: what they count, when they hold, where they come from. */
export function RubricsTable(props: { shown: SettingsShown; rubrics: readonly Rubric[]; own: readonly Rubric[] }) {
  const { shown, rubrics, own } = props;
  const { words, region } = shown;
  const { rubricPages: texts, rubricForms, localRules } = words;
  const isOwn = (rubric: Rubric) => own.includes(rubric);
  return (
    <ScrollTable label={texts.title} heads={Object.values(texts.columns)}>
      {rubrics.map((rubric) => (
        <tr key={rubric.id}>
          <th scope="row" className="wrap">
            <a className="link" href={rubricHref(rubric.id, region.code)}>
              <Typed text={rubric.title} />
            </a>
          </th>
          <td className="wrap">{rubricForms[rubric.form]}</td>
          <td>{marksInWords(rubric, words)}</td>
          <td>{countsInWords(rubric, words)}</td>
          <td>{yearsInWords(rubric, words)}</td>
          <td>{fill(texts.version, { version: rubric.version })}</td>
          <td className="wrap">
            <Typed text={documentInWords(rubric, words)} />
            {!rubric.source.confirmed && <div className="note">{localRules.unconfirmed}</div>}
          </td>
          <td>{isOwn(rubric) ? texts.own : texts.shipped}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
