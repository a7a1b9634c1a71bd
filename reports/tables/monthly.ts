import { addMonths, firstMonth, type Month, monthsBetween, type Period, periodBetween } from "@/domain/period";
import type { Answer, AnswerRow, QuestionScope } from "@/figures/question";
import linearProgress from "@/metrics/definitions/linear_progress";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import shareOfAvailable from "@/metrics/definitions/pool_pay_share_of_available_fund";
import seasonalProgress from "@/metrics/definitions/seasonal_progress";
import { before, changeOf, growthOf } from "./change";
import { type Place, quantity, type Row, type TableContext, type TableDefinition } from "./define";
import { memberName } from "./members";

/** January to a month of its year: what is spent by its end. */
const sinceJanuary = (month: Month) => ({ period: periodBetween(`${month.slice(0, 4)}-01`, month), compare: null });

/** A month by itself, with its counterpart in the compared period. */
function alone(month: Month, { period, compare }: QuestionScope): { period: Period; compare: Period | null } {
  if (!compare) return { period: periodBetween(month, month), compare: null };
  const counterpart = addMonths(month, monthsBetween(firstMonth(period), firstMonth(compare)));
  return { period: periodBetween(month, month), compare: periodBetween(counterpart, counterpart) };
}

/** 逐月支出: each month beside the year before, and how far the year's fund is used by its end. */
export const monthly: TableDefinition = {
  id: "monthly",
  cuts: [],
  questions: ({ scope }) => [
    { ...scope, by: [], metrics: [poolPay.id] },
    ...scope.period.months.flatMap((month) => [
      { ...scope, ...alone(month, scope), by: [], metrics: [poolPay.id] },
      {
        ...scope,
        ...sinceJanuary(month),
        by: [],
        metrics: [poolPay.id, shareOfAvailable.id, linearProgress.id, seasonalProgress.id],
      },
    ]),
  ],
  build: ([whole, ...months], context) => {
    const { words, scope } = context;
    const { title, columns } = words.tables.monthly;
    return {
      id: "monthly",
      title,
      columns: [
        { id: "name", label: words.dimensions.month, kind: "text" },
        { id: "now", label: columns.now, kind: "number" },
        { id: "before", label: columns.before, kind: "number" },
        { id: "change", label: columns.change, kind: "number" },
        { id: "growth", label: columns.growth, kind: "number" },
        { id: "cumulative", label: columns.cumulative, kind: "number" },
        { id: "share_of_available_fund", label: columns.shareOfAvailableFund, kind: "number" },
        { id: "linear_progress", label: columns.linearProgress, kind: "number" },
        { id: "seasonal_progress", label: columns.seasonalProgress, kind: "number" },
      ],
      rows: [
        ...scope.period.months.map((month, index) =>
          monthRow(month, months[index * 2]!, months[index * 2 + 1]!, context),
        ),
        {
          id: "total",
          label: words.tables.total,
          role: "total",
          cells: comparedCells(whole!.total, {}, scope.compare),
        },
      ],
      notes: [words.tables.settledBasis, words.tables.monthly.cumulativeNote],
    };
  },
};

function monthRow(month: Month, own: Answer, sum: Answer, context: TableContext): Row {
  const { words, scope } = context;
  const label = memberName("month", month, context);
  if (sum.missingMonths.includes(month)) {
    return { id: month, label, role: "part", cells: { now: words.tables.monthly.noData } };
  }
  const place = alone(month, scope);
  const cells = comparedCells(own.total, place, place.compare);
  // With a month missing there is no sum since January.
  if (sum.missingMonths.length > 0) return { id: month, label, role: "part", cells };
  const { values } = sum.total;
  return {
    id: month,
    label,
    role: "part",
    cells: {
      ...cells,
      cumulative: quantity(values, poolPay, sinceJanuary(month)),
      share_of_available_fund: quantity(values, shareOfAvailable, sinceJanuary(month)),
      linear_progress: quantity(values, linearProgress, sinceJanuary(month)),
      seasonal_progress: quantity(values, seasonalProgress, sinceJanuary(month)),
    },
  };
}

function comparedCells(row: AnswerRow, place: Place, compare: Period | null): Row["cells"] {
  return {
    now: quantity(row.values, poolPay, place),
    before: before(row, poolPay, {}, compare ?? undefined),
    change: changeOf(row, poolPay, place),
    growth: growthOf(row, poolPay, place),
  };
}
