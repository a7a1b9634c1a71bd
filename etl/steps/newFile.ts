import type { WriteStream } from "node:fs";
import { open } from "node:fs/promises";

/**
 * A stream into a new file that is there before anything is written: one that is still being opened when its writing fails
 * appears in a folder that is being removed.
 */
export async function newFile(path: string): Promise<WriteStream> {
  const file = await open(path, "w", 0o600);
  return file.createWriteStream();
}
