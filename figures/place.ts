import { type Decimal, decimal, sum, zero } from "@/domain/money";
import { addMonths, beginsInJanuary, type Month, monthsBetween, periodBetween } from "@/domain/period";
import { type Amounts, type Cells, keyId, project, requestId } from "@/figures/cells";
import type { Key } from "@/figures/question";
import { cutOf, filterOf, type Side } from "@/figures/side";
import type { Where } from "@/metrics/compile";
import { type Fact, facts, type Measure, type Outcome, type Reason, type Scope, type Window } from "@/metrics/define";
import { emptyRowsId, rowsId, settlementRowsId, tolerableEmptiness } from "@/metrics/emptiness";
import type { Place } from "@/metrics/evaluate";
import type { Grain } from "@/metrics/grains";
import type { Span } from "@/metrics/span";

/** What was read, by request. */
export type Book = ReadonlyMap<string, Cells>;

const none = (reason: Reason): Outcome => ({ value: null, reason });
const some = (value: Decimal): Outcome => ({ value, reason: null });
const zeroOutcome = some(zero);

/** A side with the totals that were read for it: gives the place of each of its rows, and of its total for an empty key. */
export function placesOf(side: Side, book: Book): (key: Key) => Place {
  const read = (span: Span, by: Grain, where: Where) => book.get(requestId({ span, by, where }));
  const wholeRegion = read(side.span, [], {})?.get("")?.amounts;
  const totals = new Map(facts.map((fact) => [fact, read(side.span, [], filterOf(side, fact))?.get("")?.amounts]));
  const monthTotals = new Map([...side.history].map(([month, span]) => [month, read(span, [], {})?.get("")?.amounts]));
  const cellsOf = (span: Span) =>
    new Map(
      facts.map((fact) => {
        const by = cutOf(side, fact);
        return [fact, { by, cells: read(span, by, filterOf(side, fact)) }];
      }),
    );
  const cells = cellsOf(side.span);
  const cellsByMonth = new Map([...side.monthSpans].map(([month, span]) => [month, cellsOf(span)]));

  const emptiness = new Emptiness(wholeRegion);
  const hasSettlements = !(wholeRegion?.get(settlementRowsId) ?? zero).isZero();

  function overPeriod(measure: Measure, amounts: Amounts | undefined): Outcome {
    if (measure.fact === "payments" && !hasSettlements) return none("no_data");
    if (emptiness.isWhole(measure)) return none("column_mostly_empty");
    const value = amounts?.get(measure.id);
    if (value) return some(value);
    if (value === null) return none(measure.column ? "column_mostly_empty" : measure.absent);
    // A registry that is there counts nobody where it has no row; a balance that nobody wrote down is unknown.
    const isCounted = measure.fact === "registry" && wholeRegion?.get(measure.id);
    return measure.total === "closing" && !isCounted ? none(measure.absent) : zeroOutcome;
  }

  /** Months of the whole region added up; a month without settlements leaves a gap and so no value. */
  function overMonths(measure: Measure, months: readonly Month[]): Outcome {
    const amounts = months.map((month) => monthTotals.get(month));
    if (amounts.some((amount) => amount === undefined)) return none("too_few_months");
    return some(sum(amounts.map((amount) => amount?.get(measure.id) ?? zero)));
  }

  return (key) => {
    const isTotal = Object.keys(key).length === 0;
    const closingMonth = (key.month && side.monthSpans.get(key.month)?.closingMonth) || side.span.closingMonth;
    const own = (key.month && cellsByMonth.get(key.month)) || cells;
    const known = new Map<Fact, Amounts | undefined>();
    const cellAmounts = (fact: Fact) => {
      if (isTotal) return totals.get(fact);
      if (known.has(fact)) return known.get(fact);
      const { by, cells: found } = own.get(fact)!;
      const amounts = found?.get(keyId(project(key, by)))?.amounts;
      known.set(fact, amounts);
      return amounts;
    };
    const amountsAt = (fact: Fact, scope: Scope) =>
      scope === "region" ? wholeRegion : scope === "question" ? totals.get(fact) : cellAmounts(fact);
    return {
      beginsInJanuary: beginsInJanuary(side.period),
      basis: side.basis,
      monthsGoneBy: monthsBetween(`${closingMonth.slice(0, 4)}-01`, closingMonth) + 1,
      mostlyEmpty: (measure) => emptiness.isMost(measure),
      total: (measure, scope, window) =>
        window === "period"
          ? overPeriod(measure, amountsAt(measure.fact, scope))
          : overMonths(measure, monthsOf(window, closingMonth)),
      priorYears: (measure) =>
        [1, 2, 3].flatMap((back) => {
          const end = addMonths(closingMonth, -12 * back);
          const year = end.slice(0, 4);
          const toDate = overMonths(measure, periodBetween(`${year}-01`, end).months).value;
          const whole = overMonths(measure, periodBetween(`${year}-01`, `${year}-12`).months).value;
          return toDate && whole ? [{ toDate, year: whole }] : [];
        }),
    };
  };
}

/** How much of each watched column is empty in the period, over the region and scheme. */
class Emptiness {
  private readonly shares = new Map<string, Decimal>();

  constructor(private readonly wholeRegion: Amounts | undefined) {}

  private shareOf({ column }: Measure): Decimal {
    if (!column) return zero;
    const known = this.shares.get(column.name);
    if (known) return known;
    const rows = this.wholeRegion?.get(rowsId(column)) ?? zero;
    const share = rows.isZero() ? zero : (this.wholeRegion?.get(emptyRowsId(column)) ?? zero).div(rows);
    this.shares.set(column.name, share);
    return share;
  }

  isMost(measure: Measure): boolean {
    return this.shareOf(measure).gt(tolerableEmptiness);
  }

  isWhole(measure: Measure): boolean {
    return this.shareOf(measure).eq(decimal(1));
  }
}

function monthsOf(window: Exclude<Window, "period">, last: Month): readonly Month[] {
  return window === "year_to_date"
    ? periodBetween(`${last.slice(0, 4)}-01`, last).months
    : periodBetween(addMonths(last, -11), last).months;
}
