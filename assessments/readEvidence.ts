import { createReadStream, type ReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Home } from "@/db/home";
import { listAssessments as listStored } from "@/db/queries/listAssessments";
import type { AttachedFile } from "@/domain/assessmentChange";
import { PlainError } from "@/domain/errors";
import { evidenceKindOf, evidenceKinds } from "@/domain/evidenceKinds";
import type { Storage } from "@/figures/publication";
import { evidencePath } from "./evidenceFiles";

/** A file of 佐证材料 to be sent: as an attachment, never shown in place. */
export interface EvidenceContent {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly stream: ReadStream;
}

/** A file that an assessment names or has named. Throws PlainError P-307 where it never did, P-308 where the file is gone. */
export async function readEvidence(
  { home, database }: Storage,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<EvidenceContent> {
  const [stored] = await listStored(database, { ids: [id], region: null, scheme: null, year: null });
  const file = stored?.changes
    .flatMap(({ kind, value }) => (kind === "evidence" && value.sha256 === sha256 && value.file ? [value.file] : []))
    .at(-1);
  if (!file) throw new PlainError("P-307");
  await requireEvidence(home, file);
  const kind = evidenceKindOf(file.fileName);
  return {
    fileName: file.fileName,
    contentType: kind ? evidenceKinds[kind].contentType : "application/octet-stream",
    bytes: file.bytes,
    stream: createReadStream(evidencePath(home, sha256)),
  };
}

/** Throws PlainError P-308 where the file is gone or not whole. */
export async function requireEvidence(home: Home, { sha256, fileName, bytes }: AttachedFile): Promise<void> {
  const found = await stat(evidencePath(home, sha256)).catch(() => null);
  if (found?.size !== bytes) throw new PlainError("P-308", { file: fileName }, "failed");
}
