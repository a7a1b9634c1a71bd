import { PlainError } from "@/domain/errors";
import type { Storage } from "@/figures/publication";
import { enter } from "./change";
import { requireEvidence } from "./readEvidence";
import type { SubmissionRequest } from "./requests";
import { viewAssessment } from "./viewAssessments";

/**
 * Submits: everything that is shown of the assessment is frozen as it is, figures, data version, rubric and points, in
 * one statement. Throws PlainError P-101, P-201 and P-202 as changes do; P-203 where figures are of another data version
 * than the writer saw; P-204 while something is missing, with how much; P-308 where a file of 佐证材料 is gone.
 */
export async function submitAssessment(
  storage: Storage,
  { dataVersion, ...request }: SubmissionRequest,
): Promise<number> {
  const { submitted, drift: _, ...view } = await viewAssessment(storage, request.id);
  if (submitted) throw new PlainError("P-202");
  if (view.assessment.revision !== request.seen) throw new PlainError("P-201");
  if (view.data.version !== dataVersion) throw new PlainError("P-203", { version: view.data.version ?? 0 });
  if (view.missing.length > 0) throw new PlainError("P-204", { count: view.missing.length });
  for (const file of view.assessment.entries.flatMap(({ evidence }) => evidence))
    await requireEvidence(storage.home, file);
  return enter(storage, request, { kind: "submission", value: view });
}
