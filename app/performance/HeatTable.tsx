import type { ReactNode } from "react";
import type { AssessmentView, IndicatorView } from "@/assessments/index";
import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { pointsText } from "@/messages/indicatorValues";
import { percent } from "@/messages/numbers";
import { heatCell, heatRows, heatSteps } from "./heat";
import { assessmentPath, indicatorPath } from "./places";

/** 各项指标: a row an indicator, a column a unit and year, the share in figures in every cell and as a step of one hue. */
export function HeatTable({ views, words }: { views: readonly AssessmentView[]; words: Messages }) {
  const { performancePages: texts } = words;
  const columns = [...views].sort(
    (a, b) => a.region.code.localeCompare(b.region.code) || a.assessment.year - b.assessment.year,
  );
  const rows = heatRows(columns);
  const hasPoints = columns.some(({ rubric }) => rubric.marks !== undefined);
  return (
    <section className="section long" aria-labelledby="heat">
      <h2 id="heat" className="heading">
        {texts.heat}
        <span className="note">{hasPoints ? texts.heatPoints : texts.heatAttainment}</span>
      </h2>
      <TableScroll label={texts.heat}>
        <table className="table heat-table">
          <thead>
            <tr>
              <th scope="col" className="frozen">
                {texts.indicator}
              </th>
              {columns.map(({ assessment, region }) => (
                <th key={assessment.id} scope="col" className="number">
                  <a className="link" href={assessmentPath(assessment.id)}>
                    <Typed text={region.name} /> {fill(texts.year, { year: assessment.year })}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, section, cells }, index) => (
              <SectionStart
                key={code}
                section={section === rows[index - 1]?.section ? null : section}
                columns={columns}
              >
                <tr>
                  <th scope="row" className="frozen wrap">
                    <Typed text={name} />
                  </th>
                  {columns.map(({ assessment }) => (
                    <Cell key={assessment.id} id={assessment.id} row={cells.get(assessment.id)} words={words} />
                  ))}
                </tr>
              </SectionStart>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <Key words={words} />
    </section>
  );
}

/** A line with the name of a section above its first indicator. */
function SectionStart(props: { section: string | null; columns: readonly AssessmentView[]; children: ReactNode }) {
  const { section, columns, children } = props;
  return (
    <>
      {section !== null && (
        <tr className="heat-section">
          <th scope="rowgroup" className="frozen">
            <Typed text={section} />
          </th>
          {columns.length > 0 && <td colSpan={columns.length} />}
        </tr>
      )}
      {children}
    </>
  );
}

function Cell({ id, row, words }: { id: string; row: IndicatorView | undefined; words: Messages }) {
  const { indicators, performancePages: texts, shell } = words;
  if (!row) return <td className="number text-quiet">{shell.noValue}</td>;
  const cell = heatCell(row);
  const { points, full } = row.scored;
  const title = points && full ? fill(texts.points, { points: pointsText(points, words), full }) : undefined;
  const text =
    cell.kind === "share"
      ? percent(cell.share).replace("%", "")
      : cell.kind === "pending"
        ? indicators.pending
        : indicators.notApplicable;
  return (
    <td className={cell.kind === "share" ? `number heat-${cell.step}` : "number"}>
      <a className="figure" href={indicatorPath(id, row.indicator.code)} title={title}>
        {text}
      </a>
    </td>
  );
}

/** Which shade stands for which shares. */
function Key({ words }: { words: Messages }) {
  const { performancePages: texts } = words;
  const bounds = heatSteps.map((from) => String(Number(from) * 100));
  const names = [
    fill(texts.heatBelow, { to: bounds[0]! }),
    ...bounds.slice(0, -1).map((from, index) => fill(texts.heatFrom, { from, to: bounds[index + 1]! })),
    fill(texts.heatFull, { from: bounds.at(-1)! }),
  ];
  return (
    <p className="note heat-key">
      {texts.heatKey}
      {names.map((name, step) => (
        <span key={name}>
          <span className={`heat-swatch heat-${step}`} aria-hidden="true" />
          {name}
        </span>
      ))}
      <span>{texts.heatNote}</span>
    </p>
  );
}
