import type { AssessmentFrame, Evidence, IndicatorPatch } from "./assessment";

/** What is named is entered, what is not stays as it is. */
export type FramePatch = Partial<AssessmentFrame>;

/** A file as it was attached; who and when stand beside the change. */
export type AttachedFile = Pick<Evidence, "sha256" | "fileName" | "bytes">;

/** What can happen to an assessment, by kind. */
export interface AssessmentChangeValues {
  readonly frame: FramePatch;
  readonly indicator: { readonly code: string; readonly values: IndicatorPatch };
  /** `file` null: removed. */
  readonly evidence: { readonly code: string; readonly sha256: string; readonly file: AttachedFile | null };
  /** Everything that a page shows of it, frozen: an AssessmentView (assessments/view.ts). Nothing follows it. */
  readonly submission: unknown;
  /** It was created in error. Nothing follows it. */
  readonly withdrawal: null;
}
export type AssessmentChangeKind = keyof AssessmentChangeValues;

/** One thing that happened to an assessment: a row of its own, never overwritten. */
export type AssessmentChange<Kind extends AssessmentChangeKind = AssessmentChangeKind> = {
  readonly [Each in Kind]: {
    /** 1, 2, 3 … within the assessment. */
    readonly revision: number;
    readonly kind: Each;
    readonly value: AssessmentChangeValues[Each];
    /** 2018-07-05 09:00:00+08 */
    readonly enteredAt: string;
    /** Who, as typed. */
    readonly enteredBy: string;
    readonly reason: string;
  };
}[Kind];

/** What is to be entered. */
export type NewAssessmentChange = {
  readonly [Kind in AssessmentChangeKind]: { readonly kind: Kind; readonly value: AssessmentChangeValues[Kind] };
}[AssessmentChangeKind];

/**
 * What a change touches: two that touch the same exclude each other where neither writer saw the other's. Null: the
 * whole assessment.
 */
export function partsTouched(change: NewAssessmentChange): string[] | null {
  switch (change.kind) {
    case "frame":
      return Object.keys(change.value);
    case "indicator":
      return Object.keys(change.value.values).map((name) => `${change.value.code}/${name}`);
    case "evidence":
      return [`${change.value.code}/evidence/${change.value.sha256}`];
    case "submission":
    case "withdrawal":
      return null;
  }
}
