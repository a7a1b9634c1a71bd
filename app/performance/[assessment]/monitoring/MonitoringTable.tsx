import type { IndicatorView, MonitoredIndicator, Monitoring } from "@/assessments/index";
import { TableScroll } from "@/components/TableScroll";
import { Typed } from "@/components/Typed";
import { fill } from "@/messages/fill";
import { indicatorValue } from "@/messages/indicatorValues";
import { indicatorPath, monitoringPath } from "../../places";
import type { AssessmentShown } from "../../shown";
import { ActualValue, TargetValue } from "../../Values";

/** 绩效运行监控表: a row an indicator. What a person entered stands; what the system suggests is said to be that. */
export function MonitoringTable(props: { shown: AssessmentShown; monitoring: Monitoring; months: string }) {
  const { shown, monitoring, months } = props;
  const { view, words, locked } = shown;
  const { performancePages: texts } = words;
  const { columns } = texts;
  return (
    <section className="section long" aria-labelledby="indicators">
      <h2 id="indicators" className="heading">
        {texts.monitoringTitle}
      </h2>
      <TableScroll label={texts.monitoringTitle}>
        <table className="table data-table indicator-table">
          <thead>
            <tr>
              <th scope="col">{columns.indicator}</th>
              <th scope="col" className="number">
                {columns.target}
              </th>
              <th scope="col" className="number">
                {months ? fill(texts.executedSoFar, { months }) : columns.actual}
              </th>
              <th scope="col" className="number">
                {texts.expectedAll}
              </th>
              <th scope="col">{texts.chance}</th>
              <th scope="col">{texts.cause}</th>
              <th scope="col">{texts.remarkColumn}</th>
              {!locked && (
                <th scope="col" className="screen-only">
                  <span className="sr-only">{texts.monitoringForm}</span>
                </th>
              )}
            </tr>
          </thead>
          {view.sections.map(({ name, indicators }) => (
            <tbody key={name}>
              <tr className="subtotal">
                <th scope="rowgroup" colSpan={7}>
                  <Typed text={name} />
                </th>
                {!locked && <td className="screen-only" />}
              </tr>
              {indicators.map((row) => {
                const own = monitoring.indicators.find(({ code }) => code === row.indicator.code)!;
                return <Row key={own.code} shown={shown} row={row} own={own} />;
              })}
            </tbody>
          ))}
        </table>
      </TableScroll>
      <p className="note">{words.indicators.provisionalValues}</p>
    </section>
  );
}

function Row({ shown, row, own }: { shown: AssessmentShown; row: IndicatorView; own: MonitoredIndicator }) {
  const { view, words, locked } = shown;
  const { performancePages: texts } = words;
  const { indicator } = row;
  const { id } = view.assessment;
  const { entered, suggested } = own;
  return (
    <tr>
      <th scope="row" className="wrap frozen">
        <a className="link" href={indicatorPath(id, indicator.code)}>
          <Typed text={indicator.name} />
        </a>
      </th>
      <td className={indicator.unit === "text" ? "wrap target" : "number"}>
        <TargetValue row={row} words={words} />
      </td>
      <td className="number">
        <ActualValue row={row} shown={shown} />
      </td>
      <td className="number">
        <ExpectedValue shown={shown} row={row} own={own} />
      </td>
      <td>
        {entered ? words.attainmentChances[entered.chance] : <span className="text-quiet">{texts.notWatched}</span>}
        {suggested && (!entered || entered.chance !== suggested.chance) && (
          <span className="note block">
            {fill(texts.suggestedChance, { chance: words.attainmentChances[suggested.chance] })}
            {words.shell.separator}
            {words.chanceReasons[suggested.because]}
          </span>
        )}
      </td>
      <td>{entered?.cause && words.deviationCauses[entered.cause]}</td>
      <td className="wrap">{entered?.remark && <Typed text={entered.remark} />}</td>
      {!locked && (
        <td className="screen-only">
          <a className="link" href={`${monitoringPath(id)}?indicator=${indicator.code}#monitor`}>
            {texts.chooseIndicator}
          </a>
        </td>
      )}
    </tr>
  );
}

/** What somebody expects, else what the projection, the pace or the present say, with its interval. */
function ExpectedValue({ shown, row, own }: { shown: AssessmentShown; row: IndicatorView; own: MonitoredIndicator }) {
  const { words } = shown;
  const { performancePages: texts, shell } = words;
  const { unit } = row.indicator;
  const { entered, expected } = own;
  const written = (value: string) => indicatorValue(value, unit, words);
  if (entered?.expected !== undefined)
    return (
      <>
        {written(entered.expected)}
        <span className="note block">{texts.expectedEntered}</span>
      </>
    );
  if (!expected) return shell.noValue;
  const { by, value, low, high } = expected;
  return (
    <>
      {written(value)}
      <span className="note block">
        {texts.expectedBy[by]}
        {low !== null &&
          high !== null &&
          shell.separator + fill(texts.expectedInterval, { low: written(low), high: written(high) })}
      </span>
    </>
  );
}
