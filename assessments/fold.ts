import type { StoredAssessment } from "@/db/queries/listAssessments";
import type { AssessmentFrame, AssessmentPlace, Evidence, IndicatorEntry, IndicatorPatch } from "@/domain/assessment";
import type { AssessmentChange } from "@/domain/assessmentChange";
import type { Rubric } from "@/domain/rubric";
import type { Attributed } from "./view";

/** An assessment as all that happened to it leaves it. */
export interface Folded extends AssessmentPlace, AssessmentFrame {
  readonly rubricText: Rubric;
  readonly revision: number;
  readonly entries: readonly FoldedEntry[];
  /** Who changed anything last. */
  readonly changed: Attributed;
  /** Who entered the budget that stands; null: nobody. */
  readonly budgetBy: Attributed | null;
  readonly submission: AssessmentChange<"submission"> | null;
}

/** What was entered for an indicator, with who did so last. */
export interface FoldedEntry extends IndicatorEntry {
  readonly changed: Attributed;
  /** Who entered the value or the marks that stand; null: nobody. */
  readonly valueBy: Attributed | null;
}

const emptyFrame: AssessmentFrame = {
  head: { project: "", department: "", unit: "" },
  goal: { expected: "", achieved: "" },
  budget: { rows: [], base: "with_carried_over" },
  vetoes: [],
};

/** Puts the changes of an assessment on top of one another. */
export function fold({ id, region, scheme, year, rubric, changes }: StoredAssessment): Folded {
  let frame = emptyFrame;
  let budgetBy: Attributed | null = null;
  let submission: AssessmentChange<"submission"> | null = null;
  const entries = new Map<string, FoldedEntry>();
  for (const change of changes) {
    const by = attributedOf(change);
    switch (change.kind) {
      case "frame":
        frame = { ...frame, ...change.value };
        if (change.value.budget) budgetBy = by;
        break;
      case "indicator":
        entries.set(change.value.code, entered(entries.get(change.value.code), change.value, by));
        break;
      case "evidence":
        entries.set(change.value.code, attached(entries.get(change.value.code), change.value, by));
        break;
      case "submission":
        submission = change;
        break;
      case "withdrawal":
        break;
    }
  }
  const newest = changes.at(-1)!;
  return {
    ...{ id, region, scheme, year, ...frame, budgetBy, submission },
    rubric: { id: rubric.id, version: rubric.version },
    rubricText: rubric,
    revision: newest.revision,
    entries: [...entries.values()],
    changed: attributedOf(newest),
  };
}

/** Who made a change, when and why. */
export const attributedOf = ({ enteredBy, enteredAt, reason }: AssessmentChange): Attributed => ({
  by: enteredBy,
  at: enteredAt,
  reason,
});

function entered(
  before: FoldedEntry | undefined,
  { code, values }: { code: string; values: IndicatorPatch },
  by: Attributed,
): FoldedEntry {
  const { valueBy = null, evidence = [], changed: _, ...known } = before ?? {};
  const merged = Object.entries({ ...known, ...values }).filter(([, value]) => value !== null);
  const isValue = values.actual !== undefined || values.scores !== undefined;
  return { ...Object.fromEntries(merged), code, evidence, changed: by, valueBy: isValue ? by : valueBy };
}

function attached(
  before: FoldedEntry | undefined,
  { code, sha256, file }: AssessmentChange<"evidence">["value"],
  by: Attributed,
): FoldedEntry {
  const others = (before?.evidence ?? []).filter((each) => each.sha256 !== sha256);
  const added: Evidence[] = file ? [{ ...file, uploadedAt: by.at, uploadedBy: by.by }] : [];
  return { valueBy: null, ...before, code, evidence: [...others, ...added], changed: by };
}
