import type { FileOutcome, StagedFile } from "../steps/fileOutcome";
import type { Found } from "./finding";
import type { RecentMonths } from "./recentMonths";

/** Times the usual rows. */
const expected = { least: 0.5, most: 2 };

/**
 * A file of months with less than half of the usual rows, and nothing in it to count against: is it whole (L-108)? With
 * more than twice as many: was anything exported twice (L-134)?
 */
export function findUnusualRowCount(file: StagedFile, outcome: FileOutcome, recent: RecentMonths | null): Found[] {
  if (file.kind !== "settlements" || !recent || file.coverage.covered.length === 0) return [];
  const rows = outcome.report.rows_read;
  const share = rows / (recent.rowsPerMonth * file.coverage.covered.length);
  const warn = (code: string): Found[] => [
    {
      code,
      severity: "warn",
      field: null,
      rows,
      first: [],
      details: { percent: Math.round(Math.abs(share - 1) * 100) },
    },
  ];
  if (share < expected.least && !file.control) return warn("L-108");
  return share > expected.most ? warn("L-134") : [];
}
