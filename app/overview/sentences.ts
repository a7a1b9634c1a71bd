import type { Clause, Sentence } from "@/components/SentenceText";
import type { CauseName } from "@/domain/decomposition";
import { type Decimal, decimal, roundToTotal } from "@/domain/money";
import { paceOf } from "@/domain/pace";
import { beginsInJanuary, yearOf } from "@/domain/period";
import type { Language } from "@/messages/language";
import { moneyUnit } from "@/messages/numbers";
import { monthName, monthsInWords } from "@/messages/period";
import availableFundAmount from "@/metrics/definitions/available_fund_amount";
import burnRate from "@/metrics/definitions/burn_rate";
import burnRateAhead from "@/metrics/definitions/burn_rate_ahead_of_linear_progress";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import { causePlace } from "@/reports/tables/causes";
import { cellChoices } from "@/reports/why";
import { isAbove, say } from "../projection/prose";
import type { Writer } from "../writing";
import type { Overview } from "./askOverview";

/** The three sentences of 总览: where the fund stands, what its pace means, where the increase comes from. Arithmetic, no blame. */
export function overviewSentences(overview: Overview, writer: Writer): Sentence[] {
  const yearEnd = [...yearEndClauses(overview, writer), ...pace(overview, writer)];
  return [spent(overview, writer), yearEnd, increase(overview, writer)].filter((sentence) => sentence.length > 0);
}

/** How much is spent, of what, against the months gone by, and against the year before. */
export function spent({ whole }: Pick<Overview, "whole">, writer: Writer): Sentence {
  const { overview: words } = writer.words;
  const { values, compare } = whole;
  const clauses: Clause[] = [
    {
      template: words.spent,
      values: {
        months: monthsInWords(writer.scope.period, writer.language),
        spent: writer.figure(values, poolPay),
      },
    },
  ];
  const ahead = values.burn_rate_ahead_of_linear_progress;
  if (ahead?.value != null) {
    const difference = decimal(ahead.value);
    clauses.push({
      template: difference.isZero() ? words.shareEven : difference.isPositive() ? words.shareAhead : words.shareBehind,
      values: {
        available: writer.figure(values, availableFundAmount),
        burn: writer.figure(values, burnRate),
        points: writer.value(difference.abs(), burnRateAhead, { form: "table" }),
      },
      warnings: difference.greaterThan(0) ? ["burn"] : [],
    });
  } else if (values.burn_rate?.value != null) {
    // A part of the fund's payments has a share, but no pace of its own.
    clauses.push({ template: words.sharePart, values: { burn: writer.figure(values, burnRate) } });
  } else if (beginsInJanuary(writer.scope.period)) {
    const reason = values.burn_rate?.reason ?? "no_data";
    clauses.push({ template: words.shareUnknown, values: { reason: writer.words.reasons[reason] ?? reason } });
  }
  const change = compare?.change.pool_pay_amount;
  const growth = compare?.growth.pool_pay_amount;
  if (change == null || growth == null) return [...clauses, { template: words.notCompared, values: {} }];
  const difference = decimal(change);
  clauses.push({
    template: difference.isZero() ? words.unchanged : difference.isPositive() ? words.grew : words.fell,
    values: {
      change: writer.value(difference.abs(), poolPay, { reading: "change" }),
      growth: writer.value(decimal(growth).abs(), poolPay, { reading: "growth", unit: "percent" }),
    },
  });
  return clauses;
}

/** 照目前走势，全年支出预计约为可用基金的…%，超出约…; nothing once all months are known. */
function yearEndClauses({ projection }: Overview, writer: Writer): Clause[] {
  const { overview: words } = writer.words;
  const over = projection && isAbove(projection, "overrun");
  if (!projection || over === null || projection.forecast.projection.headline === "complete") return [];
  const lead: Clause = {
    template: over ? words.headsOver : words.headsWithin,
    values: {
      use: say(projection, "use", writer),
      [over ? "overrun" : "left"]: say(projection, "overrun", writer, { bare: true }),
    },
    warnings: over ? ["overrun"] : [],
  };
  if (projection.outcome.end.spread.kind === "withheld") return [lead, { template: words.headsEnd, values: {} }];
  const values = { low: say(projection, "use_low.80", writer), high: say(projection, "use_high.80", writer) };
  return [lead, { template: words.headsInterval, values }];
}

function pace({ whole }: Overview, writer: Writer): Sentence {
  const { period } = writer.scope;
  const { overview: words } = writer.words;
  const spentYuan = whole.values.pool_pay_amount?.value;
  const available = whole.values.available_fund_amount?.value;
  if (spentYuan == null || available == null || !beginsInJanuary(period)) return [];
  if (!decimal(available).greaterThan(0)) return [];
  const months = period.months.length;
  const { monthlyMean, end, exceeded, needed } = paceOf(
    decimal(spentYuan),
    decimal(available),
    months,
    Number(yearOf(period)),
  );
  const { counted } = writer.words.bases[writer.scope.basis];
  if (exceeded) {
    const values = {
      counted,
      months: monthsInWords(period, writer.language),
      exceeded: writer.value(exceeded, poolPay, { reading: "exceeded" }),
    };
    return [{ template: words.exceeded, values, warnings: ["exceeded"] }];
  }
  const clauses: Clause[] = [
    {
      template: words.mean,
      values: {
        span: months === 6 ? words.firstHalf : monthsInWords(period, writer.language),
        mean: writer.value(monthlyMean, poolPay, { reading: "monthly_mean" }),
      },
    },
    end
      ? {
          template: words.ends,
          values: { month: monthName(end.month, writer.language), third: words.thirds[end.third], counted },
        }
      : { template: words.lasts, values: { counted } },
  ];
  if (!needed) return [...clauses, { template: words.yearComplete, values: {} }];
  clauses.push({
    template: needed.cut.greaterThan(0) ? words.needsCut : words.mayReach,
    values: {
      rest: months === 6 ? words.secondHalf : restOfYear(months, writer),
      needed: writer.value(needed.monthlyMean, poolPay, { reading: "needed_mean" }),
      cut: writer.value(needed.cut.abs(), poolPay, { reading: "needed_cut", unit: "percent" }),
    },
  });
  return clauses;
}

export function restOfYear(months: number, { language }: Writer): string {
  const first = monthName(months + 1, language);
  if (months === 11) return first;
  return language === "en" ? `${first}–${monthName(12, language)}` : `${months + 1}—12月`;
}

function increase({ whole, inpatients, causes }: Overview, writer: Writer): Sentence {
  const { overview: words } = writer.words;
  const change = inpatients?.compare?.change.pool_pay_amount;
  const wholeChange = whole.compare?.change.pool_pay_amount;
  if (change == null || wholeChange == null || !causes) return [];
  const where = inpatient;
  const up = decimal(change).greaterThan(0) && decimal(wholeChange).greaterThan(0);
  const lead: Clause = {
    template: up ? words.causesLead : words.changeLead,
    values: { change: writer.value(change, poolPay, { where, reading: "change", signed: !up }) },
  };
  // Money without cases or fee has no price: it stays with fee and level, so that the two lines are the whole.
  const volume = causes.volume.plus(causes.mix);
  const price = causes.change.minus(volume);
  const printed = printedParts([volume, price], writer.language);
  const amount = (value: Decimal, index: number, names: readonly CauseName[]) => ({
    amount: writer.value(value, poolPay, { ...causePlace(names, cellChoices[0]), printed: printed[index]!.abs() }),
  });
  const clauses: Clause[] = [
    lead,
    {
      template: volume.isNegative() ? words.volumeTakes : words.volumeAdds,
      values: amount(volume, 0, ["volume", "mix"]),
    },
    {
      template: price.isNegative() ? words.priceTakes : words.priceAdds,
      values: amount(price, 1, ["price", "rate", "uncounted"]),
    },
  ];
  if (!up) return clauses;
  const share = decimal(change).div(decimal(wholeChange));
  return [
    {
      template: words.inpatientShare,
      values: { share: writer.value(share, poolPay, { where, reading: "share_of_change", unit: "percent" }) },
    },
    ...clauses,
  ];
}

/** Estimates are made to add up as they are printed, in hundredths of the unit shown. */
function printedParts(parts: readonly Decimal[], language: Language): Decimal[] {
  const unit = moneyUnit(language);
  return roundToTotal(parts.map((part) => part.div(unit))).map((part) => part.times(unit));
}
