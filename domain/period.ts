/** A calendar month, `2018-06`. */
export type Month = string;

/** A run of consecutive months. `id` is the shortest way to write it: `2018`, `2018H1`, `2018Q2`, `2018-06` or `2018-01..2018-05`. */
export interface Period {
  readonly id: string;
  readonly months: readonly Month[];
}

const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/;

export function isMonth(text: string): boolean {
  return monthPattern.test(text);
}

/** Months counted from year 0, so that arithmetic needs no calendar. */
function ordinal(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function fromOrdinal(count: number): Month {
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export function addMonths(month: Month, count: number): Month {
  return fromOrdinal(ordinal(month) + count);
}

export function monthsBetween(first: Month, last: Month): number {
  return ordinal(last) - ordinal(first);
}

/** The period from `first` to `last`, both included. Throws RangeError when they are in the wrong order. */
export function periodBetween(first: Month, last: Month): Period {
  const length = monthsBetween(first, last) + 1;
  if (length < 1) throw new RangeError(`period ends before it begins: ${first}..${last}`);
  const months = Array.from({ length }, (_, i) => addMonths(first, i));
  return { id: shortestName(first, last, length), months };
}

/** Months as periods without a gap, in their order. */
export function periodsOf(some: readonly Month[]): Period[] {
  const months = [...new Set(some)].sort();
  const starts = months.filter((month) => !months.includes(addMonths(month, -1)));
  const ends = months.filter((month) => !months.includes(addMonths(month, 1)));
  return starts.map((first, index) => periodBetween(first, ends[index]!));
}

function shortestName(first: Month, last: Month, length: number): string {
  const year = first.slice(0, 4);
  const number = Number(first.slice(5, 7));
  if (length === 1) return first;
  if (length === 12 && number === 1) return year;
  if (length === 6 && number % 6 === 1) return `${year}H${(number + 5) / 6}`;
  if (length === 3 && number % 3 === 1) return `${year}Q${(number + 2) / 3}`;
  return `${first}..${last}`;
}

/** Reads `2018`, `2018H1`, `2018Q2`, `2018-06` or `2018-01..2018-06`; anything else gives null. */
export function parsePeriod(text: string): Period | null {
  const part = /^(\d{4})(?:([HQ])([1-4]))?$/.exec(text);
  if (part) {
    const [, year, kind, number] = part;
    if (!kind) return periodBetween(`${year}-01`, `${year}-12`);
    const length = kind === "H" ? 6 : 3;
    const first = (Number(number) - 1) * length + 1;
    if (first + length > 13) return null;
    const start = `${year}-${String(first).padStart(2, "0")}`;
    return periodBetween(start, addMonths(start, length - 1));
  }
  const [first, last = first, ...rest] = text.split("..");
  if (rest.length > 0 || !first || !last || !isMonth(first) || !isMonth(last)) return null;
  return monthsBetween(first, last) < 0 ? null : periodBetween(first, last);
}

/** 同期: the same months one year earlier. */
export function samePeriodLastYear(period: Period): Period {
  return periodBetween(addMonths(firstMonth(period), -12), addMonths(lastMonth(period), -12));
}

export function firstMonth(period: Period): Month {
  return period.months[0]!;
}

export function lastMonth(period: Period): Month {
  return period.months[period.months.length - 1]!;
}

/** The last day of a month as `2018-06-30`. */
export function lastDayOf(month: Month): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(day).padStart(2, "0")}`;
}

export function yearOf(period: Period): string {
  return firstMonth(period).slice(0, 4);
}

/** Burn rate and the control line have a value only for periods of one year that begin in January. */
export function beginsInJanuary(period: Period): boolean {
  return firstMonth(period).endsWith("-01") && period.months.length <= 12;
}

/** Every period totalled at publication: month, quarter, half, year, and January to each month. */
export function standardPeriods(months: readonly Month[]): Period[] {
  const named = new Map<string, Period>();
  for (const month of months) {
    const year = month.slice(0, 4);
    const number = Number(month.slice(5, 7));
    const half = number <= 6 ? 1 : 2;
    for (const text of [month, `${year}Q${Math.ceil(number / 3)}`, `${year}H${half}`, year, `${year}-01..${month}`]) {
      const period = parsePeriod(text);
      if (period) named.set(period.id, period);
    }
  }
  return [...named.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
