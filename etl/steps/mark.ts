/** The stages of reading and publishing a load, in order; those of one file come once per file. */
export const stages = [
  "staged",
  "written",
  "verified",
  "renamed",
  "previewed",
  "recorded",
  "locked",
  "derived",
  "totalled",
  "before_pointer",
  "after_pointer",
] as const;
export type Stage = (typeof stages)[number];

/**
 * Names a stage of the work. The fault tests end the process (`KILL_AT`) or fail it (`FAIL_AT`) there: only where
 * `NODE_ENV` says that this is a test. Everywhere else it does nothing.
 */
export function mark(stage: Stage): void {
  if (process.env.NODE_ENV !== "test") return;
  if (process.env.KILL_AT === stage) process.kill(process.pid, "SIGKILL");
  if (process.env.FAIL_AT === stage) throw new Error(`fault at ${stage}`);
}
