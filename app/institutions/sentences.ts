import type { Clause, Sentence } from "@/components/SentenceText";
import { contribution } from "@/domain/comparison";
import { type Decimal, decimal } from "@/domain/money";
import { monthsInWords } from "@/messages/period";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { inpatient } from "@/reports/inpatients";
import type { PlacedInstitution } from "@/reports/institutions/group";
import { type Deviating, deviating, type TierPeers } from "@/reports/institutions/peers";
import type { Writer } from "../writing";
import type { Institutions } from "./askInstitutions";

const exact = (text: string | null | undefined) => (text == null ? null : decimal(text));
const paid = ({ whole }: PlacedInstitution) => exact(whole?.values[poolPay.id]?.value);
const grown = ({ whole }: PlacedInstitution) => exact(whole?.compare?.change[poolPay.id]);

/** What stands out among institutions: how many there are, who was paid most, where payments grew most. */
export function institutionSentences(asked: Institutions, writer: Writer): Sentence[] {
  return [size(asked, writer), increase(asked, writer)].filter((sentence) => sentence.length > 0);
}

function size({ placed, inpatients, region, list }: Institutions, writer: Writer): Sentence {
  const { institutionPages: words } = writer.words;
  const active = placed.filter(({ inpatients: stays }) => exact(stays?.values[cases.id]?.value)?.greaterThan(0));
  const first: Clause = {
    template: words.count,
    values: {
      months: monthsInWords(writer.scope.period, writer.language),
      count: String(active.length),
      cases: writer.figure(inpatients.values, cases, { where: inpatient }),
    },
  };
  const largest = most(placed, paid);
  if (!largest) return [first, { template: words.stop, values: {} }];
  const { one, amount } = largest;
  const share = contribution(amount, exact(region.values[poolPay.id]?.value));
  const place = { where: placeOf(one) };
  return [
    first,
    {
      template: words.largest,
      values: {
        institution: nameOf(one.code, list, writer),
        amount: writer.value(amount, poolPay, place),
        share: writer.value(share, poolPay, { ...place, reading: "share_in", base: {}, unit: "percent" }),
      },
    },
  ];
}

function increase({ placed, region, list }: Institutions, writer: Writer): Sentence {
  const largest = most(placed, grown);
  const whole = exact(region.compare?.change[poolPay.id]);
  if (!largest?.amount.greaterThan(0) || !whole?.greaterThan(0)) return [];
  const { one, amount } = largest;
  const place = { where: placeOf(one) };
  return [
    {
      template: writer.words.institutionPages.increase,
      values: {
        institution: nameOf(one.code, list, writer),
        change: writer.value(amount, poolPay, { ...place, reading: "change" }),
        share: writer.value(amount.div(whole), poolPay, { ...place, reading: "share_of_change", unit: "percent" }),
      },
    },
  ];
}

/** Where one institution of a tier is asked again. */
const placeOf = ({ tier, code }: PlacedInstitution) => ({ tier: [tier], institution: [code] });

export const nameOf = (code: string, list: Institutions["list"], { words }: Writer): string =>
  list.get(code)?.name ?? words.institutionPages.unnamed;

function most(placed: readonly PlacedInstitution[], amountOf: (one: PlacedInstitution) => Decimal | null) {
  const found = placed.flatMap((one) => {
    const amount = amountOf(one);
    return amount ? [{ one, amount }] : [];
  });
  return found.sort((a, b) => b.amount.comparedTo(a.amount))[0] ?? null;
}

/** Of one tier: the highest and lowest fee per case and the longest stay, each against the tier's own. Arithmetic only. */
export function tierSentence(tier: TierPeers, list: Institutions["list"], writer: Writer): Sentence | null {
  const { institutionPages: words, tiers } = writer.words;
  const fees = deviating(tier, feePerCase);
  const [longest] = deviating(tier, meanStayDays).reverse();
  const [lowest, highest] = [fees[0], fees.at(-1)];
  if (fees.length < 2 || !highest?.deviation.greaterThan(0) || !lowest?.deviation.isNegative()) return null;
  const where = { ...inpatient, tier: [tier.tier] };
  const value = ({ peer }: Deviating, metric: typeof feePerCase) =>
    writer.figure(peer.row.values, metric, { where: { ...where, institution: [peer.code] } });
  const away = ({ peer, deviation }: Deviating, metric: typeof feePerCase) =>
    writer.value(deviation.abs(), metric, {
      where: { ...where, institution: [peer.code] },
      reading: "against_tier",
      unit: "percent",
    });
  const clauses: Clause[] = [
    {
      template: words.peerFee,
      values: {
        tier: tiers[tier.tier],
        institution: nameOf(highest.peer.code, list, writer),
        fee: value(highest, feePerCase),
        own: writer.figure(tier.own.values, feePerCase, { where }),
        above: away(highest, feePerCase),
      },
    },
    {
      template: words.peerFeeLow,
      values: {
        institution: nameOf(lowest.peer.code, list, writer),
        fee: value(lowest, feePerCase),
        below: away(lowest, feePerCase),
      },
    },
  ];
  if (longest?.deviation.greaterThan(0)) {
    clauses.push({
      template: words.peerStay,
      values: {
        institution: nameOf(longest.peer.code, list, writer),
        stay: value(longest, meanStayDays),
        own: writer.figure(tier.own.values, meanStayDays, { where }),
        above: away(longest, meanStayDays),
      },
    });
  }
  return [...clauses, { template: words.stop, values: {} }];
}
