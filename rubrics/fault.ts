/** A fault of a rubric of the right shape: its code, what it is about, its place in the document. */
export interface RubricFault {
  /** R-1xx: words in messages/zh-CN/rubric.ts. */
  readonly code: string;
  /** `sections/0/indicators/2/marks`; empty for the whole. */
  readonly path: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export const fault = (code: string, path: string, details: RubricFault["details"] = {}): RubricFault => ({
  code,
  path,
  details,
});
