import { spawn } from "node:child_process";
import { programFolder } from "@/tests/setup/server";

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of the repository as a person would, with no other settings than these, to its end. */
export function runProgram(programArguments: readonly string[], settings: Record<string, string>): Promise<Outcome> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, programArguments, {
    cwd: programFolder,
    env: { PATH, HOME, ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.err += chunk;
  });
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code) => settle({ code, ...said }));
  });
}

/** `npm run -s yizhang -- …` */
export const yizhang = (commandArguments: readonly string[], settings: Record<string, string>) =>
  runProgram(["--import", "tsx", "cli/main.ts", ...commandArguments], settings);
