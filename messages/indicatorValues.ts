import type { Decimal } from "@/domain/money";
import { decimal } from "@/domain/money";
import type { Indicator, IndicatorUnit } from "@/domain/rubric";
import { type Actual, type Points, scoreKinds } from "@/domain/scoring/scored";
import { fill } from "./fill";
import type { Messages } from "./index";
import { count, percent, yuan } from "./numbers";

/** A value in an indicator's unit (percent as a fraction): `8,676人`, `95%`, `99.10%`. Whole numbers have no decimals. */
export function indicatorValue(value: string | Decimal, unit: IndicatorUnit, words: Messages): string {
  if (unit === "text") return value.toString();
  const exact = decimal(value.toString());
  if (unit === "percent") return exact.times(100).isInteger() ? `${exact.times(100)}%` : percent(exact);
  return (exact.isInteger() ? count(exact) : yuan(exact, "table")) + words.indicatorUnits[unit];
}

/** What is to be reached, with its direction: `≥95%`, `≤75元`. */
export function targetText({ scoring, unit }: Indicator, target: string, words: Messages): string {
  const sign = unit === "text" ? "" : (signs[scoring.rule] ?? "");
  return sign + indicatorValue(target, unit, words);
}

const signs: Readonly<Record<string, string>> = { higher_is_better: "≥", bands: "≥", lower_is_better: "≤" };

/** What was reached: a value, a grade, yes or no, findings, an execution rate, the marks that were given. */
export function actualText(actual: Actual, { unit }: Indicator, words: Messages): string {
  const { indicators } = words;
  switch (actual.kind) {
    case "number":
      return indicatorValue(actual.value, unit, words);
    case "quality":
      return fill(indicators.quality, {
        grade: words.qualitativeGrades[actual.grade],
        share: indicatorValue(actual.share, "percent", words),
      });
    case "yes_no":
      return actual.reached ? indicators.yes : indicators.no;
    case "findings": {
      const found = Object.values(actual.counts).reduce((all, own) => all + own, 0);
      return found === 0 ? indicators.noFindings : fill(indicators.findings, { count: found });
    }
    case "budget": {
      const budget = decimal(actual.budget);
      return budget.isZero() ? words.shell.noValue : percent(decimal(actual.executed).div(budget));
    }
    case "marks":
      return scoreKinds
        .flatMap((kind) => {
          const marks = actual.scores[kind];
          return marks === undefined ? [] : fill(indicators.marks, { kind: words.scoreKinds[kind], marks });
        })
        .join(words.shell.separator);
  }
}

/** Points, rounded once: `9.91`, `90.00—100.00` while something is pending. */
export function pointsText({ low, high }: Points, words: Messages): string {
  const [from, to] = [yuan(low, "prose"), yuan(high, "prose")];
  return from === to ? from : fill(words.indicators.interval, { low: from, high: to });
}
