import type { AssessmentWrite } from "@/db/queries/changeAssessment";
import type { Attribution } from "@/db/queries/createAssessment";
import type { AssessmentHead, IndicatorPatch } from "@/domain/assessment";
import type { FramePatch } from "@/domain/assessmentChange";

export type { Attribution } from "@/db/queries/createAssessment";

/** A change by somebody who saw the assessment at revision `seen`: refused where what it touches changed since. */
export type ChangeRequest = AssessmentWrite;

/** What creates an assessment: the newest version of the rubric that is in force in the year is taken. */
export interface Creation extends Attribution {
  readonly region: string;
  readonly scheme: string;
  readonly year: number;
  readonly rubric: string;
  readonly head: AssessmentHead;
}

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
