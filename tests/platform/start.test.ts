import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { writeDemoState } from "@/cli/demo/state";
import { freePort } from "@/db/embeddedServer";
import { processState } from "@/db/machine";
import { openInstallation } from "@/db/open";
import { programFolder } from "@/tests/setup/server";
import { runProgram } from "./runProgram";

let home: string;
let settings: Record<string, string>;

beforeAll(async () => {
  home = join(inject("postgres").folder, `start-${process.pid}`);
  settings = { YIZHANG_HOME: home, PORT: String(await freePort()) };
  const installation = await openInstallation(settings, programFolder);
  await writeDemoState(installation.home, "removed");
  await installation.close();
  // Builds the pages where that was not done yet.
  await stop(await started());
}, 300_000);

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
  /** Everything that it has printed so far. */
  said(): string;
}

/** `npm start` until it says that it is ready. */
function started(): Promise<Started> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: programFolder,
    env: { PATH, HOME, ...settings } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((settle, fail) => {
    let said = "";
    child.stderr!.on("data", (chunk) => {
      said += chunk;
    });
    child.stdout!.on("data", (chunk) => {
      said += chunk;
      const address = /ready at (http:\S+)/.exec(said)?.[1];
      if (address) settle({ child, address, said: () => said });
    });
    child.once("close", (code) => fail(new Error(`ended with ${code}:\n${said}`)));
  });
}

async function stop({ child }: Started, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  const ended = new Promise<number | null>((settle) => child.once("close", settle));
  child.kill(signal);
  return ended;
}

const healthy = async (address: string) => (await fetch(`${address}/healthz`)).status === 200;
const postmaster = async () =>
  Number((await readFile(join(home, "postgres", "data", "postmaster.pid"), "utf8").catch(() => "")).split("\n")[0]);
const databaseRuns = async () => {
  const pid = await postmaster();
  return pid > 0 && (await processState(pid)) === "postgres";
};

let site: Started;
let squatter: Server | undefined;
afterAll(async () => {
  if (site?.child.exitCode === null) await stop(site);
  squatter?.close();
});

test("a second start names the address of the first and ends well", async () => {
  site = await started();
  expect(await healthy(site.address)).toBe(true);
  const second = await runProgram(["scripts/start.mjs"], settings);
  expect([second.code, second.out]).toEqual([0, expect.stringContaining(`已在运行：${site.address}`)]);
});

test("Ctrl-C stops everything", async () => {
  // A terminal tells the whole group, and npm passes the signal on once more: still one request to stop.
  site.child.kill("SIGINT");
  expect(await stop(site, "SIGINT")).toBe(0);
  expect(await databaseRuns()).toBe(false);
});

test("the next start is ready within seconds", async () => {
  const before = Date.now();
  site = await started();
  expect(Date.now() - before).toBeLessThan(15_000);
});

test("when the database is killed, the server lives on and answers again by itself", async () => {
  process.kill(await postmaster(), "SIGKILL");
  let answered = false;
  for (let attempt = 0; attempt < 150 && !answered; attempt += 1) {
    await wait(100);
    answered = await healthy(site.address).catch(() => false);
  }
  expect(answered).toBe(true);
  expect(site.child.exitCode).toBeNull();
});

test("after kill -9 of server and database, the next start recovers", async () => {
  const database = await postmaster();
  await stop(site, "SIGKILL");
  process.kill(database, "SIGKILL");
  site = await started();
  expect(await healthy(site.address)).toBe(true);
});

test("a page cannot be asked for under another name, nor changed from elsewhere", async () => {
  const post = (headers: Record<string, string>) =>
    fetch(`${site.address}/preferences`, { method: "POST", redirect: "manual", headers, body: new URLSearchParams() });
  expect((await post({})).status).toBe(403);
  expect((await post({ origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ origin: site.address })).status).toBe(303);
});

test("a page that fails repeats nothing that the database said", async () => {
  const { database, close } = await openInstallation(settings, programFolder);
  await database.sql`alter table loads rename to 张三李四`;
  const answer = await fetch(`${site.address}/data`);
  const page = await answer.text();
  await database.sql`alter table 张三李四 rename to loads`;
  await close();
  await expect.poll(() => site.said(), { timeout: 10_000 }).toContain("PostgresError 42P01");
  expect(page + site.said()).not.toMatch(/张三|does not exist|relation "/);
});

test("pages are not kept in any cache and say so", async () => {
  const answer = await fetch(site.address);
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect(answer.headers.get("x-powered-by")).toBeNull();
  await stop(site);
});

test("a port that was asked for and is taken is refused", async () => {
  squatter = createServer().listen(Number(settings.PORT), "127.0.0.1");
  const { code, err } = await runProgram(["scripts/start.mjs"], settings);
  expect([code, err.slice(0, 5)]).toEqual([2, "A-107"]);
});

test("another address than this machine's is refused, with the reason", async () => {
  const { code, err } = await runProgram(["scripts/start.mjs"], { ...settings, HOST: "0.0.0.0" });
  expect(code).toBe(2);
  expect(err).toContain("还没有用户和密码");
});
