import { randomBytes } from "node:crypto";
import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { databaseErrorCode } from "@/db/client";

/**
 * Writes what support needs to know of an unforeseen error into `errors.log`, and nothing that a row might have said: a
 * database's own words name persons. `during` says what was asked: a command, or a request by its route. Answers the
 * details of A-900, the reference under which it stands: a new one, unless it has one already.
 */
export async function logUnexpected(
  logFolder: string,
  error: unknown,
  during: string,
  reference = randomBytes(4).toString("hex"),
): Promise<{ reference: string; folder: string }> {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const kind = error instanceof Error ? error.name : typeof error;
  const code = databaseErrorCode(error);
  const entry = { at: new Date().toISOString(), reference, command: during, kind, code, frames };
  await mkdir(logFolder, { recursive: true }).catch(() => undefined);
  await appendFile(join(logFolder, "errors.log"), `${JSON.stringify(entry)}\n`, { mode: 0o600 }).catch(() => undefined);
  return { reference, folder: logFolder };
}
