import { createReadStream, createWriteStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { PlainError } from "@/domain/errors";

/** Limits of what is read; beyond them the file is refused with L-103 or, for a bomb, L-104. */
export interface SizeLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** Unpacked to packed. */
  readonly ratio: number;
  readonly rows: number;
}

export const defaultLimits: SizeLimits = {
  packedBytes: 4 * 2 ** 30,
  unpackedBytes: 40 * 2 ** 30,
  ratio: 100,
  rows: 20_000_000,
};

/**
 * Gives the path of the text in a file: the file itself or, for .gz, its content in `unpackedPath`. Containers that hold
 * no plain text are told by their first bytes, not by their name, and refused with what to do instead.
 */
export async function openContainer(path: string, unpackedPath: string, limits: SizeLimits): Promise<string> {
  const { size } = await stat(path);
  if (size > limits.packedBytes) throw new PlainError("L-103");
  const head = Buffer.alloc(512);
  const file = await open(path);
  try {
    await file.read(head, 0, head.length);
  } finally {
    await file.close();
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    await unpack(path, unpackedPath, size, limits);
    return unpackedPath;
  }
  if (head.subarray(0, 4).equals(Buffer.from("PK\x03\x04", "latin1")))
    throw new PlainError("L-110", { format: "xlsx/zip" });
  if (head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex")))
    throw new PlainError("L-110", { format: "xls" });
  const text = head.toString("latin1").trimStart().toLowerCase();
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|table|\?xml)/.test(text)) throw new PlainError("L-109");
  return path;
}

async function unpack(path: string, unpackedPath: string, packedBytes: number, limits: SizeLimits): Promise<void> {
  let unpackedBytes = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      unpackedBytes += chunk.length;
      if (unpackedBytes > limits.unpackedBytes) done(new PlainError("L-103"));
      else if (unpackedBytes > 1 << 20 && unpackedBytes > packedBytes * limits.ratio)
        done(new PlainError("L-104", { ratio: Math.round(unpackedBytes / packedBytes) }));
      else done(null, chunk);
    },
  });
  try {
    const target = createWriteStream(unpackedPath, { mode: 0o600 });
    await pipeline(createReadStream(path), createGunzip(), counter, target);
  } catch (error) {
    if (error instanceof PlainError) throw error;
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw new PlainError("L-106");
    throw error;
  }
}
