import type { PolicyParameter } from "@/domain/policyParameter";
import type { Answer, AnswerRow, Question, QuestionScope } from "@/figures/question";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { hardshipQuestions } from "@/reports/hardship/ask";
import { hasAny, namedStatuses } from "@/reports/tables/members";

/** What 困难群众 shows beside its tables, exact; nothing is written yet. Inpatients but for `region`. */
export interface Hardship {
  /** Every status with inpatients, in their order. */
  readonly statuses: readonly AnswerRow[];
  /** The named statuses together, and everybody. */
  readonly group: AnswerRow;
  readonly inpatients: AnswerRow;
  /** All payments of the region, whatever the filter: the base of the second share. */
  readonly region: AnswerRow;
  readonly line: PolicyParameter | null;
}

/** What the page asks besides its tables. */
export const pageQuestions = (scope: QuestionScope): Question[] => [
  ...hardshipQuestions(scope),
  { ...scope, where: {}, by: [], metrics: [poolPay.id] },
];

/** The answers to `pageQuestions`. */
export function hardshipOf(answers: readonly Answer[], line: PolicyParameter | null): Hardship {
  const [byStatus, group, region] = answers as [Answer, Answer, Answer];
  return {
    statuses: byStatus.rows.filter((row) => hasAny(row, cases.id) || hasAny(row, poolPay.id)),
    group: group.total,
    inpatients: byStatus.total,
    region: region.total,
    line,
  };
}

export const isNamed = ({ key }: AnswerRow) => namedStatuses.some((status) => status === key.hardship_status);
