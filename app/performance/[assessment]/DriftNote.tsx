import { numberHeads, ScrollTable } from "@/components/ScrollTable";
import { Typed } from "@/components/Typed";
import { decimal } from "@/domain/money";
import { fill } from "@/messages/fill";
import { indicatorValue } from "@/messages/indicatorValues";
import { valueInUnit } from "@/rubrics/index";
import { indicatorPath } from "../places";
import type { AssessmentShown } from "../shown";

/** 定稿后数据变动提示: what was frozen beside what the data say now. Nothing of the assessment changes. */
export function DriftNote({ shown: { view, words } }: { shown: AssessmentShown }) {
  const { performancePages: texts, shell } = words;
  if (view.drift.length === 0) return null;
  const rows = view.sections.flatMap(({ indicators }) => indicators);
  return (
    <section className="section" aria-labelledby="drift">
      <h2 id="drift" className="heading">
        {texts.drift}
        <span className="note">{texts.driftNote}</span>
      </h2>
      <ScrollTable
        label={texts.drift}
        heads={[texts.indicator, ...numberHeads([texts.driftFrozen, texts.driftNow])]}
        className="narrow"
      >
        {view.drift.map(({ indicator: code, frozen, now }) => {
          const row = rows.find(({ indicator }) => indicator.code === code);
          const written = ({ value, dataVersion }: typeof frozen) =>
            (value === null || !row
              ? shell.noValue
              : indicatorValue(valueInUnit(decimal(value), row.indicator.unit), row.indicator.unit, words)) +
            fill(texts.driftVersion, { version: dataVersion });
          return (
            <tr key={code}>
              <th scope="row">
                <a className="link" href={indicatorPath(view.assessment.id, code)}>
                  <Typed text={row?.indicator.name ?? code} />
                </a>
              </th>
              <td className="number">{written(frozen)}</td>
              <td className="number">{written(now)}</td>
            </tr>
          );
        })}
      </ScrollTable>
    </section>
  );
}
