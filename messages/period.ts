import { type Day, type DaySpan, weekdayOf } from "@/domain/days";
import { firstMonth, lastMonth, type Period, yearOf } from "@/domain/period";
import type { Language } from "./language";

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const numberOf = (month: string) => Number(month.slice(5, 7));

/** `2018年1—6月`, `2018年`, `2018年6月`; across years `2017年7月—2018年6月`. */
export function periodInWords(period: Period, language: Language): string {
  const [first, last] = [firstMonth(period), lastMonth(period)];
  if (first.slice(0, 4) !== last.slice(0, 4)) {
    return language === "en"
      ? `${monthInWords(first, language)} – ${monthInWords(last, language)}`
      : `${monthInWords(first, language)}—${monthInWords(last, language)}`;
  }
  if (period.months.length === 12) return language === "en" ? yearOf(period) : `${yearOf(period)}年`;
  return language === "en"
    ? `${monthsInWords(period, language)} ${yearOf(period)}`
    : `${yearOf(period)}年${monthsInWords(period, language)}`;
}

/** The months without their year: `1—6月`. */
export function monthsInWords(period: Period, language: Language): string {
  const [first, last] = [numberOf(firstMonth(period)), numberOf(lastMonth(period))];
  if (language === "en") {
    const from = englishMonths[first - 1]!;
    return first === last ? from : `${from}–${englishMonths[last - 1]!}`;
  }
  return first === last ? `${first}月` : `${first}—${last}月`;
}

/** `2018年6月`, `June 2018`. */
export function monthInWords(month: string, language: Language): string {
  const [year, number] = [month.slice(0, 4), numberOf(month)];
  return language === "en" ? `${englishMonths[number - 1]!} ${year}` : `${year}年${number}月`;
}

/** `9月`, `September`. */
export function monthName(number: number, language: Language): string {
  return language === "en" ? englishMonths[number - 1]! : `${number}月`;
}

/** Axis labels: `1月`, `Jan`. */
export function monthShort(number: number, language: Language): string {
  return language === "en" ? englishMonths[number - 1]!.slice(0, 3) : `${number}月`;
}

const weekdays = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;

/** `6月4日 周一`, `6月4日—6月10日`; `4 June, Mon`, `4 June – 10 June`. */
export function daysInWords({ from, to }: DaySpan, language: Language): string {
  if (from !== to) {
    return language === "en"
      ? `${dayName(from, language)} – ${dayName(to, language)}`
      : `${dayName(from, language)}—${dayName(to, language)}`;
  }
  const weekday = weekdays[language][weekdayOf(from) - 1]!;
  return language === "en" ? `${dayName(from, language)}, ${weekday}` : `${dayName(from, language)} ${weekday}`;
}

function dayName(day: Day, language: Language): string {
  const number = Number(day.slice(8));
  return language === "en" ? `${number} ${monthName(numberOf(day), language)}` : `${numberOf(day)}月${number}日`;
}
