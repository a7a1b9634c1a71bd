import type { Clause, Sentence } from "@/components/SentenceText";
import { type ComparabilityEvent, eventOf } from "@/domain/comparabilityEvents";
import { decimal } from "@/domain/money";
import type { AnswerRow, Filter } from "@/figures/question";
import { monthsInWords } from "@/messages/period";
import type { Metric } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import casesPerHundred from "@/metrics/definitions/inpatient_cases_per_hundred_enrolled";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import poolPayPerCase from "@/metrics/definitions/pool_pay_per_case";
import { inpatient } from "@/reports/inpatients";
import { causeLabel, causePlace } from "@/reports/tables/causes";
import { hasAny } from "@/reports/tables/members";
import type { CellChoice, WhyInpatients } from "@/reports/why";
import { outlierSentence } from "../outlierSentence";
import type { Writer } from "../writing";
import type { Volume } from "./volume";

interface Told {
  readonly volume: Volume;
  readonly writer: Writer;
  readonly cells: CellChoice;
  readonly events: readonly ComparabilityEvent[];
  readonly institutionName: string | null;
}

/** What 人次与次均 found: how many, at what cost, why the payments changed, who moves a mean. Arithmetic, no blame. */
export function volumeSentences({ volume, writer, cells, events, institutionName }: Told): Sentence[] {
  const { outlier, why } = volume;
  return [
    [...stays(volume, writer), ...visits(volume, events, writer)],
    costs(volume, writer),
    why && !why.change.isZero() ? reasons(why, cells, writer) : [],
    outlier ? [...outlierSentence(outlier, writer, institutionName), end(writer)] : [],
  ].filter((sentence) => sentence.length > 0);
}

const end = ({ words }: Writer): Clause => ({ template: words.volume.stop, values: {} });

interface GrowthWords {
  readonly up: string;
  readonly down: string;
}

/** By how much and how fast, of a count or a mean; nothing where there is nothing to compare with or no difference. */
function growthClause(
  { compare }: AnswerRow,
  metric: Metric,
  where: Filter,
  { up, down }: GrowthWords,
  writer: Writer,
): Clause[] {
  const [change, growth] = [compare?.change[metric.id], compare?.growth[metric.id]];
  if (change == null || growth == null || decimal(change).isZero()) return [];
  return [
    {
      template: decimal(change).isNegative() ? down : up,
      values: {
        change: writer.value(decimal(change).abs(), metric, { where, reading: "change" }),
        growth: writer.value(decimal(growth).abs(), metric, { where, reading: "growth", unit: "percent" }),
      },
    },
  ];
}

function stays({ inpatients: row }: Volume, writer: Writer): Sentence {
  const { volume: words } = writer.words;
  const months = monthsInWords(writer.scope.period, writer.language);
  const clauses: Clause[] = [
    { template: words.stays, values: { months, cases: writer.figure(row.values, cases, { where: inpatient }) } },
    ...growthClause(row, cases, inpatient, { up: words.more, down: words.fewer }, writer),
  ];
  if (row.values[casesPerHundred.id]?.value != null) {
    const compared = row.compare?.values[casesPerHundred.id]?.value != null && writer.scope.compare;
    const place = { form: "table", where: inpatient } as const;
    const now = writer.figure(row.values, casesPerHundred, place);
    clauses.push(
      compared
        ? {
            template: words.perHundred,
            values: {
              now,
              before: writer.figure(row.compare?.values, casesPerHundred, { ...place, period: compared }),
            },
          }
        : { template: words.perHundredAlone, values: { now } },
    );
  }
  return [...clauses, end(writer)];
}

/** The other visit classes, each with a warning where a rule changed between the periods. */
function visits({ classes }: Volume, events: readonly ComparabilityEvent[], writer: Writer): Sentence {
  const { volume: words } = writer.words;
  const others = classes.filter((row) => row.key.visit_class !== "inpatient" && hasAny(row, cases.id));
  const clauses = others.flatMap((row, index): Clause[] => {
    const visitClass = row.key.visit_class ?? "";
    const where = { visit_class: [visitClass] };
    const growth = growthClause(row, cases, where, { up: words.visitsMore, down: words.visitsFewer }, writer);
    const changed = growth.length > 0 && eventOf(events, visitClass);
    return [
      ...(index > 0 ? [{ template: words.next, values: {} }] : []),
      {
        template: words.visits,
        values: {
          visitClass: writer.member("visit_class", visitClass),
          cases: writer.figure(row.values, cases, { where }),
        },
      },
      ...growth,
      ...(changed ? [{ template: words.notComparable, values: {} }] : []),
    ];
  });
  return clauses.length > 0 ? [...clauses, end(writer)] : [];
}

function costs({ inpatients: row }: Volume, writer: Writer): Sentence {
  const { volume: words } = writer.words;
  if (row.values[feePerCase.id]?.value == null) return [];
  const place = { where: inpatient };
  const growth = { up: words.feeMore, down: words.feeLess };
  return [
    { template: words.fee, values: { fee: writer.figure(row.values, feePerCase, place) } },
    ...growthClause(row, feePerCase, inpatient, growth, writer),
    { template: words.pay, values: { pay: writer.figure(row.values, poolPayPerCase, place) } },
    ...growthClause(row, poolPayPerCase, inpatient, growth, writer),
    end(writer),
  ];
}

/** The causes of a change other than zero, in their fixed order, with amounts that add up to it as printed. */
function reasons({ change, causes }: WhyInpatients, cells: CellChoice, writer: Writer): Sentence {
  const { volume: words } = writer.words;
  return [
    {
      template: change.isNegative() ? words.whyDown : words.whyUp,
      values: { change: writer.value(change.abs(), poolPay, { where: inpatient, reading: "change" }) },
    },
    ...causes.map(({ name, amount, printedAmount, share, printedShare }, index): Clause => {
      const place = causePlace([name], cells);
      const first = change.isNegative() ? words.firstCauseDown : words.firstCauseUp;
      return {
        template: index === 0 ? first : words.nextCause,
        values: {
          cause: causeLabel(name, { words: writer.words, choices: { cells } }),
          amount: writer.value(amount, poolPay, { ...place, printed: printedAmount }),
          share: writer.value(share, poolPay, {
            ...place,
            reading: "cause_share",
            unit: "percent",
            printed: printedShare!,
          }),
        },
      };
    }),
    end(writer),
  ];
}
