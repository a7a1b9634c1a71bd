import { createHash } from "node:crypto";
import { chunks } from "./fileChunks";

/** SHA-256 of a file's bytes, in hexadecimal digits. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks(path)) hash.update(chunk);
  return hash.digest("hex");
}
