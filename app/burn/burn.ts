import type { Dimension } from "@/domain/dimensions";
import { addMonths, firstMonth, lastMonth, type Month, type Period, periodBetween } from "@/domain/period";
import type { Answer, AnswerRow, Figure, Question } from "@/figures/question";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { dueLines } from "@/reports/tables/fundingRows";
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
  /** Money due and in place, of the whole region whatever the filter. */
  readonly funding: AnswerRow;
  /** The whole region whatever the filter: what shares of the increase are of. */
  readonly region: AnswerRow;
  /** The members of the cut that have payments in either period. */
  readonly parts: readonly AnswerRow[];
  /** January to the period's last month. */
  readonly thisYear: readonly MonthPaid[];
  /** The twelve months of the year before. */
  readonly lastYear: readonly MonthPaid[];
}

const wholeMetrics = [
  poolPay.id,
  "available_fund_amount",
  "burn_rate",
  "burn_rate_ahead_of_linear_progress",
  "seasonal_progress",
  "burn_rate_ahead_of_seasonal_progress",
  "enrolled",
  "available_fund_by_enrolment_amount",
  "burn_rate_by_enrolment",
];

const fundingMetrics = [
  "fund_in_place_amount",
  "in_place_rate",
  "subsidy_in_place_rate",
  ...dueLines.flatMap(({ metrics }) => Object.values(metrics).map(({ id }) => id)),
];

/** January of the year that a period ends in, to its last month. */
function yearToDate({ period }: Scope): Period {
  const last = lastMonth(period);
  return periodBetween(`${last.slice(0, 4)}-01`, last);
}

function yearBefore(scope: Scope): Period {
  const january = firstMonth(yearToDate(scope));
  return periodBetween(addMonths(january, -12), addMonths(january, -1));
}

/** What the page asks beside its tables; `burnOf` reads the answers. */
export function burnQuestions(scope: Scope, by: Dimension): Question[] {
  const months = { ...scope, compare: null, by: ["month"], metrics: [poolPay.id] } as const;
  return [
    { ...scope, by: [], metrics: wholeMetrics },
    { ...scope, where: {}, compare: null, by: [], metrics: fundingMetrics },
    { ...scope, where: {}, by: [], metrics: [poolPay.id] },
    { ...scope, by: [by], metrics: [poolPay.id] },
    { ...months, period: yearToDate(scope) },
    { ...months, period: yearBefore(scope) },
  ];
}

export function burnOf(answers: readonly Answer[], scope: Scope, by: Dimension): Burn {
  const [whole, funding, region, cut, thisYear, lastYear] = answers;
  return {
    by,
    whole: whole!.total,
    funding: funding!.total,
    region: region!.total,
    parts: cut!.rows.filter((row) => hasAny(row, poolPay.id)),
    thisYear: monthsPaid(thisYear!, yearToDate(scope)),
    lastYear: monthsPaid(lastYear!, yearBefore(scope)),
  };
}

function monthsPaid({ rows }: Answer, { months }: Period): MonthPaid[] {
  const paid = new Map(rows.map(({ key, values }) => [key.month, values[poolPay.id]]));
  return months.map((month) => ({ month, paid: paid.get(month) ?? null }));
}
