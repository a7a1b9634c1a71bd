import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import type { Dimension } from "@/domain/dimensions";
import type { Indicator, Rubric, RubricSection } from "@/domain/rubric";
import { actualKinds } from "@/domain/scoring/scored";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/index";
import { indicatorValue, targetText } from "@/messages/indicatorValues";
import { memberName } from "@/reports/tables/members";
import { routes } from "../../../routes";
import type { SettingsShown } from "../../shown";
import { metricNamesIn } from "../metricNames";

/** The indicators of a rubric by section, with the sum of what they are worth. */
export function IndicatorsTable({ rubric, shown }: { rubric: Rubric; shown: SettingsShown }) {
  const { rubricPages: texts } = shown.words;
  const hasMarks = rubric.marks !== undefined;
  const columns = Object.entries(texts.indicatorColumns).filter(([column]) => hasMarks || column !== "marks");
  const indicators = rubric.sections.reduce((all, section) => all + section.indicators.length, 0);
  return (
    <TableScroll label={rubric.title}>
      <table className="table rubric-table">
        <thead>
          <tr>
            {columns.map(([column, name]) => (
              <th key={column} scope="col" className={column === "marks" ? "number" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {rubric.sections.map((section) => (
          <SectionRows key={section.name} section={section} columns={columns.length} shown={shown} />
        ))}
        <tfoot>
          <tr>
            <th scope="row">{texts.total}</th>
            <td>{fill(texts.totalIndicators, { indicators })}</td>
            {hasMarks && <td className="number">{rubric.marks}</td>}
            <td colSpan={columns.length - (hasMarks ? 3 : 2)} />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function SectionRows(props: { section: RubricSection; columns: number; shown: SettingsShown }) {
  const { section, columns, shown } = props;
  const { rubricPages: texts } = shown.words;
  const { name, marks, bonus, indicators } = section;
  const title = bonus ? fill(texts.bonusSection, { name }) : name;
  return (
    <tbody>
      <tr className="rubric-section">
        <th scope="rowgroup" colSpan={marks === undefined ? columns : 2}>
          <Typed text={title} />
        </th>
        {marks !== undefined && (
          <>
            <td className="number">{marks}</td>
            <td colSpan={columns - 3} />
          </>
        )}
      </tr>
      {indicators.map((indicator) => (
        <IndicatorRow key={indicator.code} indicator={indicator} shown={shown} />
      ))}
    </tbody>
  );
}

function IndicatorRow({ indicator, shown }: { indicator: Indicator; shown: SettingsShown }) {
  const { words } = shown;
  const { rubricPages: texts, scoringRules } = words;
  const { name, group, marks, target, targetParts, scoring, unit, evidenceRequired, responsible } = indicator;
  const missing = actualKinds[scoring.rule] === "number" ? texts.perYear : words.shell.noValue;
  return (
    <tr>
      <td>
        <Typed text={group} />
      </td>
      <th scope="row" className="wrap">
        <Typed text={name} />
      </th>
      {marks !== undefined && <td className="number">{marks}</td>}
      <td className="wrap">
        {target === undefined ? missing : <Typed text={targetText(indicator, target, words)} />}
        {targetParts && (
          <div className="note">
            <Typed
              text={targetParts.map((part) => `${part.name} ${indicatorValue(part.value, unit, words)}`).join(" + ")}
            />
          </div>
        )}
      </td>
      <td className="wrap">
        {scoringRules[scoring.rule].name}
        {detailsOf(indicator, words).map((detail) => (
          <div key={detail} className="note">
            <Typed text={detail} />
          </div>
        ))}
      </td>
      <td className="wrap">
        <SourceCell indicator={indicator} shown={shown} />
      </td>
      <td>{evidenceRequired ? texts.evidenceRequired : texts.evidenceOptional}</td>
      <td>{responsible === undefined ? words.shell.noValue : <Typed text={responsible} />}</td>
    </tr>
  );
}

/** What a rule says beyond its name. */
function detailsOf({ scoring, unit }: Indicator, words: Messages): string[] {
  const { rubricPages: texts } = words;
  const shown = (value: string) => indicatorValue(value, unit, words);
  if (scoring.rule === "higher_is_better") {
    return scoring.floor === undefined ? [] : [fill(texts.floor, { floor: shown(scoring.floor) })];
  }
  if (scoring.rule === "bands") {
    return scoring.steps.map(({ atLeast, share }) =>
      fill(texts.band, { from: shown(atLeast), share: indicatorValue(share, "percent", words) }),
    );
  }
  if (scoring.rule !== "deduction") return [];
  return scoring.findings.map(({ name, marksOff }) => fill(texts.finding, { name, marks: marksOff }));
}

function SourceCell({ indicator: { source }, shown }: { indicator: Indicator; shown: SettingsShown }) {
  const { words, language } = shown;
  const { rubricPages: texts, shell } = words;
  if ("entered" in source) {
    return (
      <>
        {texts.enteredSource}
        <div className="note">
          <Typed text={source.entered} />
        </div>
      </>
    );
  }
  const naming = { words, language, institutions: new Map() };
  const narrowed = Object.entries(source.where ?? {}).flatMap(([dimension, kept]) =>
    kept.map((member) => memberName(dimension as Dimension, member, naming)),
  );
  return (
    <>
      <a className="link" href={`${routes.metrics}/${source.metric}`}>
        {metricNamesIn(language).nameOf(source.metric)}
      </a>
      <div className="note">
        {texts.metricSource}
        {narrowed.length > 0 && `${shell.separator}${fill(texts.narrowed, { members: narrowed.join(shell.and) })}`}
      </div>
    </>
  );
}
