import { ComparedBars } from "@/components/charts/ComparedBars";
import { tierStep } from "@/components/charts/scale";
import type { Tier } from "@/domain/dimensions";
import type { AnswerRow, Figure } from "@/figures/question";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { hasAny } from "@/reports/tables/members";
import { inpatients } from "@/reports/why";
import type { Writer } from "../writing";

/** What a stay costs in each tier, this period and the compared one. */
export function FeeChart({ tiers, writer }: { tiers: readonly AnswerRow[]; writer: Writer }) {
  const { volume: words } = writer.words;
  const bars = tiers.filter((row) => hasAny(row, feePerCase.id));
  const sizeOf = (values: Readonly<Record<string, Figure>>) => values[feePerCase.id]?.value ?? null;
  return (
    <div className="fee-chart keep-together">
      <p className="note">
        {words.feeBars}（{words.feeBarsUnit}）
      </p>
      <ComparedBars
        bars={bars.map(({ key, values, compare }) => {
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
        words={{ summary: `${words.feeBars} ${words.feeBarsUnit}`, now: words.now, before: words.before }}
      />
    </div>
  );
}
