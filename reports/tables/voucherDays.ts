import { type DaySpan, daySpanText } from "@/domain/days";
import { fill } from "@/messages/fill";
import { daysInWords, monthInWords, periodInWords } from "@/messages/period";
import eVoucherRate from "@/metrics/definitions/e_voucher_settlement_rate";
import eVoucherSettlements from "@/metrics/definitions/e_voucher_settlements";
import settlements from "@/metrics/definitions/settlements";
import { voucherMetrics } from "../vouchers/cells";
import { voucherDays as daysRead, type VoucherStep, voucherRow, voucherSpans, voucherSteps } from "../vouchers/days";
import { changeOf } from "./change";
import { quantity, type Row, type TableContext, type TableDefinition, type TableRequest } from "./define";

const stepOf = ({ choices }: TableRequest): VoucherStep =>
  voucherSteps.find((step) => step === choices?.step) ?? voucherSteps[0];

/** 医保电子凭证结算率 day by day of the last month, or week by week, each beside the one before. */
export const voucherDays: TableDefinition = {
  id: "voucher_days",
  cuts: [],
  choices: { step: voucherSteps },
  daily: { metrics: voucherMetrics, days: (request) => daysRead(request.scope.period, stepOf(request)) },
  questions: ({ scope }) => [{ ...scope, compare: null, by: [], metrics: [eVoucherRate.id] }],
  build: ([whole], context) => {
    const { words, language, scope } = context;
    const { title, columns, notes } = words.tables.voucherDays;
    const step = stepOf(context);
    const months =
      step === "day" ? monthInWords(scope.period.months.at(-1)!, language) : periodInWords(scope.period, language);
    const lastDay = context.daily?.at(-1)?.day;
    const spans = voucherSpans(scope.period, step).filter(({ from }) => lastDay !== undefined && from <= lastDay);
    // A column that extracts mostly leave empty gives no rate, of a day as little as of the period.
    const isEmpty = whole!.total.values[eVoucherRate.id]?.reason === "column_mostly_empty";
    return {
      id: "voucher_days",
      title: fill(title[step], { months }),
      columns: [
        { id: "name", label: columns.name[step], kind: "text" },
        { id: "settlements", label: columns.settlements, kind: "number" },
        { id: "e_vouchers", label: columns.eVouchers, kind: "number" },
        { id: "rate", label: columns.rate, kind: "number" },
        { id: "before", label: columns.before[step], kind: "number" },
        { id: "change", label: columns.change, kind: "number" },
      ],
      rows: spans.map((span) => rowOf(span, step, isEmpty, context)),
      fixedOrder: true,
      notes: [words.tables.vouchers.basis, notes[step], ...(isEmpty ? [words.reasons.column_mostly_empty!] : [])],
    };
  },
};

function rowOf(span: DaySpan, step: VoucherStep, isEmpty: boolean, { daily = [], language }: TableContext): Row {
  const row = voucherRow(daily, span, step);
  const days = daySpanText(span);
  const at = (of: typeof row.values, days: string) => ({
    settlements: quantity(of, settlements, { reading: "of_days", extra: { days } }),
    e_vouchers: quantity(of, eVoucherSettlements, { reading: "of_days", extra: { days } }),
    rate: quantity(of, eVoucherRate, { reading: "of_days", extra: { days } }),
  });
  const { period, values } = row.compare!;
  const rates = {
    rate: at(row.values, days).rate,
    before: at(values, period).rate,
    change: { ...changeOf(row, eVoucherRate, { extra: { days, step } }), reading: "of_days_change" as const },
  };
  const { rate: _, ...counts } = at(row.values, days);
  return {
    id: days,
    label: daysInWords(span, language),
    role: "part",
    cells: { ...counts, ...(isEmpty ? {} : rates) },
  };
}
