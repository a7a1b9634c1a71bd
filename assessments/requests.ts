import type { AssessmentFrame, AssessmentHead, IndicatorPatch } from "@/domain/assessment";

/** Who enters something, as typed, when and why. */
export interface Attribution {
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly reason: string;
}

/** A change of an assessment by somebody who saw it at a revision: it is refused where what it names changed since. */
export interface ChangeRequest extends Attribution {
  readonly id: string;
  readonly seen: number;
}

/** What creates an assessment: the newest version of the rubric that is in force in the year is taken. */
export interface Creation extends Attribution {
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  readonly rubric: string;
  readonly head: AssessmentHead;
}

/** What is named is entered, what is not stays as it is. */
export type FramePatch = Partial<AssessmentFrame>;

export interface FrameChange extends ChangeRequest {
  readonly values: FramePatch;
}

export interface IndicatorChange extends ChangeRequest {
  readonly code: string;
  readonly values: IndicatorPatch;
}

/** A file to be attached, as it comes. */
export interface EvidenceFile extends ChangeRequest {
  readonly code: string;
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export interface EvidenceRemoval extends ChangeRequest {
  readonly code: string;
  readonly sha256: string;
}

/** `dataVersion`: whose figures the writer saw; null where there were none. */
export interface SubmissionRequest extends ChangeRequest {
  readonly dataVersion: number | null;
}
