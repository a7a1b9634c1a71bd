import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { PlainError } from "@/domain/errors";

/** The key of the person tokens: 32 bytes. Missing, short or malformed keys are refused, never replaced. */
export async function readPersonKey(file: string): Promise<Buffer> {
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
