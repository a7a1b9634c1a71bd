import type { SectionView } from "@/assessments/index";
import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import { indicatorValue } from "@/messages/indicatorValues";
import { indicatorPath } from "../places";
import type { AssessmentShown } from "../shown";
import { ActualValue, Flags, pointsOrNone, TargetValue } from "../Values";

/** 绩效指标: sections, groups and indicators as the form has them; an indicator's name leads to how its points came about. */
export function IndicatorTable({ shown }: { shown: AssessmentShown }) {
  const { view, words } = shown;
  const { performancePages: texts } = words;
  const { columns } = texts;
  const hasPoints = view.rubric.marks !== undefined;
  return (
    <section className="section long" aria-labelledby="indicators">
      <h2 id="indicators" className="heading">
        {texts.heat}
      </h2>
      <TableScroll label={texts.heat}>
        <table className="table data-table indicator-table">
          <thead>
            <tr>
              <th scope="col" className="group-cell">
                {columns.group}
              </th>
              <th scope="col">{columns.indicator}</th>
              <th scope="col" className="number">
                {columns.target}
              </th>
              <th scope="col" className="number">
                {columns.actual}
              </th>
              {hasPoints ? (
                <>
                  <th scope="col" className="number">
                    {columns.full}
                  </th>
                  <th scope="col" className="number">
                    {columns.points}
                  </th>
                </>
              ) : (
                <th scope="col" className="number">
                  {columns.attainment}
                </th>
              )}
              <th scope="col">{columns.flags}</th>
            </tr>
          </thead>
          {view.sections.map((section) => (
            <SectionRows key={section.name} section={section} shown={shown} />
          ))}
          {hasPoints && <Sum shown={shown} />}
        </table>
      </TableScroll>
    </section>
  );
}

function SectionRows({ section, shown }: { section: SectionView; shown: AssessmentShown }) {
  const { view, words } = shown;
  const { performancePages: texts, shell } = words;
  const hasPoints = view.rubric.marks !== undefined;
  return (
    <tbody>
      <tr className="subtotal">
        <th scope="rowgroup" colSpan={4}>
          <Typed text={section.name} />
          {section.bonus && texts.bonus}
        </th>
        {hasPoints && (
          <>
            <td className="number">{section.full}</td>
            <td className="number">{pointsOrNone(section.points, words)}</td>
          </>
        )}
        <td colSpan={hasPoints ? 1 : 2} />
      </tr>
      {section.indicators.map((row, index) => {
        const { indicator, scored } = row;
        const isFirst = indicator.group !== section.indicators[index - 1]?.indicator.group;
        return (
          <tr key={indicator.code}>
            <td className="group-cell">{isFirst && <Typed text={indicator.group} />}</td>
            <th scope="row" className="wrap frozen">
              <a className="link" href={indicatorPath(view.assessment.id, indicator.code)}>
                <Typed text={indicator.name} />
              </a>
            </th>
            <td className={indicator.unit === "text" ? "wrap target" : "number"}>
              <TargetValue row={row} words={words} />
            </td>
            <td className="number">
              <ActualValue row={row} shown={shown} />
            </td>
            {hasPoints ? (
              <>
                <td className="number">{scored.full ?? shell.noValue}</td>
                <td className="number">{pointsOrNone(scored.points, words)}</td>
              </>
            ) : (
              <td className="number">
                {scored.attainment === null ? shell.noValue : indicatorValue(scored.attainment, "percent", words)}
              </td>
            )}
            <td className="flags-cell">
              <Flags row={row} words={words} />
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** What the sections add up to; a bonus stands on its own line of the result. */
function Sum({ shown: { view, words } }: { shown: AssessmentShown }) {
  const { performancePages: texts } = words;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={4}>
          {texts.sum}
        </th>
        <td className="number">{view.scored.full}</td>
        <td className="number">{pointsOrNone(view.scored.base, words)}</td>
        <td />
      </tr>
    </tfoot>
  );
}
