import type { Clause, Sentence } from "@/components/SentenceText";
import { decimal } from "@/domain/money";
import { firstMonth } from "@/domain/period";
import type { AnswerRow } from "@/figures/question";
import { count } from "@/messages/numbers";
import { monthInWords, periodInWords } from "@/messages/period";
import type { Metric } from "@/metrics/define";
import eVoucherRate from "@/metrics/definitions/e_voucher_settlement_rate";
import eVoucherSettlements from "@/metrics/definitions/e_voucher_settlements";
import settlements from "@/metrics/definitions/settlements";
import type { Content, Place, Table } from "@/reports/tables/define";
import { lastMonthOf } from "@/reports/vouchers/cells";
import type { Writer } from "../../writing";

/** The rate of the last month beside the one before, of the period, and who is first and last. Arithmetic only. */
export function voucherSentences(month: AnswerRow, whole: AnswerRow, institutions: Table, writer: Writer): Sentence[] {
  return [monthSentence(month, whole, writer), extremes(institutions, writer)].filter(({ length }) => length > 0);
}

function monthSentence(row: AnswerRow, whole: AnswerRow, writer: Writer): Sentence {
  const { words, language, scope } = writer;
  const { voucherPage: texts } = words;
  const { period, compare } = lastMonthOf(scope);
  const month = monthInWords(firstMonth(period), language);
  if (row.values[eVoucherRate.id]?.value == null) return [{ template: texts.none, values: { month } }];
  const now = { period };
  const clauses: Clause[] = [
    {
      template: texts.month,
      values: {
        month,
        eVouchers: inSettlements(row, eVoucherSettlements, writer, now),
        settlements: inSettlements(row, settlements, writer, now),
        rate: writer.figure(row.values, eVoucherRate, now),
      },
    },
  ];
  const change = row.compare?.change[eVoucherRate.id];
  if (change != null && compare) {
    const difference = decimal(change);
    const points = writer.value(difference.abs(), eVoucherRate, { period, compare, reading: "change", unit: "points" });
    const template = difference.isZero() ? texts.even : difference.isNegative() ? texts.fell : texts.rose;
    const before = writer.figure(row.compare?.values, eVoucherRate, { period: compare });
    clauses.push({ template, values: { before, points } });
  }
  const rate = writer.figure(whole.values, eVoucherRate, { period: scope.period });
  clauses.push({ template: texts.cumulative, values: { period: periodInWords(scope.period, language), rate } });
  return clauses;
}

/** A count of settlements is one of 笔; the cases that metrics count in are 人次. */
const inSettlements = ({ values }: AnswerRow, metric: Metric, writer: Writer, place: Place) => ({
  ...writer.figure(values, metric, place),
  text: count(values[metric.id]?.value ?? "0", "prose"),
});

/** Below this one settlement moves the rate by more than a point. */
const fewest = 100;

/** The first and the last of the ranking that have enough settlements to say something. */
function extremes({ rows }: Table, writer: Writer): Sentence {
  const { voucherPage: texts } = writer.words;
  const ranked = rows.filter(({ role, cells }) => role === "part" && isEnough(cells.settlements ?? null));
  const [first, last] = [ranked.at(0), ranked.at(-1)];
  if (!first || !last || first === last) return [];
  const rateOf = ({ cells }: typeof first) => {
    const { metric, value, ...place } = cells.rate as Exclude<Content, string | null>;
    return writer.value(value, metric, place);
  };
  return [
    { template: texts.highest, values: { fewest: String(fewest), institution: first.label, rate: rateOf(first) } },
    { template: texts.lowest, values: { other: last.label, lowest: rateOf(last) } },
    { template: texts.stop, values: {} },
  ];
}

const isEnough = (settled: Content) =>
  settled !== null && typeof settled !== "string" && decimal(settled.value ?? "0").greaterThanOrEqualTo(fewest);
