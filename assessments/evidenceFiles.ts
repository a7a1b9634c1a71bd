import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Home } from "@/db/home";
import { listEvidenceNamed } from "@/db/queries/listEvidenceNamed";
import type { AttachedFile } from "@/domain/assessmentChange";
import { isOutOfSpace, PlainError } from "@/domain/errors";
import {
  beginsLike,
  type EvidenceKind,
  evidenceKindOf,
  evidenceKinds,
  evidenceMarkBytes,
  largestEvidenceBytes,
} from "@/domain/evidenceKinds";
import { shownFileName } from "@/domain/fileName";
import type { Storage } from "@/figures/publication";

const longestName = 120;
/** What is younger may be on its way to being named by an assessment. */
const sweptAfterMilliseconds = 60 * 60 * 1000;

/** Where a file lies, whichever assessments name it. */
export const evidencePath = ({ evidenceFolder }: Home, sha256: string) =>
  join(evidenceFolder, sha256.slice(0, 2), sha256);

/** Where a file is while it comes in. */
const arrivalsFolder = ({ evidenceFolder }: Home) => join(evidenceFolder, "incoming");

/**
 * Keeps a file as it comes, a piece at a time in memory: it is there whole under its SHA-256, or not at all. The same
 * content again is the same file. Throws PlainError P-301 for a kind that may not be attached, P-302 for a content that
 * is not what the name says, P-303 beyond the size limit, P-304 for an empty file, P-305 for one that did not come whole,
 * P-306 on a full disk.
 */
export async function keepEvidence(
  home: Home,
  name: string,
  content: AsyncIterable<Uint8Array>,
): Promise<AttachedFile> {
  const fileName = shownFileName(name).split(/[\\/]/).at(-1)!.trim();
  const kind = evidenceKindOf(fileName);
  if (!kind || fileName.length > longestName) throw new PlainError("P-301", { kinds: kindNames });
  const arriving = join(arrivalsFolder(home), randomUUID());
  await mkdir(dirname(arriving), { recursive: true, mode: 0o700 });
  try {
    const arrived = await receive(arriving, kind, content);
    const path = evidencePath(home, arrived.sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(arriving, path);
    await syncFolder(dirname(path));
    return { fileName, ...arrived };
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new PlainError(isOutOfSpace(error) ? "P-306" : "P-305", {}, "failed");
  } finally {
    await rm(arriving, { force: true });
  }
}

const kindNames = Object.keys(evidenceKinds).join(" ");

async function receive(
  path: string,
  kind: EvidenceKind,
  content: AsyncIterable<Uint8Array>,
): Promise<Omit<AttachedFile, "fileName">> {
  const handle = await open(path, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    let mark = Buffer.alloc(0);
    let bytes = 0;
    for await (const piece of content) {
      bytes += piece.length;
      if (bytes > largestEvidenceBytes) throw new PlainError("P-303", { most: largestEvidenceBytes / 1024 / 1024 });
      if (mark.length < evidenceMarkBytes) mark = Buffer.concat([mark, piece]).subarray(0, evidenceMarkBytes);
      hash.update(piece);
      await handle.writeFile(piece);
    }
    if (bytes === 0) throw new PlainError("P-304");
    if (!beginsLike(kind, mark)) throw new PlainError("P-302", { kind });
    await handle.sync();
    return { sha256: hash.digest("hex"), bytes };
  } finally {
    await handle.close();
  }
}

/** A renamed file is there after a power cut only once its folder is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}

/** Removes files that no assessment has ever named, and what a cut-off arrival left; not what is younger than an hour. */
export async function sweepEvidence({ home, database }: Storage, now: Date): Promise<void> {
  const named = new Set(await listEvidenceNamed(database, null));
  const found = await readdir(home.evidenceFolder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    if (!entry.isFile() || named.has(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(path);
    if (now.getTime() - mtimeMs > sweptAfterMilliseconds) await rm(path, { force: true });
  }
}

/** Removes those of some files that no assessment names any more: what a removed region leaves. */
export async function dropEvidence({ home, database }: Storage, sha256s: readonly string[]): Promise<void> {
  const named = new Set(await listEvidenceNamed(database, null));
  for (const sha256 of sha256s) if (!named.has(sha256)) await rm(evidencePath(home, sha256), { force: true });
}
