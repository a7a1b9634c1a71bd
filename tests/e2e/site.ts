import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { writeDemoState } from "@/cli/demo/state";
import { type Installation, openInstallation } from "@/db/open";
import { demoRegion, enterDemoRegion } from "@/db/queries/demoRegion";
import { generateCounty } from "@/demo/generate";
import { publish, submit } from "@/etl/index";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the server answers; the load that is ready but not published. */
    site: { address: string; readyLoad: string };
  }
}

const programFolder = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Runs once before the browser tests: an installation of its own with the demo county of 2017 and 2018 in two versions
 * and one load waiting, served by the same command that people type.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "yizhang-e2e-"));
  // Under root the embedded database runs as another user, who has to get in.
  await chmod(folder, 0o755);
  const { DATABASE_URL: _, ...environment } = { ...process.env, YIZHANG_HOME: join(folder, "home") };
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
  project.provide("site", { address, readyLoad });
  return async () => {
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Publishes everything up to May, then June, and leaves June once more, with another extract, as a load to decide about. */
async function loadCounty(installation: Installation, folder: string): Promise<string> {
  await enterDemoRegion(installation.database);
  const loads = await generateCounty(folder);
  const files = loads.flatMap((load) => load.files).filter((file) => !/2016-\d\d/.test(file));
  const june = files.filter((file) => file.includes("2018-06"));
  const before = files.filter((file) => !june.includes(file));
  const enter = async (paths: string[], now: Date) => {
    const request = { region: demoRegion, scheme: "390", period: null, kind: null, profile: null };
    return submit(installation, { ...request, files: paths.map((path) => join(folder, path)), now });
  };
  for (const [paths, day] of [
    [before, "2018-06-05"],
    [june, "2018-07-05"],
  ] as const) {
    const now = new Date(`${day}T09:00:00+08:00`);
    await publish(installation, (await enter([...paths], now)).loadId, now);
  }
  const may = files.filter((file) => file.includes("2018-05"));
  return (await enter(may, new Date("2018-07-06T09:00:00+08:00"))).loadId;
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
