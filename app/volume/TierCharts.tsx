import { ComparedBars } from "@/components/charts/ComparedBars";
import { tierStep } from "@/components/charts/scale";
import type { Tier } from "@/domain/dimensions";
import { decimal } from "@/domain/money";
import type { AnswerRow, Figure } from "@/figures/question";
import { fill } from "@/messages/fill";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { inpatient } from "@/reports/inpatients";
import { hasAny } from "@/reports/tables/members";
import type { Writer } from "../writing";

type TitleWords = Record<"plain" | "up" | "down" | "both", string>;

/** How many stay in each tier's hospitals and what a stay costs there, this period and the compared one. */
export function TierCharts({ tiers, writer }: { tiers: readonly AnswerRow[]; writer: Writer }) {
  const { tierTitles, casesUnit, feeUnit } = writer.words.volume;
  const rows = tiers.filter((row) => hasAny(row, cases.id));
  return (
    <div className="tier-charts">
      <TierChart metric={cases} titles={tierTitles.cases} unit={casesUnit} rows={rows} writer={writer} />
      <TierChart metric={feePerCase} titles={tierTitles.feePerCase} unit={feeUnit} rows={rows} writer={writer} />
    </div>
  );
}

interface TierChartProps {
  readonly metric: Metric;
  readonly titles: TitleWords;
  readonly unit: string;
  readonly rows: readonly AnswerRow[];
  readonly writer: Writer;
}

function TierChart({ metric, titles, unit, rows, writer }: TierChartProps) {
  const { volume: words } = writer.words;
  const title = titleOf(rows, metric, titles, writer);
  const sizeOf = (values: Readonly<Record<string, Figure>>) => values[metric.id]?.value ?? null;
  return (
    <div className="keep-together">
      <h3 className="heading">
        {title}
        <span className="note">{unit}</span>
      </h3>
      <ComparedBars
        bars={rows.map(({ key, values, compare }) => {
          const tier = key.tier ?? "";
          const place = { form: "table", where: { ...inpatient, tier: [tier] } } as const;
          return {
            id: tier,
            label: writer.member("tier", tier),
            step: tierStep(tier as Tier),
            now: { size: sizeOf(values), figure: writer.figure(values, metric, place) },
            before: compare && {
              size: sizeOf(compare.values),
              figure: writer.figure(compare.values, metric, { ...place, period: writer.scope.compare! }),
            },
          };
        })}
        words={{ summary: `${title} ${unit}`, now: words.now, before: words.before }}
      />
    </div>
  );
}

/** In which tiers the metric rose and in which it fell. */
function titleOf(rows: readonly AnswerRow[], { id }: Metric, titles: TitleWords, writer: Writer): string {
  const { volume: words, shell } = writer.words;
  const changes = rows.map(({ key, compare }) => ({ tier: key.tier ?? "", change: decimal(compare?.change[id] ?? 0) }));
  const named = (moved: typeof changes) =>
    moved.length > 1 && moved.length === rows.length
      ? words.everyTier
      : moved.map(({ tier }) => writer.member("tier", tier)).join(shell.and);
  const up = named(changes.filter(({ change }) => change.greaterThan(0)));
  const down = named(changes.filter(({ change }) => change.lessThan(0)));
  if (up && down) return fill(titles.both, { up, down });
  return up ? fill(titles.up, { up }) : down ? fill(titles.down, { down }) : titles.plain;
}
