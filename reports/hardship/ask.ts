import type { Filter, Question, QuestionScope } from "@/figures/question";
import type { Metric } from "@/metrics/define";
import actualReimbursementRate from "@/metrics/definitions/actual_reimbursement_rate";
import caseShare from "@/metrics/definitions/case_share";
import cases from "@/metrics/definitions/cases";
import enrolled from "@/metrics/definitions/enrolled";
import medicalAid from "@/metrics/definitions/medical_aid_pay_amount";
import otherGuarantee from "@/metrics/definitions/other_guarantee_pay_amount";
import personalBurden from "@/metrics/definitions/personal_burden_amount";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import registeredPersons from "@/metrics/definitions/registered_persons";
import seriousIllness from "@/metrics/definitions/serious_illness_pay_amount";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { inpatientsOf } from "../inpatients";
import { namedStatuses } from "../tables/members";

/** Who pays an inpatient's fee, in the order in which they pay. Together they are the fee. */
export const payers: readonly Metric[] = [poolPay, seriousIllness, medicalAid, otherGuarantee, personalBurden];

const inpatientMetrics = [cases, caseShare, totalFee, ...payers, actualReimbursementRate].map(({ id }) => id);

/** The named statuses that a scope keeps: those it filters by, else all. */
export const groupStatuses = ({ where }: QuestionScope): readonly string[] =>
  namedStatuses.filter((status) => where.hardship_status?.includes(status) ?? true);

/** The hardship groups of a scope taken together, as a filter. */
export const groupWhere = (scope: QuestionScope): Filter => ({ hardship_status: groupStatuses(scope) });

/** Inpatients by status and of all groups together. */
export function hardshipQuestions(scope: QuestionScope): [byStatus: Question, group: Question] {
  const inpatients = inpatientsOf(scope);
  return [
    { ...inpatients, by: ["hardship_status"], metrics: inpatientMetrics },
    { ...inpatients, where: { ...inpatients.where, ...groupWhere(scope) }, by: [], metrics: inpatientMetrics },
  ];
}

/** Who is registered, whatever the class or tier: the registry knows neither. And everybody enrolled. */
export function registryQuestions(scope: QuestionScope): [byStatus: Question, group: Question, everybody: Question] {
  const registered = { ...scope, compare: null, metrics: [registeredPersons.id] };
  return [
    { ...registered, where: {}, by: ["hardship_status"] },
    { ...registered, where: groupWhere(scope), by: [] },
    { ...scope, compare: null, where: {}, by: [], metrics: [enrolled.id] },
  ];
}
