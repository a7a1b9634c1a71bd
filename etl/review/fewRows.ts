import type { FileOutcome, StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";
import type { RecentMonths } from "./recentMonths";

const expectedShare = 0.5;

/** L-108: a file of months with less than half of the usual rows, and nothing in it to count against: is it whole? */
export function findFewRows(file: StagedFile, outcome: FileOutcome, recent: RecentMonths | null): Found[] {
  if (file.kind !== "settlements" || !recent || file.control || file.coverage.covered.length === 0) return [];
  const usual = recent.rowsPerMonth * file.coverage.covered.length;
  const rows = outcome.report.rows_read;
  if (rows >= usual * expectedShare) return [];
  const percent = Math.round((1 - rows / usual) * 100);
  return [{ code: "L-108", severity: "warn", field: null, rows, first: [], details: { percent } }];
}
