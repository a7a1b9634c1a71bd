import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** A program of this folder that works on a job in a process of its own, and what that process may need. */
export interface ChildProgram {
  /** `loaderProcess.ts` */
  readonly name: string;
  /** Megabytes of JavaScript objects; DuckDB has a limit of its own beside it. */
  readonly heapMegabytes: number;
}

/** Starts a program with a job; both talk by messages, and the program ends when who started it does. */
export function startProgram(
  { name, heapMegabytes }: ChildProgram,
  jobId: string,
  { programFolder, environment }: { readonly programFolder: string; readonly environment: NodeJS.ProcessEnv },
): ChildProcess {
  const command = ["--import", "tsx", `--max-old-space-size=${heapMegabytes}`];
  return spawn(process.execPath, [...command, join(programFolder, "intake", name), jobId], {
    cwd: programFolder,
    env: environment,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
