import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { PlainError } from "@/domain/errors";

/** Whoever has the key can recompute a token from a number: nobody but its owner may read or write it. */
const forOthers = 0o077;

/**
 * The key of the person tokens: 32 bytes. A missing, short or malformed key, and one that others can read, is
 * refused, never replaced.
 */
export async function readPersonKey(file: string): Promise<Buffer> {
  const mode = await stat(file).then(
    (found) => found.mode & 0o777,
    () => 0,
  );
  if (mode & forOthers) throw new PlainError("A-109", { file, mode: mode.toString(8).padStart(4, "0") }, "failed");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new PlainError(error.code === "ENOENT" ? "A-102" : "A-103", { file }, "failed");
  });
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/.test(digits) || /^(.)\1+$/.test(digits)) throw new PlainError("A-103", { file }, "failed");
  return Buffer.from(digits, "hex");
}

/** Creates the key for a new installation, readable by its owner only; of several processes, one creates it. */
export async function createPersonKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.new-${process.pid}`;
  try {
    await writeFile(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o400, flag: "wx", flush: true });
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
