import { addMonths, lastDayOf, type Month } from "@/domain/period";

/** Days since 1970-01-01 and seconds since then: local time without a zone, as the settlement system writes it. */
export type Day = number;
export type Second = number;

export const secondsPerDay = 86_400;

const texts: (string | undefined)[] = [];
/** Keeps the index of the earliest birth above zero. */
const earliest = dayOf("1900-01-01");

export function dayOf(text: string): Day {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86_400_000;
}

/** `2018-06-03`. Remembered, because every row asks for a few of some thousand days. */
export function dayText(day: Day): string {
  const known = texts[day - earliest];
  if (known !== undefined) return known;
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  texts[day - earliest] = text;
  return text;
}

/** `2018-06-03 11:41:27`. */
export function secondText(second: Second): string {
  const day = Math.floor(second / secondsPerDay);
  const rest = second - day * secondsPerDay;
  return `${dayText(day)} ${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
}

export function monthOf(second: Second): Month {
  return dayText(Math.floor(second / secondsPerDay)).slice(0, 7);
}

export function firstDay(month: Month): Day {
  return dayOf(`${month}-01`);
}

export function lastDay(month: Month): Day {
  return dayOf(lastDayOf(month));
}

/** Extracts of a month arrive on the 5th of the next. */
export function receivedOn(month: Month): string {
  return `${addMonths(month, 1)}-05`;
}

const springFestivals = ["2016-02-08", "2017-01-28", "2018-02-16"].map(dayOf);

/** In the week of Spring Festival only emergencies are settled; on Sundays fewer people come. Share in 10 000. */
export function attendance(day: Day): number {
  if (springFestivals.some((festival) => day >= festival - 2 && day <= festival + 6)) return 3_000;
  const sunday = (day + 4) % 7 === 0;
  return sunday ? 6_500 : 10_000;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
