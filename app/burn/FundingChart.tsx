import { type ComparedBar, ComparedBars } from "@/components/charts/ComparedBars";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { decimal } from "@/domain/money";
import { dueLines } from "@/reports/tables/fundingRows";
import type { Writer } from "../writing";
import type { Burn } from "./burn";

const place = { unfiltered: true, form: "table" } as const;

/** Money in place beside what is due, line by line; nothing without a plan. */
export function FundingChart({ burn, writer }: { burn: Burn; writer: Writer }) {
  const { burn: words } = writer.words;
  const bars = barsOf(burn, writer);
  if (bars.length === 0) return null;
  const title = titleOf(burn, writer);
  return (
    <div className="funding-chart">
      <h3 className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.fundingUnit}</span>
      </h3>
      <ComparedBars
        bars={bars}
        words={{
          summary: `${sentenceInPlainText(title)} ${words.fundingUnit}`,
          now: words.inPlaceShort,
          before: words.plannedShort,
        }}
      />
    </div>
  );
}

function barsOf({ funding: { values } }: Burn, writer: Writer): ComparedBar[] {
  return dueLines.flatMap(({ id, metrics: { planned, in_place } }) => {
    if (!planned || !in_place || values[planned.id]?.value == null) return [];
    const bar = (metric: typeof planned) => ({
      size: values[metric.id]?.value ?? null,
      figure: writer.figure(values, metric, place),
    });
    return [{ id, label: writer.words.tables.funding.rows[id], now: bar(in_place), before: bar(planned) }];
  });
}

/** The line of which least is in place. */
function titleOf({ funding: { values } }: Burn, writer: Writer): Sentence {
  const { burn: words } = writer.words;
  const rates = dueLines.flatMap(({ metrics: { rate } }) => {
    const value = rate && values[rate.id]?.value;
    return value != null ? [{ rate: rate!, value: decimal(value) }] : [];
  });
  const [lowest] = rates.sort((a, b) => a.value.comparedTo(b.value));
  if (!lowest) return [{ template: words.fundingPlain, values: {} }];
  const { zh, en } = lowest.rate.label;
  return [
    {
      template: words.fundingTitle,
      values: { label: writer.language === "en" ? en : zh, rate: writer.figure(values, lowest.rate, place) },
    },
  ];
}
