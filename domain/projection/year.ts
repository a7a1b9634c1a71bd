import { total } from "./statistics";

/** A year under way, as the methods see it: complete, comparable numbers. Twelve months a year, January first. */
export interface YearUnderWay {
  /** The months of this year that are known, from January. */
  readonly known: readonly number[];
  /** One to three years before it, oldest first. */
  readonly history: readonly PriorYear[];
  /** Whether the newest of them is the calendar year before this one and typical: if not, nothing is carried forward from it. */
  readonly leansOnLastYear: boolean;
}

export interface PriorYear {
  readonly year: number;
  readonly months: readonly number[];
  /** Marked by a person: its months say nothing about the seasons of other years. */
  readonly atypical: boolean;
}

/** The newest prior year. */
export function lastYear({ history }: YearUnderWay): readonly number[] {
  return history[history.length - 1]!.months;
}

export function spentByNow({ known }: YearUnderWay): number {
  return total(known);
}

/** What last year had cost after the same number of months. */
export function lastYearByNow(year: YearUnderWay): number {
  return total(lastYear(year).slice(0, year.known.length));
}
