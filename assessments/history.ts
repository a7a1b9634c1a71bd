import { listAssessments as listStored } from "@/db/queries/listAssessments";
import type { AssessmentChange } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import type { Storage } from "@/figures/publication";

/**
 * What happened to an assessment, or to one indicator of it, newest first: what was entered, by whom, when and why. The
 * value of a submission is left out. Throws PlainError P-101.
 */
export async function historyOf(
  { database }: Storage,
  { id, code = null }: { readonly id: string; readonly code?: string | null },
): Promise<AssessmentChange[]> {
  const [stored] = await listStored(database, { ids: [id], region: null, scheme: null, year: null });
  if (!stored) throw new PlainError("P-101", { assessment: id });
  return stored.changes
    .filter(({ kind, value }) => {
      if (code === null) return true;
      return (kind === "indicator" || kind === "evidence") && value.code === code;
    })
    .map((change) => (change.kind === "submission" ? { ...change, value: null } : change))
    .reverse();
}
