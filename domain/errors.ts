/**
 * A refusal or failure that a person can act on. The code is stable (`L-116`); its words live in messages/, and
 * details never hold a field that names a person. Exit codes of the command line: refused 2, failed 1.
 */
export class PlainError extends Error {
  constructor(
    readonly code: string,
    readonly details: Record<string, string | number> = {},
    readonly outcome: "refused" | "failed" = "refused",
  ) {
    super(code);
    this.name = "PlainError";
  }
}

/** No space left, said by the file system or by DuckDB, which has words only. */
export function isOutOfSpace(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return code === "ENOSPC" || /No space left on device/i.test(String(message));
}
