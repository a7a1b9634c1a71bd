import { ComparedBars } from "@/components/charts/ComparedBars";
import { tierStep } from "@/components/charts/scale";
import type { Tier } from "@/domain/dimensions";
import { decimal } from "@/domain/money";
import type { AnswerRow, Figure } from "@/figures/question";
import { fill } from "@/messages/fill";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { hasAny } from "@/reports/tables/members";
import { inpatients } from "@/reports/why";
import type { Writer } from "../writing";

/** What a stay costs in each tier, this period and the compared one. */
export function FeeChart({ tiers, writer }: { tiers: readonly AnswerRow[]; writer: Writer }) {
  const { volume: words } = writer.words;
  const shown = tiers.filter((row) => hasAny(row, feePerCase.id));
  const title = titleOf(shown, writer);
  const sizeOf = (values: Readonly<Record<string, Figure>>) => values[feePerCase.id]?.value ?? null;
  return (
    <div className="fee-chart keep-together">
      <h3 className="heading">
        {title}
        <span className="note">{words.feeUnit}</span>
      </h3>
      <ComparedBars
        bars={shown.map(({ key, values, compare }) => {
          const tier = key.tier ?? "";
          const place = { form: "table", where: { ...inpatients, tier: [tier] } } as const;
          return {
            id: tier,
            label: writer.member("tier", tier),
            step: tierStep(tier as Tier),
            now: { size: sizeOf(values), figure: writer.figure(values, feePerCase, place) },
            before: compare && {
              size: sizeOf(compare.values),
              figure: writer.figure(compare.values, feePerCase, { ...place, period: writer.scope.compare! }),
            },
          };
        })}
        words={{ summary: `${title} ${words.feeUnit}`, now: words.now, before: words.before }}
      />
    </div>
  );
}

/** Which tiers became dearer and which cheaper. */
function titleOf(tiers: readonly AnswerRow[], writer: Writer): string {
  const { volume: words, shell } = writer.words;
  const moved = (isMeant: (change: string) => boolean) =>
    tiers
      .filter(({ compare }) => {
        const change = compare?.change[feePerCase.id];
        return change != null && isMeant(change);
      })
      .map(({ key }) => writer.member("tier", key.tier ?? ""))
      .join(shell.and);
  const up = moved((change) => decimal(change).greaterThan(0));
  const down = moved((change) => decimal(change).lessThan(0));
  if (up && down) return fill(words.feeTitleBoth, { up, down });
  return up ? fill(words.feeTitleUp, { up }) : down ? fill(words.feeTitleDown, { down }) : words.feeTitle;
}
