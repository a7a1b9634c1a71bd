import type { Installation } from "@/db/open";
import type { Dimension } from "@/domain/dimensions";
import { decimal } from "@/domain/money";
import { addMonths, lastMonth, type Month, type Period, periodBetween } from "@/domain/period";
import { answerAll } from "@/figures/answer";
import type { Answer, AnswerRow } from "@/figures/question";
import caseShare from "@/metrics/definitions/case_share";
import cases from "@/metrics/definitions/cases";
import casesPerPerson from "@/metrics/definitions/cases_per_person";
import feePerCase from "@/metrics/definitions/fee_per_case";
import inpatientCases from "@/metrics/definitions/inpatient_cases";
import meanStayDays from "@/metrics/definitions/mean_stay_days";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import poolPayPerCase from "@/metrics/definitions/pool_pay_per_case";
import { inpatient } from "@/reports/inpatients";
import { hasAny } from "@/reports/tables/members";
import type { Scope } from "../../scope";

/** By what an institution is compared with its tier: inpatients. */
export const compared = [inpatientCases, feePerCase, poolPayPerCase, meanStayDays, casesPerPerson];
/** What its parts can be: classes are totalled at publication, statuses are read from the rows when asked. */
export const mixes = ["visit_class", "hardship_status"] as const;
export type Mix = (typeof mixes)[number];

/** A month of a year, with what happened; null where it has no data. */
export interface MonthRow {
  readonly month: Month;
  readonly row: AnswerRow | null;
}

/** Everything that the page of one institution shows, exact; nothing is written yet. */
export interface OneInstitution {
  /** Null where it had no settlement in either period. */
  readonly tier: string | null;
  readonly whole: AnswerRow;
  readonly inpatients: AnswerRow;
  readonly parts: readonly AnswerRow[];
  readonly partsTotal: AnswerRow;
  readonly ofTier: { readonly whole: AnswerRow; readonly inpatients: AnswerRow } | null;
  readonly region: AnswerRow;
  readonly thisYear: readonly MonthRow[];
  readonly lastYear: readonly MonthRow[];
}

/** `scope` keeps the institution and no tier: that is found here, and its own figures are asked beside. */
export async function askInstitution(installation: Installation, scope: Scope, by: Mix): Promise<OneInstitution> {
  const { institution: _, ...everybody } = scope.where;
  const last = lastMonth(scope.period);
  const year = periodBetween(`${last.slice(0, 4)}-01`, last);
  const yearBefore = periodBetween(addMonths(year.months[0]!, -12), addMonths(year.months[0]!, -1));
  const paid = [poolPay.id];
  const ids = compared.map(({ id }) => id);
  const ask = (dimensions: readonly Dimension[], metrics: readonly string[], where: Scope["where"]) => ({
    ...scope,
    by: dimensions,
    metrics,
    where,
  });
  const monthly = { ...ask(["month"], [poolPay.id, cases.id], scope.where), compare: null };
  const [own, stays, parts, tiers, tierStays, region, now, then] = (await answerAll(installation, [
    ask(["tier"], paid, scope.where),
    ask([], ids, { ...scope.where, ...inpatient }),
    ask([by], [poolPay.id, cases.id, caseShare.id], scope.where),
    ask(["tier"], paid, everybody),
    ask(["tier"], ids, { ...everybody, ...inpatient }),
    ask([], paid, {}),
    { ...monthly, period: year },
    { ...monthly, period: yearBefore },
  ])) as [Answer, Answer, Answer, Answer, Answer, Answer, Answer, Answer];
  const tier = tierOf(own);
  const at = ({ rows }: Answer) => rows.find(({ key }) => key.tier === tier);
  const [wholeTier, inpatientTier] = [at(tiers), at(tierStays)];
  return {
    tier,
    whole: own.total,
    inpatients: stays.total,
    parts: parts.rows.filter((row) => hasAny(row, poolPay.id) || hasAny(row, cases.id)),
    partsTotal: parts.total,
    ofTier: wholeTier && inpatientTier ? { whole: wholeTier, inpatients: inpatientTier } : null,
    region: region.total,
    thisYear: monthsOf(now, year),
    lastYear: monthsOf(then, yearBefore),
  };
}

/** An institution has one tier, save when the list moved it within the period: then the one where more was paid. */
function tierOf({ rows }: Answer): string | null {
  const paid = ({ values }: AnswerRow) => decimal(values[poolPay.id]?.value ?? "0");
  return [...rows].sort((a, b) => paid(b).comparedTo(paid(a)))[0]?.key.tier ?? null;
}

function monthsOf({ rows }: Answer, { months }: Period): MonthRow[] {
  const byMonth = new Map(rows.map((row) => [row.key.month, row]));
  return months.map((month) => ({ month, row: byMonth.get(month) ?? null }));
}
