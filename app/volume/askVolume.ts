import type { Installation } from "@/db/open";
import { answerAll } from "@/figures/answer";
import { cellMetrics } from "@/figures/causes";
import { type Outlier, strongestOutlier } from "@/figures/outliers";
import type { Answer, AnswerRow } from "@/figures/question";
import type { Language } from "@/messages/language";
import { moneyUnit } from "@/messages/numbers";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import casesPerHundred from "@/metrics/definitions/inpatient_cases_per_hundred_enrolled";
import poolPayPerCase from "@/metrics/definitions/pool_pay_per_case";
import { type CellChoice, inpatients, type WhyInpatients, whyOf, whyQuestion } from "@/reports/why";
import type { Scope } from "../scope";

/** What 人次与次均 says before its tables, exact; nothing is written yet. */
export interface Volume {
  readonly whole: AnswerRow;
  readonly classes: readonly AnswerRow[];
  readonly inpatients: AnswerRow;
  /** Inpatients by tier: fee per case. */
  readonly tiers: readonly AnswerRow[];
  /** Null without anything to compare with. */
  readonly why: WhyInpatients | null;
  readonly outlier: Outlier | null;
}

/** Asks the stored totals everything at once. */
export async function askVolume(
  installation: Installation,
  scope: Scope,
  cells: CellChoice,
  language: Language,
): Promise<Volume> {
  const ofInpatients = { ...scope, where: { ...scope.where, ...inpatients } };
  const [whole, classes, byTier, byCell, byInstitution] = (await answerAll(installation, [
    { ...scope, by: [], metrics: [casesPerHundred.id] },
    { ...scope, by: ["visit_class"], metrics: [cases.id] },
    { ...ofInpatients, by: ["tier"], metrics: [cases.id, feePerCase.id, poolPayPerCase.id] },
    whyQuestion(scope, cells),
    { ...ofInpatients, by: ["tier", "institution"], metrics: cellMetrics },
  ])) as [Answer, Answer, Answer, Answer, Answer];
  return {
    whole: whole.total,
    classes: classes.rows,
    inpatients: byTier.total,
    tiers: byTier.rows,
    why: whyOf(byCell, moneyUnit(language)),
    outlier: scope.compare ? strongestOutlier(byInstitution.rows) : null,
  };
}
