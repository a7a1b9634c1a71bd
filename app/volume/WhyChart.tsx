import { Waterfall, type WaterfallBar } from "@/components/charts/Waterfall";
import { FigureValue } from "@/components/FigureValue";
import { type Sentence, SentenceText, sentenceInPlainText } from "@/components/SentenceText";
import { fill } from "@/messages/fill";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import { causeLabel, causePlace } from "@/reports/tables/causes";
import type { CellChoice, WhyInpatients } from "@/reports/why";
import type { Writer } from "../writing";

/** From the payments of the compared period to those of this one, cause by cause. */
export function WhyChart({ why, cells, writer }: { why: WhyInpatients; cells: CellChoice; writer: Writer }) {
  const { volume: words, shell } = writer.words;
  const title = titleOf(why, cells, writer);
  const labels = why.causes.map(({ name }) => causeLabel(name, { words: writer.words, choices: { cells } }));
  return (
    <section className="why-chart keep-together" aria-labelledby="why-title">
      <h2 id="why-title" className="heading">
        <SentenceText sentence={title} />
        <span className="note">{words.unit}</span>
      </h2>
      <Waterfall
        bars={barsOf(why, cells, writer)}
        summary={`${sentenceInPlainText(title)} ${fill(words.summary, { causes: labels.join(shell.and) })}`}
      />
    </section>
  );
}

/** The cause that moved the payments most, in the direction of the whole. */
function titleOf({ change, causes }: WhyInpatients, cells: CellChoice, writer: Writer): Sentence {
  const { volume: words } = writer.words;
  if (change.isZero()) return [{ template: words.titleEven, values: {} }];
  const largest = causes.reduce((most, cause) => (cause.share!.greaterThan(most.share!) ? cause : most));
  return [
    {
      template: change.isNegative() ? words.titleDown : words.titleUp,
      values: {
        change: writer.value(change.abs(), poolPay, { where: inpatient, reading: "change" }),
        cause: causeLabel(largest.name, { words: writer.words, choices: { cells } }),
        share: writer.value(largest.share, poolPay, {
          ...causePlace([largest.name], cells),
          reading: "cause_share",
          unit: "percent",
          printed: largest.printedShare!,
        }),
      },
    },
  ];
}

function barsOf({ before, now, causes }: WhyInpatients, cells: CellChoice, writer: Writer): WaterfallBar[] {
  const { volume: words } = writer.words;
  const level = { form: "table", where: inpatient } as const;
  let reached = before;
  const steps = causes.map(({ name, amount, printedAmount, share, printedShare }): WaterfallBar => {
    const from = reached;
    reached = reached.plus(amount);
    const place = { ...causePlace([name], cells), form: "table" } as const;
    const percent = { reading: "cause_share", unit: "percent", form: "prose" } as const;
    return {
      id: name,
      kind: "step",
      label: causeLabel(name, { words: writer.words, choices: { cells } }),
      from: from.toString(),
      to: reached.toString(),
      value: (
        <>
          <FigureValue figure={writer.value(amount, poolPay, { ...place, signed: true, printed: printedAmount })} />
          {share && printedShare && (
            <span className="note">
              <FigureValue figure={writer.value(share, poolPay, { ...place, ...percent, printed: printedShare })} />
            </span>
          )}
        </>
      ),
    };
  });
  return [
    {
      id: "before",
      kind: "before",
      label: words.before,
      from: "0",
      to: before.toString(),
      value: <FigureValue figure={writer.value(before, poolPay, { ...level, period: writer.scope.compare! })} />,
    },
    ...steps,
    {
      id: "now",
      kind: "now",
      label: words.now,
      from: "0",
      to: now.toString(),
      value: <FigureValue figure={writer.value(now, poolPay, level)} />,
    },
  ];
}
