import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { PlainError } from "@/domain/errors";
import { chunks, firstBytes } from "./fileChunks";
import { newFile } from "./newFile";
import { markBytes, refuseOtherBytes } from "./otherFormats";
import { Archive } from "./readArchive";
import type { SizeLimits } from "./sizeLimits";

/** What a file holds, told by its first bytes and not by its name: text still to be decoded, or an archive. */
export type Content = { readonly text: string } | { readonly archive: Archive };

/**
 * Opens a file as received; the content of a .gz is unpacked to `unpackedPath`. Formats that hold no table we read are
 * refused with what to do instead (L-110, L-138), encrypted ones with L-111.
 */
export async function openContainer(
  path: string,
  name: string,
  unpackedPath: string,
  limits: SizeLimits,
): Promise<Content> {
  const { size } = await stat(path);
  if (size > limits.unpackedBytes) throw new PlainError("L-103");
  if (isGzip(await firstBytes(path, markBytes))) {
    if (size > limits.packedBytes) throw new PlainError("L-103");
    await unpack(path, unpackedPath, size, limits);
    if (isGzip(await firstBytes(unpackedPath, markBytes))) throw new PlainError("L-105");
    return openPlain(unpackedPath, name.replace(/\.gz$/i, ""), limits);
  }
  return openPlain(path, name, limits);
}

const isGzip = (head: Buffer) => head[0] === 0x1f && head[1] === 0x8b;
/** The two ends of archives: with entries, and without any. */
const zipMarks = ["504b0304", "504b0506"];
const isZip = (head: Buffer) => zipMarks.includes(head.toString("hex", 0, 4));
export const isArchive = async (path: string) => isZip(await firstBytes(path, markBytes));
const compoundMark = "d0cf11e0a1b11ae1";

async function openPlain(path: string, name: string, limits: SizeLimits): Promise<Content> {
  const bytes = await firstBytes(path, markBytes);
  if (isZip(bytes)) {
    if ((await stat(path)).size > limits.packedBytes) throw new PlainError("L-103");
    return { archive: await Archive.open(path, limits) };
  }
  if (bytes.toString("hex", 0, 8) === compoundMark) {
    if (await contains(path, Buffer.from("EncryptedPackage", "utf16le"))) throw new PlainError("L-111");
    throw new PlainError("L-110", { format: /\.(et|wps|doc|ppt)$/i.exec(name)?.[1]?.toLowerCase() ?? "xls" });
  }
  refuseOtherBytes(bytes);
  return { text: path };
}

/** The file holds these bytes somewhere: the directory of a compound file can stand anywhere in it. */
async function contains(path: string, sought: Buffer): Promise<boolean> {
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks(path)) {
    const bytes = Buffer.concat([tail, chunk]);
    if (bytes.includes(sought)) return true;
    tail = bytes.subarray(Math.max(0, bytes.length - sought.length));
  }
  return false;
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
    await pipeline(createReadStream(path), createGunzip(), counter, await newFile(unpackedPath));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw new PlainError("L-106");
    throw error;
  }
}
