import type { Clause, Sentence } from "@/components/SentenceText";
import { contribution, growth } from "@/domain/comparison";
import { decimal } from "@/domain/money";
import type { AnswerRow } from "@/figures/question";
import { fill } from "@/messages/fill";
import { monthsInWords } from "@/messages/period";
import type { Metric } from "@/metrics/define";
import casesPerPerson from "@/metrics/definitions/cases_per_person";
import feePerCase from "@/metrics/definitions/fee_per_case";
import inpatientCases from "@/metrics/definitions/inpatient_cases";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import type { Writer } from "../../writing";
import type { OneInstitution } from "./askInstitution";

const exact = (text: string | null | undefined) => (text == null ? null : decimal(text));

/** Writers of the institution's own numbers and of those around it: its tier's, the region's. */
export interface Writers {
  readonly own: Writer;
  readonly around: Writer;
}

/** What one institution was paid and what its inpatients cost, against its tier. Arithmetic, no judgement. */
export function oneInstitutionSentences(asked: OneInstitution, writers: Writers): Sentence[] {
  return [paid(asked, writers.own), stays(asked, writers)].filter((sentence) => sentence.length > 0);
}

function paid({ whole, tier, ofTier, region }: OneInstitution, writer: Writer): Sentence {
  const { institutionPages: words } = writer.words;
  const clauses: Clause[] = [
    {
      template: words.paid,
      values: {
        months: monthsInWords(writer.scope.period, writer.language),
        paid: writer.figure(whole.values, poolPay),
      },
    },
  ];
  const change = exact(whole.compare?.change[poolPay.id]);
  const changed = changeClause(whole, poolPay, writer, {
    grew: words.paidGrew,
    grewNew: words.paidGrewNew,
    fell: words.paidFell,
  });
  const [tierChange, allChange] = [ofTier?.whole, region].map((row) => exact(row?.compare?.change[poolPay.id]));
  const grew = [change, tierChange, allChange].every((each) => each?.greaterThan(0));
  const share: Clause = {
    template: words.shareOfIncrease,
    values: {
      tier: tierName(tier, writer),
      ofTier: writer.value(contribution(change, tierChange ?? null), poolPay, {
        reading: "share_of_change_in",
        base: { tier: [tier!] },
        unit: "percent",
      }),
      ofAll: writer.value(contribution(change, allChange ?? null), poolPay, {
        reading: "share_of_change",
        unit: "percent",
      }),
    },
  };
  return [...clauses, ...changed, ...(grew ? [share] : []), { template: words.stop, values: {} }];
}

function stays(asked: OneInstitution, writers: Writers): Sentence {
  const { inpatients } = asked;
  const writer = writers.own;
  const { institutionPages: words } = writer.words;
  if (!exact(inpatients.values[inpatientCases.id]?.value)?.greaterThan(0)) return [];
  const ratio = writer.figure(inpatients.values, casesPerPerson, { where: inpatient });
  return [
    {
      template: words.stays,
      values: { cases: writer.figure(inpatients.values, inpatientCases, { where: inpatient }) },
    },
    ...changeClause(inpatients, inpatientCases, writer, { grew: words.staysGrew, grewNew: "", fell: words.staysFell }),
    ...against(asked, feePerCase, writers),
    ...against(asked, meanStayDays, writers),
    ...(inpatients.values[casesPerPerson.id]?.value == null ? [] : [{ template: words.perPerson, values: { ratio } }]),
    { template: words.stop, values: {} },
  ];
}

/** How a metric moved; nothing without a comparison or where it stood still. */
function changeClause(
  row: AnswerRow,
  metric: Metric,
  writer: Writer,
  words: { grew: string; grewNew: string; fell: string },
): Clause[] {
  const change = exact(row.compare?.change[metric.id]);
  if (!change || change.isZero()) return [];
  const grown = exact(row.compare?.growth[metric.id]);
  const place = metric === inpatientCases ? { where: inpatient } : {};
  const template = change.isNegative() ? words.fell : grown ? words.grew : words.grewNew;
  if (!template) return [];
  return [
    {
      template,
      values: {
        change: writer.value(change.abs(), metric, { ...place, reading: "change" }),
        growth: writer.value(grown?.abs() ?? null, metric, { ...place, reading: "growth", unit: "percent" }),
      },
    },
  ];
}

/** Fee or stay of its inpatients, and how far that is from the tier's own. */
function against(
  { inpatients, tier, ofTier }: OneInstitution,
  metric: Metric,
  { own: writer, around }: Writers,
): Clause[] {
  const { institutionPages: words } = writer.words;
  const [value, own] = [inpatients, ofTier?.inpatients].map((row) => exact(row?.values[metric.id]?.value));
  const difference = growth(value ?? null, own ?? null);
  if (!difference) return [];
  const isFee = metric === feePerCase;
  const [up, down] = isFee ? [words.above, words.below] : [words.longer, words.shorter];
  const comparison = difference.isZero() ? words.even : difference.isNegative() ? down : up;
  const where = { ...inpatient, tier: [tier!] };
  const name = isFee ? "fee" : "stay";
  return [
    {
      template: fill(isFee ? words.fee : words.stay, { [name]: `{${name}}`, against: comparison }),
      values: {
        [name]: writer.figure(inpatients.values, metric, { where: inpatient }),
        tier: tierName(tier, writer),
        own: around.figure(ofTier?.inpatients.values, metric, { where }),
        difference: writer.value(difference.abs(), metric, { where, reading: "against_tier", unit: "percent" }),
      },
    },
  ];
}

export const tierName = (tier: string | null, { words }: Writer): string =>
  words.tiers[tier as keyof typeof words.tiers] ?? tier ?? "";
