import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm, statfs } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { PlainError } from "@/domain/errors";
import { defaultLimits } from "@/etl/index";

/** What reached the disk. */
export interface Received {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** Reading needs room for a regular copy, judged rows and the Parquet beside what was received. */
const roomPerByte = 3;

/** Throws PlainError L-103 for more bytes than may come, L-901 where the disk has no room to read them. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  if (bytes > defaultLimits.unpackedBytes) throw new PlainError("L-103");
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const needed = bytes * roomPerByte;
  if (free < needed) throw new PlainError("L-901", { free: gigabytes(free), needed: gigabytes(needed) }, "failed");
}

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;

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
    await pipeline(source, counting, createWriteStream(path, { mode: 0o600, flush: true }));
    if (received !== bytes) throw new PlainError("L-132");
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof PlainError ? error : new PlainError("L-132", {}, "failed");
  }
  return { bytes: received, sha256: hash.digest("hex") };
}
