/** A calendar day, `2018-06-04`. */
export type Day = string;

/** Days from the first to the last one, both included. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

const millisecondsOfADay = 86_400_000;

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsOfADay).toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** One after the other, each `length` days long; the last one as far as `to`. */
export function spansBetween({ from, to }: DaySpan, length: number): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let day = from; day <= to; day = addDays(day, length)) {
    const end = addDays(day, length - 1);
    spans.push({ from: day, to: end < to ? end : to });
  }
  return spans;
}

/** `2018-06-04..2018-06-10`; one day by itself. */
export const daySpanText = ({ from, to }: DaySpan) => (from === to ? from : `${from}..${to}`);

/** Reads what `daySpanText` writes; null for anything else. */
export function parseDaySpan(text: string): DaySpan | null {
  const [from, to = from, ...rest] = text.split("..");
  const isDay = (part: string | undefined): part is Day =>
    part !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(part) &&
    !Number.isNaN(Date.parse(part)) &&
    addDays(part, 0) === part;
  return isDay(from) && isDay(to) && from <= to && rest.length === 0 ? { from, to } : null;
}
