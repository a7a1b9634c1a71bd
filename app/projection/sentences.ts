import type { Clause, Sentence } from "@/components/SentenceText";
import { monthName } from "@/messages/period";
import availableFund from "@/metrics/definitions/available_fund_amount";
import { readItem, type View } from "@/reports/projection/items";
import { reportedPeriod } from "@/reports/projection/table";
import { restOfYear } from "../overview/sentences";
import type { Form, Writer } from "../writing";
import { isAbove, say } from "./prose";

/** What 全年预测 says: where the year ends and how sure that is, what doubling would say, how long the fund lasts, how good the evidence is. */
export function projectionSentences(view: View, writer: Writer): Sentence[] {
  const all =
    view.forecast.projection.headline === "complete"
      ? [[{ template: writer.words.projection.complete, values: {} }, ...headline(view, writer)], pace(view, writer)]
      : [
          headline(view, writer),
          doubling(view, writer),
          pace(view, writer),
          policy(view, writer),
          evidence(view, writer),
        ];
  return all.filter((sentence) => sentence.length > 0);
}

/** 预计全年 … 万元，超支 … 万元；八成把握区间 …；超支概率 …。 */
export function headline(view: View, writer: Writer): Sentence {
  const { projection: words, reasons } = writer.words;
  const { forecast } = view;
  const total = say(view, "total", writer);
  const over = isAbove(view, "overrun");
  const lead: Clause =
    over === null
      ? {
          template: words.noFund,
          values: { total, reason: reasons[forecast.availableFund.reason ?? "no_data"] ?? "" },
        }
      : {
          template: over ? words.over : words.within,
          values: {
            total,
            [over ? "overrun" : "left"]: say(view, "overrun", writer, { bare: true }),
            available: availableOf(view, writer),
            counted: writer.words.bases[writer.scope.basis].counted,
          },
          warnings: over ? ["overrun"] : [],
        };
  return [lead, ...sureness(view, writer)];
}

function sureness(view: View, writer: Writer): Clause[] {
  const { projection: words } = writer.words;
  const { spread, headline: method } = view.forecast.projection;
  if (method === "complete") return [{ template: words.noChance, values: {} }];
  if (spread.kind === "withheld") return [{ template: words.withheld, values: {} }];
  const low = say(view, "low.80", writer);
  const interval: Clause = { template: words.interval, values: { low, high: say(view, "high.80", writer) } };
  const { value } = readItem(view, "chance");
  if (value === null) return [interval, { template: words.noChance, values: {} }];
  const template = value.equals(1)
    ? words.certain
    : value.greaterThanOrEqualTo("0.99")
      ? words.chanceAbove
      : value.lessThanOrEqualTo("0.01")
        ? words.chanceBelow
        : words.chance;
  return [interval, { template, values: { chance: say(view, "chance", writer) } }];
}

/** The year's available fund: the region's, whatever is filtered. */
export function availableOf({ forecast }: View, writer: Writer, form: Form = "prose") {
  const { value } = forecast.availableFund;
  return writer.value(value, availableFund, { period: reportedPeriod(forecast), unfiltered: true, form });
}

function doubling(view: View, writer: Writer): Sentence {
  const { projection: words } = writer.words;
  const { doubling: doubled, input, point } = view.forecast;
  if (!doubled) return [];
  const values = {
    months: String(input.thisYear.length),
    doubling: say(view, "doubling", writer),
    blend: say(view, "total", writer),
  };
  if (!point.fund) return [{ template: words.doublingAlone, values }];
  const shares = { use: say(view, "doubling_use", writer), blendUse: say(view, "use", writer) };
  return [{ template: words.doubling, values: { ...values, ...shares } }];
}

function pace(view: View, writer: Writer): Sentence {
  const { projection: words, overview, bases } = writer.words;
  const { fund, end: yearEnd } = view.outcome;
  if (!fund) return [];
  const { counted } = bases[writer.scope.basis];
  const nameOf = (month: string) => monthName(Number(month.slice(5)), writer.language);
  const { end } = fund;
  if (end.kind === "exceeded") {
    return [{ template: words.alreadyExceeded, values: { month: nameOf(end.month), counted } }];
  }
  const clauses: Clause[] = [
    end.kind === "ends"
      ? { template: words.ends, values: { month: nameOf(end.month), third: overview.thirds[end.third], counted } }
      : { template: words.lasts, values: { counted } },
  ];
  const known = yearEnd.months.filter(({ state }) => state === "known").length;
  if (!fund.needed || known === 12) return [...clauses, { template: words.paceEnd, values: {} }];
  const isCut = fund.needed.change.isNegative();
  clauses.push({
    template: isCut ? words.needsCut : words.mayReach,
    values: {
      rest: known === 6 ? overview.secondHalf : restOfYear(known, writer),
      mean: say(view, "needed_mean", writer),
      [isCut ? "cut" : "room"]: say(view, "needed_change", writer, { bare: true }),
    },
  });
  if (yearEnd.lateRows.greaterThan(0))
    clauses.push({ template: words.lateKept, values: { late: say(view, "late", writer) } });
  if (known === 0 || !fund.breakEvenShare) return [...clauses, { template: words.paceEnd, values: {} }];
  const values = { month: monthName(known, writer.language), share: say(view, "break_even", writer) };
  return [...clauses, { template: words.breakEven, values }];
}

/** A change of rules that is marked on 设置: what it does by itself, and what was observed beyond that. */
function policy(view: View, writer: Writer): Sentence {
  const { policy: effect } = view.forecast.projection;
  if (!effect) return [];
  const { policyAhead, policyEffect } = writer.words.projection;
  const mechanical = say(view, "policy_mechanical", writer);
  if (effect.behavioural.isZero()) return [{ template: policyAhead, values: { mechanical } }];
  return [{ template: policyEffect, values: { mechanical, behavioural: say(view, "policy_behavioural", writer) } }];
}

const fewYears = 2;

function evidence(view: View, writer: Writer): Sentence {
  const { projection: words } = writer.words;
  const { record, projection } = view.forecast;
  const years = record.years.length;
  if (projection.historyYears === 0) return [{ template: words.noHistoryEvidence, values: {} }];
  const at = projection.knownMonths;
  const found = record.whole.find(({ knownMonths }) => knownMonths === at);
  if (!found || found.meanError === null) {
    return [{ template: words.noEvidence, values: { years: String(projection.historyYears) } }];
  }
  const clauses: Clause[] = [
    {
      template: words.evidence,
      values: {
        years: String(years),
        error: say(view, `error.blend.${at}`, writer),
        doubling: say(view, `error.doubling.${at}`, writer),
        cases: String(found.rows),
        hits: String(Math.round(found.hitRate * found.rows)),
      },
    },
    { template: record.lagReproduced ? words.lagReproduced : words.lagMissing, values: {} },
  ];
  return years <= fewYears
    ? [...clauses, { template: words.littleEvidence, values: { years: String(years) } }]
    : clauses;
}
