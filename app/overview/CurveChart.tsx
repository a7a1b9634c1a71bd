import { type CurvePoint, FanChart } from "@/components/charts/FanChart";
import { FigureValue } from "@/components/FigureValue";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { TableScroll } from "@/components/TableScroll";
import { decimal } from "@/domain/money";
import { lastMonth } from "@/domain/period";
import { moneyUnit } from "@/messages/numbers";
import { monthName, monthShort } from "@/messages/period";
import burnRate from "@/metrics/definitions/burn_rate";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";
import { type Curve, curveOf } from "./curve";

/** The year's payments added up, as a picture, and the same as a table behind it. */
export function CurveChart({ overview, writer }: { overview: Overview; writer: Writer }) {
  const { overview: words, dimensions, projection } = writer.words;
  const { chart: fanWords } = projection;
  const curve = curveOf(overview, writer);
  const title = titleOf(overview, writer);
  const monthNames = Array.from({ length: 12 }, (_, index) => monthShort(index + 1, writer.language));
  return (
    <section className="chart keep-together" aria-labelledby="curve-title">
      <h2 id="curve-title" className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.curveUnit}</span>
      </h2>
      <FanChart
        thisYear={curve.thisYear}
        lastYear={curve.lastYear}
        available={curve.available}
        fan={curve.fan}
        unit={moneyUnit(writer.language)}
        words={{
          ...fanWords,
          summary: `${sentenceInPlainText(title)} ${words.curveUnit}`,
          today: "",
          available: words.curveAvailable,
          control: words.curveControl,
          lastYear: words.curveLastYear,
          months: monthNames,
        }}
      />
      <details className="screen-only">
        <summary>
          <span className="when-closed">{words.curveTable}</span>
          <span className="when-open">{words.curvePicture}</span>
        </summary>
        <TableScroll label={words.curveTable}>
          <CurveTable curve={curve} words={{ ...words, month: dimensions.month }} months={monthNames} />
        </TableScroll>
      </details>
    </section>
  );
}

function titleOf({ whole }: Overview, writer: Writer): Sentence {
  const { overview: words } = writer.words;
  const ahead = whole.values.burn_rate_ahead_of_linear_progress?.value;
  if (ahead == null) return [{ template: words.curvePlain, values: {} }];
  const month = monthName(Number(lastMonth(writer.scope.period).slice(5)), writer.language);
  const template = decimal(ahead).greaterThan(0) ? words.curveAhead : words.curveBehind;
  return [{ template, values: { month, burn: writer.figure(whole.values, burnRate) } }];
}

interface TableWords {
  readonly month: string;
  readonly curveThisYear: string;
  readonly curveLastYearSum: string;
  readonly curveControlSum: string;
}

function CurveTable({ curve, words, months }: { curve: Curve; words: TableWords; months: readonly string[] }) {
  const columns: [string, readonly CurvePoint[]][] = [
    [words.curveThisYear, curve.thisYear],
    [words.curveLastYearSum, curve.lastYear],
    [words.curveControlSum, curve.control],
  ];
  return (
    <table className="table compact">
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.map((month, index) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            {columns.map(([name, points]) => (
              <td key={name} className="number">
                {points[index] && <FigureValue figure={points[index].figure} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
