import type { Flag } from "@/domain/projection/flags";
import type { Forecast } from "@/figures/forecast/forecast";
import type { NamedForecast } from "@/figures/forecast/outcome";
import { fill } from "@/messages/fill";
import { monthList } from "@/messages/monthList";
import { eventInWords } from "@/reports/localRules";
import type { Naming } from "@/reports/tables/members";

type Words = Pick<Naming, "words" | "language">;

/** Why no figure of the year is given, and what to do; empty where one is. */
export function refusalInWords({ projection, input }: Forecast, { words, language }: Words): string[] {
  if (projection.kind !== "none") return [];
  const { gap, gapDo, tooEarly, tooEarlyDo } = words.projection;
  if (projection.reason === "no_history_and_too_early")
    return [fill(tooEarly, { count: input.thisYear.length }), tooEarlyDo];
  const months = monthList(projection.missing, language);
  return [fill(gap, { months }), gapDo];
}

/** What a reader has to know before using the numbers, in words. */
export function flagsInWords(forecast: NamedForecast, naming: Words): string[] {
  const { flags: words } = naming.words.projection;
  const { projection, point, events } = forecast;
  return [
    ...(projection.headline === "typical_methods" ? [words.typical_methods] : []),
    ...(projection.headline === "plan" ? [words.plan] : []),
    ...projection.flags.map((flag) => flagInWords(flag, projection.knownMonths, naming)),
    ...(point.parts.disagree ? [words.disagree] : []),
    ...events.map((event) => fill(words.event, { event: eventInWords(event, naming) })),
  ];
}

function flagInWords(flag: Flag, known: number, { words: { projection }, language }: Words): string {
  const { flags: words } = projection;
  switch (flag.code) {
    case "early_in_year":
      return fill(words.early_in_year, { months: known });
    case "atypical_base_year_suggested":
      return flag.because === "growth" ? words.atypical_growth : words.atypical_spread;
    case "year_left_out":
      return fill(words[flag.reason], { year: flag.year });
    case "december_clearing_suspected":
      return fill(words.december_clearing_suspected, { year: flag.year });
    case "one_off_suspected":
    case "zeros":
    case "history_filled":
    case "negative_months":
    case "months_incomplete":
      return fill(words[flag.code], { months: monthList(flag.months, language) });
    default:
      return words[flag.code];
  }
}
