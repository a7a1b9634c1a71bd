import type { ExtractKind } from "@/domain/load";

/** What a rule may depend on besides the row. */
export interface CheckContext {
  readonly region: string;
  /** The layout has a column that marks a reversal. */
  readonly hasReversalMark: boolean;
  /** Amounts above it are held, in yuan. */
  readonly ceiling: number;
  /** Fields that a column of the file carries. */
  readonly present: ReadonlySet<string>;
}

/** One rule about one row: outcome, the field it is about, and when it applies. */
export interface Check {
  /** `L-311`: its words stand in messages/<language>/load.ts. */
  readonly code: string;
  readonly kinds: readonly ExtractKind[];
  /** hold: the row is kept aside and not counted; warn: it counts and is listed. */
  readonly outcome: "hold" | "warn";
  readonly field: string;
  /** SQL condition over the fields of a kind, typed; null counts as false. Null when the rule has no say in this file. */
  readonly when: (context: CheckContext) => string | null;
}

export function defineCheck(check: Check): Check {
  return check;
}

/** A row that the exporter marked invalid is excluded anyway: rules about its money have nothing to protect. */
export const counts = "coalesce(valid_flag, true)";
