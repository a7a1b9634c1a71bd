import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PlainError } from "@/domain/errors";

/** What reached the disk. */
export interface Received {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/**
 * Writes a stream to `path` as it comes, a piece at a time in memory. Throws PlainError L-132 when other than `bytes`
 * arrive; then nothing is left.
 */
export async function receive(source: AsyncIterable<Uint8Array>, path: string, bytes: number): Promise<Received> {
  const hash = createHash("sha256");
  let received = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      received += chunk.length;
      hash.update(chunk);
      pass(received > bytes ? new PlainError("L-132") : null, chunk);
    },
  });
  try {
    // Opened before anything comes: what is still being opened when a sending breaks off would appear after it was removed.
    const file = await open(path, "w", 0o600);
    await pipeline(source, counting, file.createWriteStream({ flush: true }));
    if (received !== bytes) throw new PlainError("L-132");
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof PlainError ? error : new PlainError("L-132", {}, "failed");
  }
  return { bytes: received, sha256: hash.digest("hex") };
}
