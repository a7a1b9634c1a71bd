import { parseArgs } from "node:util";
import type { Command } from "@/cli/command";
import { availableFundBases } from "@/domain/availableFundBasis";
import { type Dimension, dimensions } from "@/domain/dimensions";
import { answer, metricOf } from "@/figures/answer";
import type { Answer, AnswerRow, Comparison, Figure, Question } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { fill } from "@/messages/fill";
import { messagesIn } from "@/messages/index";
import { asData, fractionAsData } from "@/metrics/format";
import { variesWith } from "@/metrics/reach";
import { registry } from "@/metrics/registry.gen";
import { basisOf, listOf, readDimension, readScope, type ScopeAsked, scopeOptions } from "./arguments/scope";

const { dataPages, commandLine, reasons } = messagesIn("zh-CN");

export const metrics: Command = {
  name: "metrics",
  usage: `按期间和分项查指标
  metrics --region 361031 --period 2018H1
    --scheme 390                       险种，默认 390
    --by tier,visit_class              分项：${dimensions.join(" ")}
    --where tier=county,city           只看这些成员，可重复
    --metrics cases,pool_pay_amount    指标编号（docs/metrics.md），默认全部
    --compare same-period              与同期（或写出的期间）对比
    --basis pooled_fund                可用基金口径：${availableFundBases.join(" ")}，默认按设置
    --as-of 12                         按当时数据：较早的数据版本
    --json                             输出一个 JSON 对象`,
  async run(commandArguments, context) {
    const { question, json } = readArguments(commandArguments);
    const installation = await context.installation();
    try {
      const basis = await basisOf(installation.database, question);
      const answered = await answer(installation, { ...question, basis });
      if (json) context.print(JSON.stringify(answerAsData(answered)));
      else for (const line of answerAsLines(answered)) context.print(line);
      return 0;
    } finally {
      await closeReader(installation.home);
    }
  },
};

type Asked = Omit<Question, "basis"> & ScopeAsked;

function readArguments(commandArguments: string[]): { question: Asked; json: boolean } {
  const { values } = parseArgs({
    args: commandArguments,
    options: {
      ...scopeOptions,
      by: { type: "string", default: "" },
      metrics: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const by = listOf(values.by).map(readDimension);
  const metrics = values.metrics === undefined ? metricsOfCut(by) : listOf(values.metrics).map((id) => metricOf(id).id);
  return { question: { ...readScope(values, null), by: [...new Set(by)], metrics }, json: values.json };
}

/** Everything that has a value of its own in the cells of the cut. */
function metricsOfCut(by: readonly Dimension[]): string[] {
  return Object.values(registry)
    .filter((metric) => variesWith(metric, by))
    .map((metric) => metric.id);
}

/** The answer as one JSON object: amounts exact, ratios with six digits, no value null and its reason beside. */
export function answerAsData(answered: Answer) {
  const row = ({ values, compare }: AnswerRow) => ({
    ...valuesAsData(values),
    ...(compare && { compare: comparisonAsData(compare, values) }),
  });
  return {
    data_version: answered.dataVersion,
    region: answered.region,
    scheme: answered.scheme,
    period: answered.period,
    basis: answered.basis,
    by: answered.by,
    rows: answered.rows.map((one) => ({ key: one.key, ...row(one) })),
    total: row(answered.total),
    missing_months: answered.missingMonths,
  };
}

function mapValues<Value, Result>(record: Record<string, Value>, work: (value: Value, id: string) => Result) {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, work(value, id)]));
}

function valuesAsData(figures: Record<string, Figure>) {
  const values = mapValues(figures, ({ value }, id) => asData(value, metricOf(id).unit));
  const missing = Object.values(figures).filter(({ reason }) => reason !== null);
  const reasons = Object.fromEntries(missing.map(({ metric, reason }) => [metric, reason]));
  return missing.length > 0 ? { values, reasons } : { values };
}

function comparisonAsData({ period, values, change, growth }: Comparison, now: Record<string, Figure>) {
  const data = valuesAsData(values);
  const ungrown = Object.keys(growth).filter((id) => growth[id] === null);
  const reasons = Object.fromEntries(
    ungrown.map((id) => [id, values[id]?.reason ?? now[id]?.reason ?? "divided_by_zero"]),
  );
  return {
    period,
    values: data.values,
    change: mapValues(change, (value, id) => asData(value, metricOf(id).unit)),
    growth: mapValues(growth, fractionAsData),
    ...(ungrown.length > 0 && { reasons }),
  };
}

/** The answer for people: one line per row, its members first, then `编号 值`. */
function answerAsLines(answered: Answer): string[] {
  const line = (name: string, { values, compare }: AnswerRow) => {
    const parts = Object.values(values).map(({ metric, value, reason }) => {
      const grown = fractionAsData(compare?.growth[metric] ?? null);
      return `${metric} ${asData(value, metricOf(metric).unit) ?? fill(commandLine.refused, { reason: reasons[reason ?? ""] ?? "" })}${grown ? `（${grown}）` : ""}`;
    });
    return `${name}\t${parts.join("\t")}`;
  };
  return [
    [answered.region, answered.period, fill(commandLine.dataVersion, { version: answered.dataVersion })].join("\t"),
    ...answered.rows.map((row) => line(answered.by.map((dimension) => row.key[dimension]).join(" "), row)),
    line(dataPages.total, answered.total),
  ];
}
