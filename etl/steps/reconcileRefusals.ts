import type { Finding } from "@/domain/load";
import type { FileOutcome, StagedFile } from "./fileOutcome";
import { compareControl } from "./reconcile";
import { totalFrom, totalled, totalText } from "./reconcileControl";

/**
 * Reasons to refuse a file whose rows were judged: too much is held (said only where `isSuspect` and the other reasons do
 * not say why), or what it says of itself is missed.
 */
export function refusalsOf(
  file: StagedFile,
  outcome: FileOutcome,
  shares: { readonly heldShare: number; readonly otherRegionShare: number },
  isSuspect: boolean,
): Finding[] {
  const { report, findings } = outcome;
  const said = (code: string) => findings.filter((finding) => finding.code === code);
  const count = (some: readonly Finding[]) => some.reduce((sum, { rows }) => sum + rows, 0);
  const held = (code: string) => count(said(code).filter(({ severity }) => severity === "hold"));
  const refuse = (
    code: string,
    rows: number,
    details: Finding["details"] = {},
    column: string | null = null,
  ): Finding => ({
    code,
    severity: "refuse",
    file: file.name,
    column: column ?? said(code)[0]?.column ?? null,
    rows,
    total_fee_amount: null,
    first_rows: said(code)[0]?.first_rows ?? [],
    details: { rows, ...details },
  });

  const refusals: Finding[] = [];
  // Whose digits are lost finds neither its original nor its copy, in whatever column it stands.
  const untold = count(said("L-402"));
  if (untold > 0) refusals.push(refuse("L-402", untold));
  for (const code of ["L-401", "L-309"]) if (held(code) > 0) refusals.push(refuse(code, held(code)));
  const lost = count(said("L-401"));
  if (held("L-401") === 0 && lost > report.rows_read * shares.otherRegionShare) refusals.push(refuse("L-401", lost));
  if (held("L-419") > report.rows_read * shares.otherRegionShare) refusals.push(refuse("L-419", held("L-419")));
  if (held("L-207") > report.rows_read * shares.heldShare)
    refusals.push(
      refuse("L-207", held("L-207"), { cells: file.table.ragged[0]!.cells, expected: file.mapping.header.length }),
    );
  for (const [name, { expected, read, agrees }] of Object.entries(compareControl(file, outcome))) {
    if (agrees) continue;
    const difference = totalText(name, totalFrom(name, expected) - totalFrom(name, read));
    const header = file.mapping.columns.get(totalled[file.kind][name] ?? "")?.header ?? null;
    refusals.push(refuse("L-209", 0, { measure: name, expected, read, difference }, header));
  }
  // Rows of other regions are good rows in the wrong place, and have a share of their own.
  const faulty = report.quarantined - held("L-419");
  if (refusals.length === 0 && !isSuspect && faulty > report.rows_read * shares.heldShare)
    refusals.push(refuse("L-430", faulty, { read: report.rows_read, limit: `${shares.heldShare * 100}%` }));
  return refusals;
}
