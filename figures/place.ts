import { decimal, sum } from "@/domain/money";
import { addMonths, beginsInJanuary, type Month, monthsBetween, periodBetween } from "@/domain/period";
import { type Amounts, type Cells, type Key, keyId, project, requestId } from "@/figures/cells";
import { cutOf, filterOf, type Side, spanOfRow } from "@/figures/side";
import type { Measure, Outcome, Reason, Scope, Window } from "@/metrics/define";
import { emptyRowsId, rowsId, settlementRowsId, tolerableEmptiness } from "@/metrics/emptiness";
import type { Place } from "@/metrics/evaluate";

/** What was read, by request. */
export type Book = ReadonlyMap<string, Cells>;

const none = (reason: Reason): Outcome => ({ value: null, reason });

/** A row of a side as the place where formulas are worked out. */
export function placeOf(side: Side, book: Book, key: Key): Place {
  const wholeRegion = book.get(requestId({ span: side.span, by: [], where: {} }))?.get("")?.amounts;
  const rowSpan = spanOfRow(side, key);
  const closingMonth = rowSpan.closingMonth;

  const count = (id: string) => wholeRegion?.get(id) ?? decimal(0);
  const emptyShareAbove = (measure: Measure, share: string) => {
    if (!measure.column) return false;
    return count(emptyRowsId(measure.column)).gt(count(rowsId(measure.column)).times(share));
  };

  function amountsAt(measure: Measure, scope: Scope): Amounts | undefined {
    if (scope === "region") return wholeRegion;
    const where = filterOf(side, measure.fact);
    if (scope === "question") return book.get(requestId({ span: side.span, by: [], where }))?.get("")?.amounts;
    const by = cutOf(side, measure.fact);
    return book.get(requestId({ span: rowSpan, by, where }))?.get(keyId(project(key, by)))?.amounts;
  }

  function overPeriod(measure: Measure, scope: Scope): Outcome {
    if (measure.fact === "payments" && count(settlementRowsId).isZero()) return none("no_data");
    if (isWhollyEmpty(measure)) return none("column_mostly_empty");
    const value = amountsAt(measure, scope)?.get(measure.id);
    if (value === null) return none(measure.column ? "column_mostly_empty" : measure.absent);
    if (value === undefined) return measure.total === "closing" ? none(measure.absent) : zeroOutcome;
    return { value, reason: null };
  }

  function isWhollyEmpty({ column }: Measure): boolean {
    if (!column) return false;
    const empty = count(emptyRowsId(column));
    return !empty.isZero() && empty.eq(count(rowsId(column)));
  }

  function overMonths(measure: Measure, months: readonly Month[]): Outcome {
    const amounts = months.map((month) => monthAmount(measure, month));
    return amounts.some((amount) => amount === null)
      ? none("too_few_months")
      : { value: sum(amounts.map((amount) => amount!)), reason: null };
  }

  /** A month of the whole region; null when it has no settlements. */
  function monthAmount(measure: Measure, month: Month) {
    const span = side.history.get(month);
    const cell = span && book.get(requestId({ span, by: [], where: {} }))?.get("");
    return cell ? (cell.amounts.get(measure.id) ?? decimal(0)) : null;
  }

  return {
    beginsInJanuary: beginsInJanuary(side.period),
    monthsGoneBy: monthsBetween(`${closingMonth.slice(0, 4)}-01`, closingMonth) + 1,
    mostlyEmpty: (measure) => emptyShareAbove(measure, tolerableEmptiness),
    total: (measure, scope, window) =>
      window === "period" ? overPeriod(measure, scope) : overMonths(measure, monthsOf(window, closingMonth)),
    priorYears: (measure) =>
      [1, 2, 3].flatMap((back) => {
        const end = addMonths(closingMonth, -12 * back);
        const year = end.slice(0, 4);
        const toDate = overMonths(measure, periodBetween(`${year}-01`, end).months).value;
        const whole = overMonths(measure, periodBetween(`${year}-01`, `${year}-12`).months).value;
        return toDate && whole ? [{ toDate, year: whole }] : [];
      }),
  };
}

const zeroOutcome: Outcome = { value: decimal(0), reason: null };

function monthsOf(window: Exclude<Window, "period">, last: Month): readonly Month[] {
  return window === "year_to_date"
    ? periodBetween(`${last.slice(0, 4)}-01`, last).months
    : periodBetween(addMonths(last, -11), last).months;
}
