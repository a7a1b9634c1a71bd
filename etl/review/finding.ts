import type { Finding } from "@/domain/load";
import { shownRows } from "../steps/fileFindings";
import type { StagedFile } from "../steps/fileOutcome";
import { rowOf } from "../steps/readTable";

/** What a review found; rows as ordinals of the table, from 0. */
export interface Found {
  readonly code: string;
  readonly severity: "refuse" | "warn";
  /** Field whose column is concerned. */
  readonly field: string | null;
  readonly rows: number;
  readonly first: readonly number[];
  readonly details?: Finding["details"];
}

export function findingOf(file: StagedFile, { code, severity, field, rows, first, details }: Found): Finding {
  const column = (field && file.mapping.columns.get(field)?.header) || null;
  return {
    code,
    severity,
    file: file.name,
    column,
    rows,
    total_fee_amount: null,
    first_rows: [...first]
      .sort((a, b) => a - b)
      .slice(0, shownRows)
      .map((ordinal) => rowOf(file.table, ordinal)),
    details: { rows, ...(column ? { column } : {}), ...details },
  };
}
