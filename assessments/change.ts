import { changeAssessment } from "@/db/queries/changeAssessment";
import { listAssessments as listStored } from "@/db/queries/listAssessments";
import type { Evidence } from "@/domain/assessment";
import type { NewAssessmentChange } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import type { Rubric } from "@/domain/rubric";
import type { Storage } from "@/figures/publication";
import { checkFramePatch, checkIndicatorPatch, indicatorOf } from "./checkEntry";
import { keepEvidence } from "./evidenceFiles";
import type { ChangeRequest, EvidenceFile, EvidenceRemoval, FrameChange, IndicatorChange } from "./requests";

/**
 * Enters a change. Answers its revision. Throws PlainError P-101 where there is no such assessment, P-201 where somebody
 * else changed the same since the writer saw it, P-202 where it has been submitted.
 */
export async function enter(storage: Storage, request: ChangeRequest, change: NewAssessmentChange): Promise<number> {
  const written = await changeAssessment(storage.database, request, change);
  switch (written.state) {
    case "entered":
      return written.revision;
    case "changed":
      throw new PlainError("P-201");
    case "submitted":
      throw new PlainError("P-202");
    case "unknown":
      throw new PlainError("P-101", { assessment: request.id });
  }
}

async function rubricOf({ database }: Storage, id: string): Promise<Rubric> {
  const [stored] = await listStored(database, { ids: [id], region: null, scheme: null, year: null });
  if (!stored) throw new PlainError("P-101", { assessment: id });
  return stored.rubric;
}

/** Enters what belongs to the assessment as a whole. Throws as `enter` and `checkFramePatch` do. */
export async function enterHead(storage: Storage, { values, ...request }: FrameChange): Promise<number> {
  checkFramePatch(await rubricOf(storage, request.id), values);
  return enter(storage, request, { kind: "frame", value: values });
}

/** Enters values of an indicator, or takes them back. Throws as `enter` and `checkIndicatorPatch` do. */
export async function enterIndicator(storage: Storage, { code, values, ...request }: IndicatorChange): Promise<number> {
  checkIndicatorPatch(indicatorOf(await rubricOf(storage, request.id), code), values);
  return enter(storage, request, { kind: "indicator", value: { code, values } });
}

/** Attaches a file to an indicator. Throws as `enter` and `keepEvidence` do; then nothing names the file. */
export async function attachEvidence(
  storage: Storage,
  { code, fileName, content, ...request }: EvidenceFile,
): Promise<Evidence> {
  indicatorOf(await rubricOf(storage, request.id), code);
  const file = await keepEvidence(storage.home, fileName, content);
  await enter(storage, request, { kind: "evidence", value: { code, sha256: file.sha256, file } });
  return { ...file, uploadedAt: request.enteredAt.toISOString(), uploadedBy: request.enteredBy };
}

/** Takes a file off an indicator; that it was there stays on record. Throws as `enter` does, P-307 where it is not there. */
export async function removeEvidence(storage: Storage, { code, sha256, ...request }: EvidenceRemoval): Promise<number> {
  const [stored] = await listStored(storage.database, { ids: [request.id], region: null, scheme: null, year: null });
  const newest = stored?.changes.findLast(
    (change) => change.kind === "evidence" && change.value.code === code && change.value.sha256 === sha256,
  );
  if (newest?.kind !== "evidence" || newest.value.file === null) throw new PlainError("P-307");
  return enter(storage, request, { kind: "evidence", value: { code, sha256, file: null } });
}

/** Takes back an assessment that was created in error; one that was submitted stays. Throws as `enter` does. */
export async function withdrawAssessment(storage: Storage, request: ChangeRequest): Promise<void> {
  await enter(storage, request, { kind: "withdrawal", value: null });
}
