import { type ComparedBar, ComparedBars } from "@/components/charts/ComparedBars";
import { tierStep } from "@/components/charts/scale";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { type ComparabilityEvent, eventOf } from "@/domain/comparabilityEvents";
import type { Tier } from "@/domain/dimensions";
import type { AnswerRow, Figure } from "@/figures/question";
import { fill } from "@/messages/fill";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { eventInWords } from "@/reports/localRules";
import { filterTo } from "@/reports/tables/expenditure";
import type { Writer } from "../writing";
import type { Burn } from "./burn";
import { contributions, wholeInWords } from "./contributions";

/** Payments of each part of the chosen cut, this period and the compared one. */
export function PartsChart(props: { burn: Burn; events: readonly ComparabilityEvent[]; writer: Writer }) {
  const { burn, events, writer } = props;
  const { burn: words } = writer.words;
  const title = titleOf(burn, writer);
  return (
    <section className="chart keep-together" aria-labelledby="parts-title">
      <h2 id="parts-title" className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.barsUnit}</span>
      </h2>
      <ComparedBars
        bars={burn.parts.map((row) => barOf(row, burn, events, writer))}
        words={{
          summary: `${sentenceInPlainText(title)} ${words.barsUnit}`,
          now: words.thisPeriod,
          before: words.comparedPeriod,
        }}
        compact={burn.parts.length > 6}
      />
    </section>
  );
}

function barOf(row: AnswerRow, { by }: Burn, events: readonly ComparabilityEvent[], writer: Writer): ComparedBar {
  const member = row.key[by] ?? "";
  const where = filterTo(row.key);
  const place = { form: "table", where } as const;
  const size = (values: Readonly<Record<string, Figure>>) => values[poolPay.id]?.value ?? null;
  const { compare } = row;
  const event = by === "visit_class" && eventOf(events, member);
  return {
    id: member,
    label: (
      <>
        {writer.member(by, member)}
        {event && (
          <span className="badge" title={eventInWords(event, writer)}>
            {writer.words.overview.notComparable}
          </span>
        )}
      </>
    ),
    now: { size: size(row.values), figure: writer.figure(row.values, poolPay, place) },
    before: compare && {
      size: size(compare.values),
      figure: writer.figure(compare.values, poolPay, { ...place, period: writer.scope.compare! }),
    },
    ...(by === "tier" ? { step: tierStep(member as Tier) } : {}),
  };
}

/** The part that moved the total most in its own direction: the one message of the picture. */
function titleOf(burn: Burn, writer: Writer): Sentence {
  const { burn: words, dimensions } = writer.words;
  const found = contributions(burn);
  const [first] = found?.parts ?? [];
  if (!found || !first) return [{ template: fill(words.barsPlain, { dimension: dimensions[burn.by] }), values: {} }];
  return [
    {
      template: words.barsTitle,
      values: {
        name: writer.member(burn.by, first.member),
        whole: wholeInWords(found, writer),
        share: writer.value(first.share, poolPay, {
          where: { [burn.by]: [first.member] },
          reading: "share_of_change",
          unit: "percent",
        }),
      },
    },
  ];
}
