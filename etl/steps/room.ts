import { statfs } from "node:fs/promises";
import { PlainError } from "@/domain/errors";

/** What reading a file of so many bytes writes beside it, in bytes: a regular copy, the judged rows, the Parquet. */
export const roomToRead = (bytes: number) => bytes * 3;

/** Throws PlainError L-901 where the disk of a folder has less than so many bytes left. */
export async function requireRoom(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < needed) throw new PlainError("L-901", { free: gigabytes(free), needed: gigabytes(needed) }, "failed");
}

const gigabytes = (bytes: number) => `${(bytes / 2 ** 30).toFixed(1)} GB`;
