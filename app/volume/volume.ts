import { institutionsQuestion, type Outlier, strongestOutlier } from "@/figures/outliers";
import type { Answer, AnswerRow, Question } from "@/figures/question";
import cases from "@/metrics/definitions/cases";
import feePerCase from "@/metrics/definitions/fee_per_case";
import casesPerHundred from "@/metrics/definitions/inpatient_cases_per_hundred_enrolled";
import poolPayPerCase from "@/metrics/definitions/pool_pay_per_case";
import { inpatientsOf } from "@/reports/inpatients";
import { type CellChoice, type WhyInpatients, whyOf, whyQuestion } from "@/reports/why";
import type { Scope } from "../scope";

/** What 人次与次均 says before its tables, exact; nothing is written yet. */
export interface Volume {
  readonly classes: readonly AnswerRow[];
  readonly inpatients: AnswerRow;
  /** Inpatients by tier: fee per case. */
  readonly tiers: readonly AnswerRow[];
  /** Null without anything to compare with. */
  readonly why: WhyInpatients | null;
  readonly outlier: Outlier | null;
}

const inpatientMetrics = [cases.id, casesPerHundred.id, feePerCase.id, poolPayPerCase.id];

/** All of it from the stored totals; asked together with the tables of the page. */
export const volumeQuestions = (scope: Scope, cells: CellChoice): Question[] => [
  { ...scope, by: ["visit_class"], metrics: [cases.id] },
  { ...inpatientsOf(scope), by: ["tier"], metrics: inpatientMetrics },
  whyQuestion(scope, cells),
  institutionsQuestion(inpatientsOf(scope)),
];

/** The answers to `volumeQuestions`; `unit`: yuan in one unit of display. */
export function volumeOf(answers: readonly Answer[], unit: number): Volume {
  const [classes, byTier, byCell, byInstitution] = answers as [Answer, Answer, Answer, Answer];
  return {
    classes: classes.rows,
    inpatients: byTier.total,
    tiers: byTier.rows,
    why: whyOf(byCell, unit),
    outlier: strongestOutlier(byInstitution.rows),
  };
}
