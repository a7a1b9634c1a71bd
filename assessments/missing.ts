import type { AssessmentFrame, MissingCode } from "@/domain/assessment";
import { decimal, sum } from "@/domain/money";
import type { Rubric } from "@/domain/rubric";
import type { ScoredIndicator, ScoringFlag } from "@/domain/scoring/scored";
import type { IndicatorKnown } from "./inputs";

/** What has to be explained before submission. */
const explained: readonly ScoringFlag[] = ["unmet", "far_over_target", "contradicts"];

/** Forms that print 年度指标值 of every indicator, 年度总体目标 and 项目资金. */
const isOfficial = ({ form }: Rubric) => form === "project" || form === "transfer";

/** What an indicator lacks; nothing where it does not apply. */
export function missingOf(rubric: Rubric, known: IndicatorKnown, scored: ScoredIndicator): MissingCode[] {
  if (!known.applies) return [];
  const { indicator, entry, origin } = known;
  const { rule } = indicator.scoring;
  const hasOwnTarget = rule !== "given" && rule !== "deduction" && rule !== "budget_execution";
  const needsReason = rule === "qualitative" || scored.flags.some((flag) => explained.includes(flag));
  const lacks: readonly [MissingCode, boolean][] = [
    ["no_target", scored.flags.includes("no_target") || (isOfficial(rubric) && hasOwnTarget && known.target === null)],
    ["parts_differ", !addsUp(known)],
    ["pending_actual", known.actual === null && entry?.scores?.estimate === undefined],
    ["override_without_reason", origin?.kind === "overriding" && !origin.overrideReason],
    ["reason_missing", known.actual !== null && needsReason && !entry?.reason],
    ["evidence_missing", indicator.evidenceRequired && !entry?.evidence.length],
  ];
  return lacks.filter(([, isLacking]) => isLacking).map(([code]) => code);
}

/** Parts of a target add up to it: 416 + 73 + 20 + 80 = 589. */
function addsUp({ target, targetParts }: IndicatorKnown): boolean {
  if (targetParts.length === 0) return true;
  return target !== null && sum(targetParts.map(({ value }) => decimal(value))).eq(decimal(target));
}

/** What the assessment lacks as a whole. */
export function missingInFrame(rubric: Rubric, { head, goal, budget }: AssessmentFrame): MissingCode[] {
  const names = [head.project, head.department, head.unit];
  const needed = rubric.form === "transfer" ? [...names, head.centralDepartment ?? ""] : names;
  const executesBudget = rubric.sections.some(({ indicators }) =>
    indicators.some(({ scoring }) => scoring.rule === "budget_execution"),
  );
  const lacks: readonly [MissingCode, boolean][] = [
    ["head_incomplete", needed.includes("")],
    ["goal_incomplete", isOfficial(rubric) && (goal.expected === "" || goal.achieved === "")],
    ["budget_missing", (isOfficial(rubric) || executesBudget) && budget.rows.length === 0],
  ];
  return lacks.filter(([, isLacking]) => isLacking).map(([code]) => code);
}
