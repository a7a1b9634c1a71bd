import type { Installation } from "@/db/open";
import type { Dimension } from "@/domain/dimensions";
import { addMonths, lastMonth, type Month, type Period, periodBetween } from "@/domain/period";
import { answerAll } from "@/figures/answer";
import type { Answer, AnswerRow, Figure } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { hasAny } from "@/reports/tables/members";
import type { Scope } from "../scope";

/** A month of the calendar year that the period ends in, with what was paid; null where it has no data. */
export interface MonthPaid {
  readonly month: Month;
  readonly paid: Figure | null;
}

/** What the charts and sentences of 基金运行 show, exact; nothing is written yet. */
export interface Burn {
  readonly by: Dimension;
  readonly whole: AnswerRow;
  /** The whole region whatever the filter: what shares of the increase are of. */
  readonly region: AnswerRow;
  /** The members of the cut that have payments in either period. */
  readonly parts: readonly AnswerRow[];
  /** January to the period's last month. */
  readonly thisYear: readonly MonthPaid[];
  /** The twelve months of the year before. */
  readonly lastYear: readonly MonthPaid[];
}

/** Asks the stored totals everything that the page shows beside its tables, at once. */
export async function askBurn(installation: Installation, scope: Scope, by: Dimension): Promise<Burn> {
  const last = lastMonth(scope.period);
  const toDate = periodBetween(`${last.slice(0, 4)}-01`, last);
  const yearBefore = periodBetween(addMonths(toDate.months[0]!, -12), addMonths(toDate.months[0]!, -1));
  const monthly = { ...scope, compare: null, by: ["month"], metrics: [poolPay.id] } as const;
  const [whole, region, cut, thisYear, lastYear] = (await answerAll(installation, [
    { ...scope, by: [], metrics: [poolPay.id] },
    { ...scope, where: {}, by: [], metrics: [poolPay.id] },
    { ...scope, by: [by], metrics: [poolPay.id] },
    { ...monthly, period: toDate },
    { ...monthly, period: yearBefore },
  ])) as [Answer, Answer, Answer, Answer, Answer];
  return {
    by,
    whole: whole.total,
    region: region.total,
    parts: cut.rows.filter((row) => hasAny(row, poolPay.id)),
    thisYear: monthsPaid(thisYear, toDate),
    lastYear: monthsPaid(lastYear, yearBefore),
  };
}

function monthsPaid({ rows }: Answer, { months }: Period): MonthPaid[] {
  const paid = new Map(rows.map(({ key, values }) => [key.month, values[poolPay.id]]));
  return months.map((month) => ({ month, paid: paid.get(month) ?? null }));
}
