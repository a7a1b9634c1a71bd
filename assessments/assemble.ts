import type { RegionRow } from "@/db/queries/listRegions";
import type { AssessmentState, IndicatorEntry } from "@/domain/assessment";
import { decimal, sum } from "@/domain/money";
import { executionOf } from "@/domain/projectBudget";
import type { Rubric } from "@/domain/rubric";
import { score } from "@/domain/scoring/score";
import {
  type ExecutionBase,
  executionBases,
  type IndicatorInput,
  type Points,
  type ScoredIndicator,
  type ScoreKind,
  scoreKinds,
} from "@/domain/scoring/scored";
import type { Folded } from "./fold";
import { type IndicatorKnown, knownOf } from "./inputs";
import { missingInFrame, missingOf } from "./missing";
import type { FiguresRead } from "./readFigures";
import type { AssessmentView, BudgetView, IndicatorView, Missing, SectionView } from "./view";

/** An assessment as it can be submitted. */
export type OpenView = Omit<AssessmentView, "submitted" | "drift">;

/** Everything that is shown of an assessment, from what was entered and what the registry says. */
export function assemble(
  assessment: Folded,
  { data, figures }: FiguresRead,
  region: Pick<RegionRow, "name" | "demo"> | undefined,
): OpenView {
  const { rubricText: rubric } = assessment;
  const known = rubric.sections.flatMap(({ indicators }) =>
    indicators.map((indicator) => knownOf(assessment, indicator, figures.get(indicator.code) ?? null)),
  );
  const scored = score(rubric, inputsOf(known), assessment.vetoes);
  const sections = scored.sections.map(
    ({ indicators, ...section }): SectionView => ({
      ...section,
      indicators: indicators.map((each) => indicatorView(rubric, known.find(isOf(each.code))!, each)),
    }),
  );
  const missing: Missing[] = [
    ...missingInFrame(rubric, assessment).map((code) => ({ code, indicator: null })),
    ...sections.flatMap(({ indicators }) =>
      indicators.flatMap(({ indicator, missing: lacks }) => lacks.map((code) => ({ code, indicator: indicator.code }))),
    ),
  ];
  const { id, scheme, year, revision, head, goal, budget, management, remark, vetoes } = assessment;
  const entries = assessment.entries.map(({ changed: _, valueBy: __, ...entry }): IndicatorEntry => entry);
  const place = { id, region: assessment.region, scheme, year, rubric: assessment.rubric };
  const frame = { head, goal, budget, management, remark, vetoes };
  return {
    assessment: { ...place, ...frame, state: stateOf(assessment, missing), revision, entries },
    rubric,
    region: { code: assessment.region, name: region?.name ?? assessment.region, demo: region?.demo ?? false },
    data,
    sections,
    scored,
    totals: totalsOf(rubric, known, assessment.vetoes),
    budget: budgetView(assessment),
    missing,
    changed: assessment.changed,
  };
}

const isOf = (code: string) => (known: IndicatorKnown) => known.indicator.code === code;

function inputsOf(known: readonly IndicatorKnown[]): Record<string, IndicatorInput> {
  return Object.fromEntries(
    known.map(({ indicator, target, actual, applies }) => [indicator.code, { target, actual, applies }]),
  );
}

function indicatorView(
  rubric: Rubric,
  { applies: _, entry, ...known }: IndicatorKnown,
  scored: ScoredIndicator,
): IndicatorView {
  return {
    ...known,
    scored,
    scores: {
      self: known.indicator.scoring.rule === "given" ? exactly(entry?.scores?.self) : scored.points,
      estimate: exactly(entry?.scores?.estimate),
      review: exactly(entry?.scores?.review),
    },
    reason: entry?.reason ?? null,
    evidence: entry?.evidence ?? [],
    monitoring: entry?.monitoring ?? null,
    missing: missingOf(rubric, { ...known, entry, applies: scored.applies }, scored),
    changed: entry?.changed ?? null,
  };
}

const exactly = (marks: string | undefined): Points | null =>
  marks === undefined ? null : { low: marks, high: marks };

/**
 * The total by each kind of score: where somebody gave a score of the kind, it stands in place of the rule's points;
 * elsewhere the self score does.
 */
function totalsOf(
  rubric: Rubric,
  known: readonly IndicatorKnown[],
  vetoes: readonly string[],
): Record<ScoreKind, Points | null> {
  const totalBy = (kind: ScoreKind): Points | null => {
    const marksOf = ({ entry }: IndicatorKnown) => entry?.scores?.[kind] ?? entry?.scores?.self;
    if (kind !== "self" && !known.some(({ entry }) => entry?.scores?.[kind] !== undefined)) return null;
    const isGiven = (each: IndicatorKnown) => each.indicator.scoring.rule === "given" || marksOf(each) !== undefined;
    const given = new Set(known.filter(isGiven).map(({ indicator }) => indicator.code));
    const asGiven: Rubric = {
      ...rubric,
      sections: rubric.sections.map((section) => ({
        ...section,
        indicators: section.indicators.map((indicator) =>
          given.has(indicator.code) ? { ...indicator, scoring: { rule: "given" } } : indicator,
        ),
      })),
    };
    const withMarks = known.map((each): IndicatorKnown => {
      const marks = marksOf(each);
      if (!isGiven(each)) return each;
      return { ...each, actual: marks === undefined ? null : { kind: "marks", scores: { self: marks } } };
    });
    return score(asGiven, inputsOf(withMarks), vetoes).total;
  };
  return Object.fromEntries(scoreKinds.map((kind) => [kind, totalBy(kind)])) as Record<ScoreKind, Points | null>;
}

function budgetView({ budget }: Folded): BudgetView | null {
  if (budget.rows.length === 0) return null;
  const total = (name: "opening" | "adjusted" | "executed") => sum(budget.rows.map((row) => decimal(row[name])));
  const rateOn = (base: ExecutionBase) => executionOf(budget, base)?.rate?.toString() ?? null;
  return {
    opening: total("opening").toString(),
    adjusted: total("adjusted").toString(),
    executed: total("executed").toString(),
    base: budget.base,
    rates: Object.fromEntries(executionBases.map((base) => [base, rateOn(base)])) as BudgetView["rates"],
  };
}

function stateOf({ entries }: Folded, missing: readonly Missing[]): AssessmentState {
  if (missing.length === 0) return "self_assessed";
  return entries.some(({ monitoring }) => monitoring) ? "monitored" : "targets_set";
}
