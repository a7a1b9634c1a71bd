import { SplitBar, swatches } from "@/components/charts/SplitBar";
import { FigureValue } from "@/components/FigureValue";
import { type Sentence, SentenceText } from "@/components/SentenceText";
import { type ComparabilityEvent, eventOf } from "@/domain/comparabilityEvents";
import { type Decimal, decimal, sum } from "@/domain/money";
import type { AnswerRow, Filter } from "@/figures/question";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import { eventInWords } from "@/reports/localRules";
import { outlierSentence } from "../outlierSentence";
import { routes } from "../routes";
import { scopedHref } from "../scope";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";

interface Part {
  readonly label: string;
  readonly change: Decimal;
  readonly where: Filter;
  /** The page that answers the next question. */
  readonly href?: string;
  /** A change of rules that forbids a plain comparison, in words. */
  readonly event?: string;
}

/** Where the increase went: one split that adds up, then other angles that do not. */
export function Split(props: {
  overview: Overview;
  writer: Writer;
  institutionName: string | null;
  events: readonly ComparabilityEvent[];
}) {
  const { overview, writer, events } = props;
  const { overview: words } = writer.words;
  const change = overview.whole.compare?.change.pool_pay_amount;
  if (change == null) return null;
  const total = decimal(change);
  const parts = overview.classes.map((row) => partOf(row, events, writer));
  const heading: Sentence = [
    {
      template: total.isNegative() ? words.splitDown : words.splitUp,
      values: { change: writer.value(total.abs(), poolPay, { reading: "change" }) },
    },
  ];
  return (
    <section aria-labelledby="split-title" className="keep-together">
      <h2 id="split-title" className="heading">
        <SentenceText sentence={heading} />
        <span className="note">{words.splitNote}</span>
      </h2>
      <SplitBar
        parts={parts.map((part) => part.change.toString())}
        summary={fill(words.splitSummary, { parts: parts.map(({ label }) => label).join(writer.words.shell.and) })}
      />
      <table className="table compact parts">
        <PartColumns />
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.splitPart}</th>
            <th scope="col">{words.splitChange}</th>
            <th scope="col">{words.splitShare}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <PartRow key={part.label} part={part} total={total} writer={writer} swatch={swatches[index]} />
          ))}
        </tbody>
        <tfoot>
          <PartRow part={{ label: words.splitTotal, change: total, where: {} }} total={total} writer={writer} />
        </tfoot>
      </table>
      {!printedPartsAddUp(parts, total, writer) && <p className="note">{words.roundingNote}</p>}
      <Angles {...props} total={total} />
    </section>
  );
}

function partOf(row: AnswerRow, events: readonly ComparabilityEvent[], writer: Writer): Part {
  const visitClass = row.key.visit_class ?? "unclassified";
  const now = decimal(row.values.pool_pay_amount?.value ?? "0");
  const then = decimal(row.compare?.values.pool_pay_amount?.value ?? "0");
  const event = eventOf(events, visitClass);
  return {
    event: event && eventInWords(event, writer),
    label: writer.member("visit_class", visitClass),
    change: now.minus(then),
    where: { visit_class: [visitClass] },
    href: deeperOf(visitClass, writer),
  };
}

/** Inpatients have a page that says why; the others are seen among the fund's payments, filtered to them. */
function deeperOf(visitClass: string, { scope }: Writer): string {
  if (visitClass === "inpatient") return scopedHref(routes.volume, scope);
  return scopedHref(routes.burn, { ...scope, where: { ...scope.where, visit_class: [visitClass] } });
}

/** Actual figures are never adjusted: where the printed parts miss the printed total, a note says so. */
function printedPartsAddUp(parts: readonly Part[], total: Decimal, { language }: Writer): boolean {
  const printed = (amount: Decimal) => amount.div(moneyUnit(language)).toDecimalPlaces(2);
  return sum(parts.map((part) => printed(part.change))).equals(printed(total));
}

function PartColumns() {
  return (
    <colgroup>
      <col />
      <col className="part-change" />
      <col className="part-share" />
    </colgroup>
  );
}

function PartRow(props: { part: Part; total: Decimal; writer: Writer; swatch?: string }) {
  const { part, total, writer, swatch } = props;
  const { where, change } = part;
  const share = total.isZero() ? null : change.div(total);
  return (
    <tr>
      <th scope="row" className="wrap">
        {swatch && <span className={`swatch ${swatch}`} aria-hidden="true" />}
        {part.href ? (
          <a className="deeper" href={part.href}>
            {part.label}
          </a>
        ) : (
          part.label
        )}
        {part.event && (
          <span className="badge ml-2" title={part.event}>
            {writer.words.overview.notComparable}
          </span>
        )}
      </th>
      <td className="number">
        <FigureValue
          figure={writer.value(change, poolPay, { form: "table", signed: true, where, reading: "change" })}
        />
      </td>
      <td className="number">
        <FigureValue figure={writer.value(share, poolPay, { where, reading: "share_of_change", unit: "percent" })} />
      </td>
    </tr>
  );
}

function Angles({ overview, writer, total, institutionName }: Parameters<typeof Split>[0] & { total: Decimal }) {
  const { overview: words, hardshipStatuses } = writer.words;
  const { scope } = writer;
  const { tier, status, outlier } = overview;
  const parts: Part[] = [];
  if (tier) {
    parts.push({
      label: words.angleTier[tier.member],
      change: tier.change,
      where: { ...inpatient, tier: [tier.member] },
      href: scopedHref(routes.institutions, { ...scope, where: { ...scope.where, tier: [tier.member] } }),
    });
  }
  if (status) {
    parts.push({
      label: fill(words.angleStatus, { status: hardshipStatuses[status.member] }),
      change: status.change,
      where: { ...inpatient, hardship_status: [status.member] },
      href: scopedHref(routes.hardship, scope),
    });
  }
  if (parts.length === 0 && !outlier) return null;
  return (
    <>
      <h3 className="heading angles">
        {words.anglesTitle}
        <span className="note">{words.anglesNote}</span>
      </h3>
      <table className="table compact parts">
        <PartColumns />
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.splitPart}</th>
            <th scope="col">{words.splitChange}</th>
            <th scope="col">{words.splitShare}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartRow key={part.label} part={part} total={total} writer={writer} />
          ))}
        </tbody>
      </table>
      {outlier && (
        <p className="outlier">
          <SentenceText sentence={outlierSentence(outlier, writer, institutionName)} />
        </p>
      )}
    </>
  );
}
