import { type MonthAmount, MonthlyBars } from "@/components/charts/MonthlyBars";
import { decimal } from "@/domain/money";
import { periodBetween } from "@/domain/period";
import { fill } from "@/messages/fill";
import { moneyUnit } from "@/messages/numbers";
import { monthShort } from "@/messages/period";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import type { Writer } from "../../writing";
import type { MonthRow, OneInstitution } from "./askInstitution";

/** Month by month: what was paid, and for how many cases. */
export function TrendCharts({ asked, writer }: { asked: OneInstitution; writer: Writer }) {
  const { institutionPages: words } = writer.words;
  return (
    <div className="trends">
      <Trend asked={asked} writer={writer} metric={poolPay} name={words.trendPay} unitName={words.trendPayUnit} />
      <Trend asked={asked} writer={writer} metric={cases} name={words.trendCases} unitName={words.trendCasesUnit} />
    </div>
  );
}

interface TrendProps {
  readonly asked: OneInstitution;
  readonly writer: Writer;
  readonly metric: Metric;
  readonly name: string;
  readonly unitName: string;
}

function Trend({ asked, writer, metric, name, unitName }: TrendProps) {
  const { institutionPages: words } = writer.words;
  const { thisYear, lastYear } = asked;
  const id = `trend-${metric.id}`;
  const title = titleOf(asked, metric, name, writer);
  const amounts = (months: readonly MonthRow[]) => months.map((month) => amountOf(month, metric, writer));
  const year = ([first]: readonly MonthRow[]) => fill(words.year, { year: first!.month.slice(0, 4) });
  return (
    <section className="chart keep-together" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {title}
        <span className="note">{unitName}</span>
      </h2>
      <MonthlyBars
        thisYear={amounts(thisYear)}
        lastYear={lastYear.some(({ row }) => row) ? amounts(lastYear) : null}
        unit={metric.unit === "yuan" ? moneyUnit(writer.language) : 1}
        words={{
          summary: `${title} ${unitName}`,
          thisYear: year(thisYear),
          lastYear: year(lastYear),
          missing: words.missing,
          months: Array.from({ length: 12 }, (_, index) => monthShort(index + 1, writer.language)),
        }}
      />
    </section>
  );
}

const valueIn = ({ row }: MonthRow, metric: Metric) => row?.values[metric.id]?.value ?? null;

function amountOf(of: MonthRow, metric: Metric, writer: Writer): MonthAmount {
  const value = valueIn(of, metric);
  if (value === null) return "missing";
  const period = periodBetween(of.month, of.month);
  return { size: value, figure: writer.value(value, metric, { form: "table", period }) };
}

/** In how many of the months that both years have it was more than the year before. */
function titleOf({ thisYear, lastYear }: OneInstitution, metric: Metric, name: string, { words }: Writer): string {
  const pairs = thisYear.flatMap((month, index) => {
    const [now, then] = [month, lastYear[index]].map((of) => (of ? valueIn(of, metric) : null));
    return now && then ? [decimal(now).greaterThan(decimal(then))] : [];
  });
  if (pairs.length === 0) return name;
  return fill(words.institutionPages.trendHigher, {
    name,
    months: pairs.length,
    higher: pairs.filter(Boolean).length,
  });
}
