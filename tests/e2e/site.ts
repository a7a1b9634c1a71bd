import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { enterAssessments } from "@/cli/demo/assessments";
import { writeDemoState } from "@/cli/demo/state";
import { type Installation, openInstallation } from "@/db/open";
import { demoRegion, enterDemoRegion } from "@/db/queries/demoRegion";
import { generateCounty } from "@/demo/generate";
import { publish, submit } from "@/etl/index";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server answers; its data folder; the load that is ready but not published. */
    site: { address: string; home: string; readyLoad: string };
  }
}

const programFolder = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs once before the browser tests: an installation of its own with the demo county of 2017 and 2018, a version a
 * month and one load waiting, served by the same command that people type. While pages are being written, `TEST_SITE`
 * and `YIZHANG_HOME` name a server with the demo county that runs already.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { TEST_SITE: running, YIZHANG_HOME: home } = process.env;
  if (running && home) {
    project.provide("site", { address: running, home, readyLoad: "" });
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), "yizhang-e2e-"));
  // Under root the embedded database runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const environment: NodeJS.ProcessEnv = { ...process.env, YIZHANG_HOME: join(folder, "home") };
  delete environment.DATABASE_URL;
  const installation = await openInstallation(environment, programFolder);
  const readyLoad = await loadCounty(installation, join(folder, "county"));
  await writeDemoState(installation.home, "loaded");
  const port = await freePort();
  const server = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: programFolder,
    env: { ...environment, PORT: String(port), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const address = `http://127.0.0.1:${port}`;
  await answering(server, address);
  project.provide("site", { address, home: environment.YIZHANG_HOME!, readyLoad });
  return async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * Publishes the registries with January 2017 and then a month a version, each on the day on which a bureau would; June
 * 2018 is the last. May's extract once more, one row shorter, stays as a load to decide about. Returns that load.
 */
async function loadCounty(installation: Installation, folder: string): Promise<string> {
  await enterDemoRegion(installation.database);
  const enter = (paths: readonly string[], now: Date) =>
    submit(installation, {
      files: paths,
      region: demoRegion,
      scheme: "390",
      period: null,
      kind: null,
      profile: null,
      now,
    });
  const [registries, ...months] = await generateCounty(folder);
  const shown = months.filter(({ files }) => !files.some((file) => /2016-\d\d/.test(file)));
  shown[0] = { receivedOn: shown[0]!.receivedOn, files: [...registries!.files, ...shown[0]!.files] };
  for (const { receivedOn, files } of shown) {
    const now = new Date(`${receivedOn}T09:00:00+08:00`);
    await publish(installation, (await enter(files, now)).loadId, now);
    await enterAssessments(installation, receivedOn);
  }
  const files = shown.flatMap((load) => load.files);
  const may = files.find((file) => file.includes("2018-05"))!;
  const again = may.replace("2018-05", "2018-05-again");
  const bytes = await readFile(may);
  await writeFile(again, bytes.subarray(0, bytes.lastIndexOf("\n", bytes.length - 20_000) + 1));
  return (await enter([again], new Date("2018-07-06T09:00:00+08:00"))).loadId;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

/** Waits until the pages are built and served; a server that ends before that shows what it printed. */
async function answering(server: ChildProcess, address: string): Promise<void> {
  let printed = "";
  server.stdout?.on("data", (text) => {
    printed += text;
  });
  server.stderr?.on("data", (text) => {
    printed += text;
  });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended:\n${printed}`);
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 500));
  }
  server.kill("SIGTERM");
  throw new Error(`the server did not answer:\n${printed}`);
}
