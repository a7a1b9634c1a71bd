import { type Decimal, zero } from "../money";
import type { RuleId, ScoringRule } from "../rubric";
import type { Actual, actualKinds, ScoringFlag, ScoringFormula } from "./scored";

/** What a rule is asked: marks of the indicator, its target where it has one, what became of it. */
export interface Asked<Rule extends RuleId> {
  readonly rule: Extract<ScoringRule, { rule: Rule }>;
  /** Above zero. */
  readonly full: Decimal;
  readonly target: Decimal | null;
  readonly actual: Extract<Actual, { kind: (typeof actualKinds)[Rule] }>;
}

/** What a rule answers. `low` and `high` differ only while somebody's score is pending. */
export interface Answer {
  readonly low: Decimal;
  readonly high: Decimal;
  readonly formula: ScoringFormula;
  readonly inputs: Readonly<Record<string, string>>;
  /** actual ÷ target, where that is said. */
  readonly attainment: Decimal | null;
  readonly flags: readonly ScoringFlag[];
}

/** A rule: pure, of values that were read before. */
export type Scorer<Rule extends RuleId> = (asked: Asked<Rule>) => Answer;

/** An answer whose points are known. */
export function known(
  points: Decimal,
  formula: ScoringFormula,
  inputs: Readonly<Record<string, string>>,
  { attainment = null, flags = [] }: Partial<Pick<Answer, "attainment" | "flags">> = {},
): Answer {
  return { low: points, high: points, formula, inputs, attainment, flags };
}

/** The flag of a target that was not reached. */
export const unmetUnless = (met: boolean): readonly ScoringFlag[] => (met ? [] : ["unmet"]);

/** Nothing is known of the points of a number without its target. */
export function noTarget(inputs: Readonly<Record<string, string>>, full: Decimal): Answer {
  return { low: zero, high: full, formula: "no_target", inputs, attainment: null, flags: ["no_target"] };
}
