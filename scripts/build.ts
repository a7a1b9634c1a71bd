import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "@/domain/errors";

/** What the pages are built from: a change in any of these asks for a new build. */
const sources = [
  "app",
  "assessments",
  "components",
  "db",
  "domain",
  "etl",
  "figures",
  "intake",
  "messages",
  "metrics",
  "public",
  "reports",
  "rubrics",
  "warehouse",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.json",
  "tailwind.config.ts",
  "tsconfig.json",
];

const marker = (programFolder: string) => join(programFolder, ".next", "sources.sha256");

/** Whether `.next` holds a finished production build of these very sources. */
export async function isBuilt(programFolder: string): Promise<boolean> {
  const built = await readFile(marker(programFolder), "utf8").catch(() => null);
  return built !== null && built === (await hashSources(programFolder));
}

/** Builds the pages for production. What Next prints is shown only when it fails. */
export async function build(programFolder: string, signal?: AbortSignal): Promise<void> {
  const hash = await hashSources(programFolder);
  await rm(marker(programFolder), { force: true });
  const next = join(programFolder, "node_modules", "next", "dist", "bin", "next");
  const output: Buffer[] = [];
  const child = spawn(process.execPath, [next, "build"], {
    cwd: programFolder,
    signal,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NODE_OPTIONS: "" },
  });
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((settle, fail) => child.once("close", settle).once("error", fail));
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new PlainError("A-106", {}, "failed");
  }
  await mkdir(join(programFolder, ".next"), { recursive: true });
  await writeFile(marker(programFolder), hash);
}

async function hashSources(programFolder: string): Promise<string> {
  const hash = createHash("sha256").update(process.versions.node);
  for (const source of sources) {
    for (const file of await filesOf(programFolder, source)) {
      hash.update(`\n${file}\n`);
      for await (const chunk of createReadStream(join(programFolder, file))) hash.update(chunk as Buffer);
    }
  }
  return hash.digest("hex");
}

/** Relative paths of a file or of all files below a folder, sorted; none when it does not exist. */
async function filesOf(programFolder: string, source: string): Promise<string[]> {
  try {
    const entries = await readdir(join(programFolder, source), { recursive: true, withFileTypes: true });
    const root = join(programFolder, "/");
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
      .sort();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return [source];
    if (code === "ENOENT") return [];
    throw error;
  }
}
