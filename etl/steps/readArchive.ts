import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { PlainError } from "@/domain/errors";
import type { SizeLimits } from "./sizeLimits";

/** A file inside an archive; nothing of it has been unpacked. */
export interface ArchiveEntry {
  /** Its path in the archive, parts parted by "/". */
  readonly name: string;
  /** As the archive says; what is read is counted. */
  readonly unpackedBytes: number;
  readonly entry: Entry;
}

const mostEntries = 2000;
/** Below it no ratio is a bomb. */
const harmlessBytes = 1 << 20;
const pieceBytes = 1 << 18;

const stored = 0;
const deflated = 8;
const symbolicLink = 0xa000;
const fileTypeMask = 0xf000;
const localHeaderBytes = 30;
const namesInUtf8 = 0x800;

/**
 * A zip archive that cannot harm: its list is judged before anything is unpacked, what is unpacked is counted while it
 * comes (headers may lie) and held to its checksum. Nothing is written anywhere.
 */
export class Archive {
  /** Unpacked so far, of all entries. */
  private unpackedBytes = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly limits: SizeLimits,
    readonly entries: readonly ArchiveEntry[],
  ) {}

  /**
   * Throws L-106 for an archive without its end, L-105 for a list that no honest program writes (more than 2 000 entries,
   * overlapping or repeated ones, paths that lead out, links), L-111 for an encrypted entry, L-103 beyond the size limits.
   */
  static async open(path: string, limits: SizeLimits): Promise<Archive> {
    let file: ZipFile;
    try {
      file = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    } catch (error) {
      throw new PlainError(/signature not found/.test((error as Error).message) ? "L-106" : "L-105");
    }
    try {
      return new Archive(file, limits, await listEntries(file, limits));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  close(): void {
    this.file.close();
  }

  /** The bytes of an entry, piece by piece. Throws L-104 (ratio), L-103 (size), L-105 (sizes that lie), L-106 (damaged). */
  async *read({ entry }: ArchiveEntry): AsyncGenerator<Buffer> {
    if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated)
      throw new PlainError("L-110", { format: `zip（${entry.compressionMethod}）` });
    const packed = await this.file.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
      throw new PlainError("L-105");
    });
    const unpacked =
      entry.compressionMethod === stored
        ? packed
        : // The error of a broken stream arrives where the pieces are read.
          pipeline(packed, createInflateRaw({ chunkSize: pieceBytes }), () => {});
    let bytes = 0;
    let checksum = 0;
    try {
      for await (const piece of unpacked as AsyncIterable<Buffer>) {
        bytes += piece.length;
        this.unpackedBytes += piece.length;
        if (bytes > harmlessBytes && bytes > entry.compressedSize * this.limits.ratio)
          throw new PlainError("L-104", { ratio: Math.round(bytes / Math.max(1, entry.compressedSize)) });
        if (this.unpackedBytes > this.limits.unpackedBytes) throw new PlainError("L-103");
        checksum = crc32(piece, checksum);
        yield piece;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code?.startsWith("Z_")) throw new PlainError("L-106");
      throw error;
    } finally {
      packed.destroy();
    }
    if (bytes > entry.uncompressedSize) throw new PlainError("L-105");
    if (bytes < entry.uncompressedSize || checksum !== entry.crc32) throw new PlainError("L-106");
  }
}

async function listEntries(file: ZipFile, limits: SizeLimits): Promise<ArchiveEntry[]> {
  if (file.entryCount > mostEntries) throw new PlainError("L-105");
  const entries: ArchiveEntry[] = [];
  const read = async () => {
    for await (const entry of file.eachEntry()) {
      const name = nameOf(entry);
      if (leadsOut(name) || isLink(entry)) throw new PlainError("L-105");
      if (entry.isEncrypted()) throw new PlainError("L-111");
      entries.push({ name, unpackedBytes: entry.uncompressedSize, entry });
    }
  };
  await read().catch((error) => {
    throw error instanceof PlainError ? error : new PlainError("L-105");
  });
  if (overlap(entries) || new Set(entries.map(({ name }) => name)).size < entries.length) throw new PlainError("L-105");
  if (entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0) > limits.unpackedBytes)
    throw new PlainError("L-103");
  return entries;
}

/** UTF-8 where the archive says so or the bytes are, else GB18030, as Windows and WPS write. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(fileNameRaw).replaceAll("\\", "/");
    } catch {
      if (generalPurposeBitFlag & namesInUtf8) break;
    }
  }
  throw new PlainError("L-105");
}

function leadsOut(name: string): boolean {
  return name === "" || name.includes("\0") || /^(\/|[A-Za-z]:)/.test(name) || name.split("/").includes("..");
}

function isLink({ externalFileAttributes, versionMadeBy }: Entry): boolean {
  const madeByUnix = versionMadeBy >> 8 === 3;
  return madeByUnix && ((externalFileAttributes >>> 16) & fileTypeMask) === symbolicLink;
}

/** Two entries share bytes: how a small archive unpacks to anything. */
function overlap(entries: readonly ArchiveEntry[]): boolean {
  const spans = entries
    .map(({ entry }) => ({
      start: entry.relativeOffsetOfLocalHeader,
      end: entry.relativeOffsetOfLocalHeader + localHeaderBytes + entry.fileNameRaw.length + entry.compressedSize,
    }))
    .sort((a, b) => a.start - b.start);
  return spans.some(({ start }, i) => i > 0 && start < spans[i - 1]!.end);
}
