import { FanChart } from "@/components/charts/FanChart";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import type { Month } from "@/domain/period";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import { monthName, monthShort } from "@/messages/period";
import { readItem, type View } from "@/reports/projection/items";
import { lastYearBy } from "@/reports/tables/projectionPath";
import type { Writer } from "../writing";
import { fanOf, pathOf, pointOf } from "./fan";
import { isAbove, say } from "./prose";
import { availableOf } from "./sentences";

/** The year added up month by month, with the fan of where it may end; `changed` is the same with levers pulled. */
export function FanSection(props: { view: View; changed: View | null; writer: Writer }) {
  const { view, changed, writer } = props;
  const { chart: words } = writer.words.projection;
  const { overview } = writer.words;
  const title = titleOf(view, writer);
  const { fund } = view.forecast.point;
  const { months } = view.forecast.projection;
  const fan = fanOf(view, [95, 80, 50], writer, changed ?? undefined);
  const today = months.findLast(({ state }) => state === "known")?.month;
  const newest = months.findLast(({ reported }) => reported !== null)?.month;
  return (
    <section className="chart fan keep-together" aria-labelledby="fan-title">
      <h2 id="fan-title" className="heading">
        <SentenceText sentence={title} />
        <span className="note">
          {words.unit}
          {fan && fan.bands.length > 0 && ` · ${words.band}`}
        </span>
      </h2>
      <FanChart
        thisYear={pathOf(view, true, writer)}
        lastYear={months.flatMap(({ month }) => pointOf(lastYearBy(month, view), writer))}
        available={fund && { yuan: fund.available.toString(), figure: availableOf(view, writer, "table") }}
        seasonal={months.flatMap(({ month }) => readItem(view, `seasonal.${month}`).value?.toString() ?? [])}
        fan={fan}
        named={80}
        tall
        unit={moneyUnit(writer.language)}
        words={{
          ...words,
          summary: fill(words.summary, { title: sentenceInPlainText(title), unit: words.unit }),
          today: today ? fill(words.today, { month: monthName(Number(today.slice(5)), writer.language) }) : "",
          available: overview.curveAvailable,
          control: overview.curveControl,
          lastYear: overview.curveLastYear,
          months: Array.from({ length: 12 }, (_, index) => monthShort(index + 1, writer.language)),
        }}
      />
      <p className="note">
        <a className="link screen-only" href="#projection_path">
          {words.toTable}
        </a>{" "}
        {newest && <SentenceText sentence={completeness(view, newest, writer)} />}
      </p>
    </section>
  );
}

/** How complete the newest month is; what is still expected of the settled ones is in the curve. */
function completeness(view: View, month: Month, writer: Writer): Sentence {
  const { chart: words } = writer.words.projection;
  if (!view.forecast.completeness.learnt) return [{ template: words.notLearnt, values: {} }];
  const values = {
    month: monthName(Number(month.slice(5)), writer.language),
    completeness: say(view, `completeness.${month}`, writer),
    late: say(view, "late", writer),
  };
  return [{ template: words.complete, values }];
}

function titleOf(view: View, writer: Writer): Sentence {
  const { chart: words } = writer.words.projection;
  const over = isAbove(view, "overrun");
  if (over === null) return [{ template: words.titlePlain, values: { total: say(view, "total", writer) } }];
  const amount = say(view, "overrun", writer, { bare: true });
  const end = view.outcome.fund?.end;
  if (!over || !end || end.kind === "lasts") return [{ template: words.titleWithin, values: { left: amount } }];
  const month = monthName(Number(end.month.slice(5)), writer.language);
  return [
    { template: end.kind === "ends" ? words.titleOver : words.titleExceeded, values: { month, overrun: amount } },
  ];
}
