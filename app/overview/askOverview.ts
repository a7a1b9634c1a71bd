import type { Installation } from "@/db/open";
import type { Decomposition } from "@/domain/decomposition";
import { type Dimension, type HardshipStatus, hardshipStatuses, type Tier, tiers } from "@/domain/dimensions";
import { type Decimal, sum } from "@/domain/money";
import { addMonths, lastMonth, type Month, type Period, periodBetween, yearOf } from "@/domain/period";
import { answerAll } from "@/figures/answer";
import { amountOf, decomposeRows } from "@/figures/causes";
import { forecast } from "@/figures/forecast/forecast";
import { namesPoint } from "@/figures/forecast/outcome";
import { type Outlier, strongestOutlier } from "@/figures/outliers";
import type { Answer, AnswerRow, Figure, Question } from "@/figures/question";
import { inpatient } from "@/reports/inpatients";
import { type View, viewOf } from "@/reports/projection/items";
import { cellChoices, whyQuestion } from "@/reports/why";
import type { Scope } from "../scope";

/** Everything that 总览 shows, exact; nothing is written yet. */
export interface Overview {
  readonly whole: AnswerRow;
  /** By visit class, in the order of the split. */
  readonly classes: readonly AnswerRow[];
  readonly inpatients: AnswerRow | undefined;
  readonly curve: { readonly thisYear: readonly Figure[]; readonly lastYear: readonly Figure[]; readonly year: string };
  /** Why the payments of inpatients changed, over the cells that are also the first choice elsewhere. */
  readonly causes: Decomposition | null;
  /** The tier and the hardship status whose inpatients' payments grew most. */
  readonly tier: Increase<Tier> | null;
  readonly status: Increase<HardshipStatus> | null;
  readonly outlier: Outlier | null;
  readonly missingMonths: readonly Month[];
  /** Where the year ends; null where no point is named. */
  readonly projection: View | null;
}

export interface Increase<Member> {
  readonly member: Member;
  readonly change: Decimal;
}

const split = ["inpatient", "chronic", "outpatient", "other", "unclassified"];

const wholeMetrics = [
  "pool_pay_amount",
  "available_fund_amount",
  "burn_rate",
  "burn_rate_ahead_of_linear_progress",
  "linear_progress",
  "burn_rate_by_enrolment",
  "inpatient_cases_per_hundred_enrolled",
  "subsidy_in_place_rate",
  "accumulated_surplus_amount",
];
/** `none` is everybody else, and who is unclassified may be anybody: neither is an angle. */
const namedStatuses = hardshipStatuses.filter((status) => status !== "none" && status !== "unclassified");

/** Asks the stored totals everything that 总览 needs, at once. */
export async function askOverview(installation: Installation, scope: Scope): Promise<Overview> {
  const ask = (
    by: Dimension[],
    metrics: string[],
    where: Scope["where"] = {},
    period: Period = scope.period,
  ): Question => ({
    ...scope,
    period,
    by,
    where: { ...scope.where, ...where },
    metrics,
    compare: by.includes("month") ? null : scope.compare,
  });

  const year = yearOf(scope.period);
  const toDate = periodBetween(`${year}-01`, lastMonth(scope.period));
  const yearBefore = periodBetween(addMonths(`${year}-01`, -12), addMonths(`${year}-12`, -12));

  const [answers, yearEnd] = await Promise.all([
    answerAll(installation, [
      ask([], wholeMetrics),
      ask(["visit_class"], ["pool_pay_amount", "fee_per_case"]),
      whyQuestion(scope, cellChoices[0]),
      ask(["tier", "hardship_status"], ["pool_pay_amount"], inpatient),
      ask(["tier", "institution"], ["cases", "total_fee_amount"], inpatient),
      ask(["month"], ["pool_pay_amount"], {}, toDate),
      ask(["month"], ["pool_pay_amount"], {}, yearBefore),
    ]),
    forecast(installation, scope),
  ]);
  const [whole, byClass, byTier, cells, byInstitution, thisYear, lastYear] = answers as [
    Answer,
    Answer,
    Answer,
    Answer,
    Answer,
    Answer,
    Answer,
  ];

  const classes = byClass.rows
    .filter((row) => row.values.pool_pay_amount?.value != null || row.compare?.values.pool_pay_amount?.value != null)
    .sort((a, b) => split.indexOf(a.key.visit_class ?? "") - split.indexOf(b.key.visit_class ?? ""));
  return {
    whole: whole.total,
    classes,
    inpatients: classes.find((row) => row.key.visit_class === "inpatient"),
    curve: { thisYear: monthly(thisYear, toDate), lastYear: monthly(lastYear, yearBefore), year },
    causes: scope.compare ? decomposeRows(byTier.rows) : null,
    tier: largestIncrease(cells.rows, "tier", tiers),
    status: largestIncrease(cells.rows, "hardship_status", namedStatuses),
    outlier: scope.compare ? strongestOutlier(byInstitution.rows) : null,
    missingMonths: whole.missingMonths,
    projection: namesPoint(yearEnd) ? viewOf(yearEnd) : null,
  };
}

/** Payments month by month from January; the first month without data ends the curve. */
function monthly({ rows }: Answer, { months }: Period): Figure[] {
  const figures = months.map((month) => rows.find((row) => row.key.month === month)?.values.pool_pay_amount);
  const end = figures.findIndex((figure) => figure?.value == null);
  return (end < 0 ? figures : figures.slice(0, end)) as Figure[];
}

/** The member of a dimension whose inpatients' payments grew most, or null where none grew. */
function largestIncrease<Member extends string>(
  rows: readonly AnswerRow[],
  dimension: "tier" | "hardship_status",
  members: readonly Member[],
): Increase<Member> | null {
  const changes = members.map((member) => ({
    member,
    change: sum(
      rows
        .filter((row) => row.key[dimension] === member && row.compare)
        .map((row) => amountOf(row.values, "pool_pay_amount").minus(amountOf(row.compare?.values, "pool_pay_amount"))),
    ),
  }));
  const [first] = changes.sort((a, b) => b.change.comparedTo(a.change));
  return first?.change.greaterThan(0) ? first : null;
}
