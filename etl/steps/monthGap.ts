import type { Finding } from "@/domain/load";
import { periodBetween } from "@/domain/period";
import type { ExtractInForce } from "@/etl/steps/inForce";

const shownMonths = 6;

/**
 * L-125: months of settlements between the first one that is in force and the last one of a load that nothing covers.
 * `after` is what is in force in the version to come, `own` the load's extracts with the names of their files.
 */
export function monthGap(
  own: readonly (Pick<ExtractInForce, "kind" | "scheme" | "coverage"> & { readonly fileName: string })[],
  after: readonly ExtractInForce[],
): Finding[] {
  const newest = own
    .filter(({ kind, coverage }) => kind === "settlements" && coverage.length > 0)
    .map((extract) => ({ ...extract, last: [...extract.coverage].sort().at(-1)! }))
    .sort((a, b) => (a.last < b.last ? -1 : 1))
    .at(-1);
  if (!newest) return [];
  const ofScheme = after.filter(({ kind, scheme }) => kind === "settlements" && scheme === newest.scheme);
  const covered = new Set(ofScheme.flatMap(({ parts }) => parts));
  const [first] = [...covered].sort();
  if (!first || first > newest.last) return [];
  const missing = periodBetween(first, newest.last).months.filter((month) => !covered.has(month));
  if (missing.length === 0) return [];
  const months = missing.slice(0, shownMonths).join("、") + (missing.length > shownMonths ? "…" : "");
  return [
    {
      ...{ code: "L-125", severity: "warn", file: newest.fileName, column: null, rows: 0, first_rows: [] },
      total_fee_amount: null,
      details: { months, count: missing.length },
    },
  ];
}
