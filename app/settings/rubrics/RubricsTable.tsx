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
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/useSemanticElements: no field set, and not a landmark: its section is one already.
    <div className="table-scroll" tabIndex={0} role="group" aria-label={texts.title}>
      <table className="table">
        <thead>
          <tr>
            {Object.values(texts.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </div>
  );
}
