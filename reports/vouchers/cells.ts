import { decimal } from "@/domain/money";
import { addMonths, lastMonth, periodBetween } from "@/domain/period";
import type { AnswerRow, QuestionScope } from "@/figures/question";
import { withSides } from "@/figures/together";
import type { Messages } from "@/messages/index";
import eVoucherRate from "@/metrics/definitions/e_voucher_settlement_rate";
import eVoucherSettlements from "@/metrics/definitions/e_voucher_settlements";
import settlements from "@/metrics/definitions/settlements";
import { before, changeOf } from "../tables/change";
import { type Column, type Place, type Quantity, quantity } from "../tables/define";

/** The rate with its two counts: what adding rows up needs. */
export const voucherMetrics = withSides(eVoucherRate);
export const voucherMetricIds = voucherMetrics.map(({ id }) => id);

/** 本月 and 上月: the last month of a scope beside the one before it. */
export function lastMonthOf<Scope extends QuestionScope>(scope: Scope): Scope {
  const month = lastMonth(scope.period);
  const previous = addMonths(month, -1);
  return { ...scope, period: periodBetween(month, month), compare: periodBetween(previous, previous) };
}

export function voucherColumns({ tables }: Messages): Column[] {
  const { columns } = tables.vouchers;
  return [
    { id: "settlements", label: columns.settlements, kind: "number" },
    { id: "e_vouchers", label: columns.eVouchers, kind: "number" },
    { id: "rate", label: columns.rate, kind: "number" },
    { id: "before", label: columns.before, kind: "number" },
    { id: "change", label: columns.change, kind: "number" },
  ];
}

/**
 * A row of the month `scope`: settlements, those with the e-voucher, the rate, last month's, and the change in points.
 * Several institutions added up are a group of both months, so each of their numbers is asked with its comparison.
 */
export function voucherCells(row: AnswerRow, scope: QuestionScope, place: Place): Record<string, Quantity> {
  const isGroup = place.reading === "together";
  const both: Place = { ...place, period: scope.period, compare: scope.compare };
  const now: Place = isGroup ? both : { ...place, period: scope.period };
  const then = before(row, eVoucherRate, place, scope.compare ?? undefined);
  const change = changeOf(row, eVoucherRate, both);
  return {
    settlements: quantity(row.values, settlements, now),
    e_vouchers: quantity(row.values, eVoucherSettlements, now),
    rate: quantity(row.values, eVoucherRate, now),
    before: isGroup ? { ...then, ...both, reading: "together_before" } : then,
    change: isGroup ? { ...change, reading: "together_change" } : change,
  };
}

/** From the highest rate; rows without one at the end. */
export function byRate(a: AnswerRow, b: AnswerRow): number {
  const [first, second] = [a, b].map(({ values }) => values[eVoucherRate.id]?.value ?? null);
  if (first == null || second == null) return Number(first == null) - Number(second == null);
  return decimal(second).comparedTo(decimal(first));
}
