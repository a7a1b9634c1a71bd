import type { Finding } from "@/domain/load";
import type { FileOutcome, StagedFile } from "../steps/fileOutcome";
import type { RecentMonths } from "./recentMonths";

/** Times the usual rows. */
const expected = { least: 0.5, most: 2 };

/** A file of settlements and what its rows came to. */
interface CountedFile {
  readonly file: StagedFile;
  readonly outcome: FileOutcome;
}

/**
 * Files of months with less than half of the usual rows, and nothing in them to count against: are they whole (L-108)? With
 * more than twice as many: was anything exported twice (L-134)? Files of the same months, one a day, are counted together.
 */
export function findUnusualRowCounts(files: readonly CountedFile[], recent: RecentMonths | null): Finding[] {
  if (!recent) return [];
  return bySharedMonths(files.filter(({ file }) => file.kind === "settlements" && file.coverage.covered.length > 0))
    .map((together) => judge(together, recent))
    .filter((finding) => finding !== null);
}

function judge(together: readonly CountedFile[], { rowsPerMonth }: RecentMonths): Finding | null {
  const rows = together.reduce((sum, { outcome }) => sum + outcome.report.rows_read, 0);
  const months = new Set(together.flatMap(({ file }) => file.coverage.covered));
  const share = rows / (rowsPerMonth * months.size);
  const isCounted = together.some(({ file }) => file.control);
  const code = share > expected.most ? "L-134" : share < expected.least && !isCounted ? "L-108" : null;
  if (code === null) return null;
  const names = together.map(({ file }) => file.name).sort();
  return {
    code,
    severity: "warn",
    file: names.length > 1 ? `${names[0]} … ${names.at(-1)}` : names[0]!,
    column: null,
    rows,
    total_fee_amount: null,
    first_rows: [],
    details: { rows, percent: Math.round(Math.abs(share - 1) * 100) },
  };
}

/** Files of which each has a month in common with another of its group. */
function bySharedMonths(files: readonly CountedFile[]): CountedFile[][] {
  let groups: CountedFile[][] = [];
  for (const counted of files) {
    const months = new Set(counted.file.coverage.covered);
    const isShared = (group: CountedFile[]) =>
      group.some(({ file }) => file.coverage.covered.some((month) => months.has(month)));
    const shared = groups.filter(isShared).flat();
    groups = [...groups.filter((group) => !isShared(group)), [...shared, counted]];
  }
  return groups;
}
