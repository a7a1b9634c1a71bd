import type { Clause, Sentence } from "@/components/SentenceText";
import { contribution } from "@/domain/comparison";
import { type Decimal, decimal } from "@/domain/money";
import { firstMonth, lastMonth } from "@/domain/period";
import type { AnswerRow, Filter } from "@/figures/question";
import { monthsInWords } from "@/messages/period";
import actualReimbursementRate from "@/metrics/definitions/actual_reimbursement_rate";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { groupWhere, payers } from "@/reports/hardship/ask";
import { inpatient } from "@/reports/inpatients";
import type { Shown } from "../shown";
import type { Writer } from "../writing";
import { type Hardship, isNamed } from "./hardship";
import { lineBasis, lineValue } from "./policyLine";

const exact = (text: string | null | undefined) => (text == null ? null : decimal(text));
const changeIn = (row: AnswerRow) => exact(row.compare?.change[poolPay.id]);

/** What 困难群众 found: their share, how it moved, who paid. Arithmetic; causes are for people to write. */
export function hardshipSentences(found: Hardship, shown: Shown, writer: Writer): Sentence[] {
  const { hardshipPage: words } = writer.words;
  if (!exact(found.group.values[cases.id]?.value)?.greaterThan(0)) return [[{ template: words.noGroup, values: {} }]];
  return [
    share(found, writer),
    growth(found, writer),
    paidBy(found, shown, writer),
    ...(crossesReform(shown) ? [[{ template: words.bridge, values: {} }]] : []),
  ].filter((sentence) => sentence.length > 0);
}

/** 建档立卡 ended with 2020; what came after is another group. */
function crossesReform({ scope: { period, compare } }: Shown): boolean {
  const reform = "2021-01";
  return compare !== null && firstMonth(compare) < reform && lastMonth(period) >= reform;
}

function share({ group, inpatients }: Hardship, writer: Writer): Sentence {
  const { scope } = writer;
  const where = { ...inpatient, ...groupWhere(scope) };
  const base = { ...scope.where, ...inpatient };
  const shareOf = (metric: typeof cases) =>
    writer.value(
      contribution(exact(group.values[metric.id]?.value), exact(inpatients.values[metric.id]?.value)),
      metric,
      { where, reading: "share_in", base, unit: "percent" },
    );
  return [
    {
      template: writer.words.hardshipPage.share,
      values: {
        months: monthsInWords(scope.period, writer.language),
        cases: writer.figure(group.values, cases, { where }),
        caseShare: shareOf(cases),
        paid: writer.figure(group.values, poolPay, { where }),
        paidShare: shareOf(poolPay),
      },
    },
  ];
}

function growth(found: Hardship, writer: Writer): Sentence {
  const { hardshipPage: words } = writer.words;
  const { group } = found;
  const change = changeIn(group);
  if (!change) return [];
  const where = { ...inpatient, ...groupWhere(writer.scope) };
  const clauses: Clause[] = [];
  const named = found.statuses.filter(isNamed);
  const [first] = named.sort((a, b) => (changeIn(b) ?? decimal("0")).comparedTo(changeIn(a) ?? decimal("0")));
  const grew = change.greaterThan(0);
  // One status alone is the group: it is named instead of it.
  const only = named.length === 1 ? first : undefined;
  const template = change.isZero() ? words.even : grew ? (only ? words.onlyStatus : words.grew) : words.fell;
  clauses.push({ template, values: changeValues(only ?? group, change.abs(), where, found, writer) });
  const most = first && changeIn(first);
  if (grew && !only && first && most?.greaterThan(0)) {
    const own = { ...inpatient, hardship_status: [first.key.hardship_status!] };
    clauses.push({ template: words.status, values: changeValues(first, most, own, found, writer) });
  }
  return [...clauses, { template: words.stop, values: {} }];
}

/** A change with its growth and its shares of two increases, each with its base. */
function changeValues(
  row: AnswerRow,
  change: Decimal,
  where: Filter,
  found: Hardship,
  writer: Writer,
): Clause["values"] {
  const { inpatients, region } = found;
  const part = changeIn(row);
  return {
    status: writer.member("hardship_status", row.key.hardship_status ?? ""),
    change: writer.value(change, poolPay, { where, reading: "change" }),
    growth: writer.value(exact(row.compare?.growth[poolPay.id])?.abs() ?? null, poolPay, {
      where,
      reading: "growth",
      unit: "percent",
    }),
    ofStays: writer.value(contribution(part, changeIn(inpatients)), poolPay, {
      where,
      reading: "share_of_change_in",
      base: { ...writer.scope.where, ...inpatient },
      unit: "percent",
    }),
    ofAll: writer.value(contribution(part, changeIn(region)), poolPay, {
      where,
      reading: "share_of_change",
      unit: "percent",
    }),
  };
}

function paidBy({ group, line }: Hardship, shown: Shown, writer: Writer): Sentence {
  const { hardshipPage: words } = writer.words;
  const place = { where: { ...inpatient, ...groupWhere(writer.scope) } };
  const [pool, serious, aid, other, burden] = payers.map((payer) => writer.figure(group.values, payer, place));
  const clauses: Clause[] = [
    {
      template: words.paidBy,
      values: {
        fee: writer.figure(group.values, totalFee, place),
        pool: pool!,
        serious: serious!,
        aid: aid!,
        other: other!,
        burden: burden!,
        rate: writer.figure(group.values, actualReimbursementRate, place),
      },
    },
  ];
  const rate = exact(group.values[actualReimbursementRate.id]?.value);
  if (line && rate) {
    const distance = rate.minus(decimal(line.value));
    const points = writer.value(distance.abs(), actualReimbursementRate, {
      ...place,
      reading: "distance_to_line",
      unit: "points",
    });
    const template = distance.isZero() ? words.onLine : distance.isNegative() ? words.belowLine : words.aboveLine;
    clauses.push({ template, values: { line: lineValue(line), points } });
    clauses.push({ template: "{basis}", values: { basis: lineBasis(line, shown, writer) } });
  }
  return [...clauses, { template: words.stop, values: {} }];
}
