import type { DaySpan } from "@/domain/days";
import { periodBetween } from "@/domain/period";
import { literal } from "@/domain/sqlLiteral";
import { remembered } from "@/figures/forecast/remembered";
import { openPublication, type Publication, type Storage } from "@/figures/publication";
import type { AnswerRow, Figure, QuestionScope } from "@/figures/question";
import { openReader } from "@/figures/reader";
import { together } from "@/figures/together";
import { conditionsOf } from "@/metrics/compile";
import { factDimensions, type Measure, type Metric, measuresOf } from "@/metrics/define";
import { factViewSql } from "@/warehouse/factViews";

/** Sums of one day of settlement, by the id of the measure, exact. */
export interface DailyTotals {
  readonly day: string;
  readonly amounts: Readonly<Record<string, string>>;
}

/**
 * Measures of settlements by day of settlement, within the filter of a scope, from the first to the last day that is
 * asked for; days without settlements are left out. From the rows, because days are no stored totals; each question once
 * a process and version. Throws PlainError.
 */
export async function readDaily(
  storage: Storage,
  scope: QuestionScope,
  measures: readonly Measure[],
  days: DaySpan,
): Promise<readonly DailyTotals[]> {
  const publication = await openPublication(storage, scope.region, scope.asOf);
  const { region, scheme, where } = scope;
  const ids = measures.map(({ id }) => id);
  return remembered(storage.database, ["daily", publication.version, region, scheme, where, ids, days], () =>
    dailyFrom(publication, scope, measures, days),
  );
}

async function dailyFrom(
  { home, source }: Publication,
  scope: QuestionScope,
  measures: readonly Measure[],
  { from, to }: DaySpan,
): Promise<DailyTotals[]> {
  const partitions = new Set(periodBetween(from.slice(0, 7), to.slice(0, 7)).months);
  // Which months are read, the days say: the day before the first one may lie in another.
  const known = factDimensions.payments.filter((dimension) => dimension !== "month");
  const rows = await (await openReader(home)).rows<Record<string, string>>(
    `with ${factViewSql(source, { fact: "payments", partitions })}
select settled_on::varchar as day,
${measures.map(({ id, sql }) => `  ${sql} as ${id}`).join(",\n")}
from payments${conditionsOf(known, scope)} and settled_on between ${literal(from)} and ${literal(to)}
group by settled_on
order by settled_on`,
  );
  return rows.map(({ day, ...amounts }) => ({ day: day!, amounts }));
}

/** Metrics over several days, added up first; sums are zero where no day has settlements. */
export function overDays(daily: readonly DailyTotals[], { from, to }: DaySpan, metrics: readonly Metric[]): AnswerRow {
  const measures = [...new Set(metrics.flatMap(measuresOf))];
  const own = daily.filter(({ day }) => from <= day && day <= to);
  const rows = own.map(({ amounts }): AnswerRow => {
    const values = measures.map(({ id }): [string, Figure] => [
      id,
      { metric: id, value: amounts[id] ?? null, reason: null, numerator: null, denominator: null },
    ]);
    return { key: {}, values: Object.fromEntries(values), compare: null };
  });
  return together(rows, metrics);
}
