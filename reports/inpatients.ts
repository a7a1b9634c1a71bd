import type { QuestionScope } from "@/figures/question";

/** Of whom much of the report speaks: those who stay in hospital. */
export const inpatient = { visit_class: ["inpatient"] } as const;

/** The part of a scope that stays in hospital. */
export const inpatientsOf = (scope: QuestionScope): QuestionScope => ({
  ...scope,
  where: { ...scope.where, ...inpatient },
});
