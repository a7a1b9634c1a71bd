import type { Explanation } from "@/components/explanation";
import { listInstitutions } from "@/db/queries/listInstitutions";
import type { Dimension } from "@/domain/dimensions";
import { answerCell } from "@/figures/answer";
import { explain } from "@/figures/explain";
import type { AnswerRow, Filter, Key, Question } from "@/figures/question";
import { fill } from "@/messages/fill";
import { periodInWords } from "@/messages/period";
import { type Metric, usesBasis } from "@/metrics/define";
import { fundBasisInWords, scopeInWords } from "@/reports/scopeWords";
import type { ReadingId } from "@/reports/tables/define";
import { changeUnit, type Reading } from "../reading";
import { readReading } from "../readings";
import { cellIn, type SearchParams, scopedHref } from "../scope";
import type { Shown } from "../shown";
import type { Writer } from "../writing";
import { labelOf } from "./formula";
import { metricById } from "./groups";

/** One metric in the scope of an address, with everything that explains it. */
export interface Explained {
  readonly metric: Metric;
  readonly row: AnswerRow;
  readonly reading: Reading | null;
  /** Null for a measure: it is totalled. */
  readonly formula: string | null;
  readonly sql: string;
  readonly scope: string;
}

/** Asks for the metric, its reading if the address names one, and its query. */
export async function readExplained(
  shown: Shown,
  writer: Writer,
  metric: Metric,
  params: SearchParams,
): Promise<Explained> {
  const cell = cellIn(params);
  const question: Question = { ...shown.scope, by: Object.keys(cell) as Dimension[], metrics: [metric.id] };
  const [row, explained, scope] = await Promise.all([
    answerCell(shown.installation, question, cell),
    explain(shown.installation, question, metric.id),
    namedScope(shown, writer, metric, cell),
  ]);
  const id = params.reading;
  const reading = isReading(id, writer) ? await readReading(id, { shown, writer, metric, row, params }) : null;
  const formula = explained.formula && (writer.language === "en" ? explained.formula.en : explained.formula.zh);
  return { metric, row, reading, formula, sql: explained.sql, scope };
}

const isReading = (id: unknown, { words }: Writer): id is ReadingId =>
  typeof id === "string" && Object.hasOwn(words.readings, id);

/** 示例县 · 城乡居民医保 · 2018年1—6月 · 就诊类别：住院 */
async function namedScope(
  { scope, region, files, installation }: Shown,
  writer: Writer,
  metric: Metric,
  cell: Key,
): Promise<string> {
  const own = Object.entries(cell).map(([dimension, member]) => [dimension, [member]]);
  const where: Filter = { ...scope.where, ...Object.fromEntries(own) };
  const { words, language } = writer;
  const institutions = where.institution ? await listInstitutions(installation.database, files) : new Map();
  const named = scopeInWords({ ...scope, where }, region.name, { words, language, institutions });
  return usesBasis(metric) ? `${named} · ${fundBasisInWords(scope, words)}` : named;
}

/** The same as data for the dialog, written in the reader's language. */
export function explanationOf(explained: Explained, shown: Shown, writer: Writer): Explanation {
  const { metric, row, reading, sql, scope } = explained;
  const { language, words } = writer;
  const figure = row.values[metric.id]!;
  const written = reading
    ? writer.value(reading.value, metric, { unit: reading.unit })
    : writer.figure(row.values, metric);
  const part = (side: { metric: string; value: string | null }) => {
    const of = metricById(side.metric)!;
    const { text, exact, href } = writer.value(side.value, of);
    return { label: labelOf(of, writer), value: text, exact, href };
  };
  return {
    title: reading?.name ?? labelOf(metric, writer),
    value: written.text,
    exact: written.exact,
    reading: reading?.how ?? null,
    definition: language === "en" ? metric.meaning.en : metric.meaning.zh,
    formula: explained.formula ?? words.metricPages.measured,
    numerator: figure.numerator && part(figure.numerator),
    denominator: figure.denominator && { ...part(figure.denominator), whole: figure.denominator.whole },
    comparison: row.compare && comparisonOf(metric, row.compare, shown, writer),
    scope,
    source: [metric.source.document, metric.source.clause].map((part) => words.sources[part] ?? part).join(" · "),
    dataVersion: fill(shown.scope.asOf === null ? words.shell.basisVersion : words.shell.basisAsOf, {
      version: shown.version,
    }),
    sql,
    href: scopedHref(`/metrics/${metric.id}`, shown.scope),
  };
}

/** The compared value, the change in the metric's unit (points for percentages) and the growth. */
export function comparisonOf(
  metric: Metric,
  compare: NonNullable<AnswerRow["compare"]>,
  { scope }: Shown,
  writer: Writer,
): NonNullable<Explanation["comparison"]> {
  return {
    period: scope.compare ? periodInWords(scope.compare, writer.language) : compare.period,
    value: writer.figure(compare.values, metric).text,
    change: writer.value(compare.change[metric.id] ?? null, metric, { unit: changeUnit(metric), signed: true }).text,
    growth: writer.value(compare.growth[metric.id] ?? null, metric, { unit: "percent", signed: true }).text,
  };
}
