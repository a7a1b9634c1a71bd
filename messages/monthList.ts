import { type Month, periodsOf } from "@/domain/period";
import { messagesIn } from "./index";
import type { Language } from "./language";
import { periodInWords } from "./period";

/** Months in their order, each run of them as one period: `2017年11—12月、2018年2月`. */
export function monthList(months: readonly Month[], language: Language): string {
  return periodsOf(months)
    .map((period) => periodInWords(period, language))
    .join(messagesIn(language).shell.and);
}
