import type { AssessmentHead, IndicatorPatch } from "@/domain/assessment";
import type { FramePatch, NewAssessmentChange } from "@/domain/assessmentChange";
import { evidencePdf } from "./evidencePdf";
import { countyName, demoMark } from "./region";

/** An assessment of the county: what its bureau would have entered, and by when it knew all of it. */
export interface DemoAssessment {
  readonly id: string;
  readonly year: number;
  /** The first version of a shipped one: what a bureau enters later changes nothing of the demo. */
  readonly rubric: string;
  readonly head: AssessmentHead;
  /** The day on which files were received with which it is entered, and submitted where it is. */
  readonly enteredWith: string;
  readonly createdOn: string;
  readonly changes: readonly DemoChange[];
  readonly evidence: readonly DemoEvidence[];
  /** Null: still in progress. */
  readonly submittedOn: string | null;
}

export type DemoChange = NewAssessmentChange & { readonly on: string };

export interface DemoEvidence {
  readonly code: string;
  readonly fileName: string;
  readonly content: Buffer;
  readonly on: string;
}

export const head = (project: string): AssessmentHead => ({
  project: `${project}（${demoMark}）`,
  department: `${countyName}财政局`,
  unit: `${countyName}医疗保障局`,
});

export const indicator = (on: string, code: string, values: IndicatorPatch): DemoChange => ({
  ...{ kind: "indicator", value: { code, values } },
  on,
});
export const frame = (on: string, value: FramePatch): DemoChange => ({ kind: "frame", value, on });
export const number = (value: string): IndicatorPatch => ({ actual: { kind: "number", value } });
export const evidence = (on: string, code: string, title: string): DemoEvidence => ({
  ...{ code, on, fileName: `${title}.pdf` },
  content: evidencePdf(title),
});
