import { FigureValue } from "@/components/FigureValue";
import { lastDayOf, type Month } from "@/domain/period";
import { fill } from "@/messages/fill";
import { monthList } from "@/messages/monthList";
import accumulatedSurplus from "@/metrics/definitions/accumulated_surplus_amount";
import subsidyInPlaceRate from "@/metrics/definitions/subsidy_in_place_rate";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";

/** What the figures stand on: money in place, surplus, how far the data reaches, what is held. */
export function Foot(props: { overview: Overview; writer: Writer; lastMonth: Month; heldRows: number }) {
  const { overview, writer, lastMonth, heldRows } = props;
  const { overview: words, shell } = writer.words;
  const { values } = overview.whole;
  const notEntered = values.accumulated_surplus_amount?.reason === "no_opening_surplus";
  const surplus = writer.figure(values, accumulatedSurplus);
  return (
    <footer className="foot">
      <dl>
        <div>
          <dt>{words.subsidyInPlace}</dt>
          <dd>
            <FigureValue figure={writer.figure(values, subsidyInPlaceRate)} />
          </dd>
        </div>
        <div>
          <dt>{words.surplus}</dt>
          <dd>
            <FigureValue figure={notEntered ? { ...surplus, text: words.notEntered } : surplus} />
          </dd>
        </div>
        <div>
          <dt>{words.dataUntil}</dt>
          <dd>{lastDayOf(lastMonth)}</dd>
        </div>
        <div>
          <dt>{words.held}</dt>
          <dd>
            <a className="figure" href={scopedHref("/data", writer.scope)}>
              {fill(words.heldRows, { rows: heldRows })}
            </a>
          </dd>
        </div>
      </dl>
      <p className="note">{shell.settledNote}</p>
      {overview.missingMonths.length > 0 && (
        <p className="note">
          {fill(words.missingMonths, {
            months: monthList(overview.missingMonths, writer.language),
          })}
        </p>
      )}
    </footer>
  );
}
