import { type ChildProcess, spawn } from "node:child_process";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, expect, inject, test } from "vitest";
import { type Cluster, openCluster } from "@/db/embeddedCluster";
import { stopCluster } from "@/db/embeddedServer";
import { processState, recoverySync } from "@/db/machine";
import { openInstallation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import { programFolder } from "@/tests/setup/server";

let home: string;
let cluster: Cluster;

// Durable as in an installation: after a kill, what was acknowledged must be there.
beforeAll(async () => {
  home = join(inject("postgres").folder, `embedded-${process.pid}`);
  cluster = await openCluster({ programFolder, postgresFolder: join(home, "postgres") });
});
afterEach(() => stopCluster(cluster));

const environment = () => ({ ...process.env, YIZHANG_HOME: home, DATABASE_URL: "", TEST_DATABASE_URL: "" });
const open = () => openInstallation(environment(), programFolder);

/** Runs openOnce.ts in a process of its own. */
function program(code: string, stay = 0): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "tests/platform/openOnce.ts", code, String(stay)], {
    cwd: programFolder,
    env: environment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
}

const ended = (child: ChildProcess) => new Promise<number | null>((settle) => child.once("close", settle));
const spoke = (child: ChildProcess) => new Promise((settle) => child.stdout!.once("data", settle));

async function postmaster(): Promise<{ pid: number; lines: string[] }> {
  const lines = (await readFile(join(cluster.dataFolder, "postmaster.pid"), "utf8")).split("\n");
  return { pid: Number(lines[0]), lines };
}
const isRunning = () =>
  postmaster().then(
    async ({ pid }) => (await processState(pid)) === "postgres",
    () => false,
  );

test("the server listens on loopback only, asks for its password, and keeps UTF-8", async () => {
  const { database, close } = await open();
  const [row] = await database.sql`
    select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
      current_setting('server_encoding') as encoding`;
  expect(row).toEqual({ addresses: "127.0.0.1", sockets: "", encoding: "UTF8" });
  const [rule] = await database.sql`select array_agg(distinct auth_method) as methods from pg_hba_file_rules`;
  expect(rule!.methods).toEqual(["scram-sha-256"]);
  expect((await stat(join(home, "postgres", "cluster.json"))).mode & 0o777).toBe(0o600);
  await close();
});

test("the last one out stops the server", async () => {
  const first = await open();
  const second = await open();
  await first.close();
  expect(await isRunning()).toBe(true);
  await second.database.sql`select 1`;
  await second.close();
  expect(await isRunning()).toBe(false);
});

test("eight programs that come and go at once all do their work, and leave nothing running", async () => {
  const children = Array.from({ length: 8 }, (_, i) => program(String(i), i * 40));
  expect(await Promise.all(children.map(ended))).toEqual(children.map(() => 0));
  expect(await isRunning()).toBe(false);
  const { database, close } = await open();
  expect(await database.sql`select code from regions`).toHaveLength(8);
  await close();
});

test("newcomers that meet a stopping server begin again", async () => {
  for (let round = 0; round < 8; round += 1) {
    const leaving = await open();
    const [, coming] = await Promise.all([leaving.close(), wait(round * 15).then(open)]);
    await coming.database.sql`select 1`;
    await coming.close();
  }
});

test("after kill -9 of the server, the next start recovers every acknowledged row", async () => {
  const child = program("acknowledged", 60_000);
  await spoke(child);
  child.kill("SIGKILL");
  await ended(child);
  process.kill((await postmaster()).pid, "SIGKILL");
  const { database, close } = await open();
  expect(await database.sql`select code from regions`).toContainEqual({ code: "acknowledged" });
  await close();
});

test("after kill -9 of the program, the next one joins its server and stops it in the end", async () => {
  const child = program("kept", 60_000);
  await spoke(child);
  const { pid } = await postmaster();
  child.kill("SIGKILL");
  await ended(child);
  expect(await isRunning()).toBe(true);
  const { database, close } = await open();
  expect((await postmaster()).pid).toBe(pid);
  expect(await database.sql`select code from regions`).toContainEqual({ code: "kept" });
  await close();
  expect(await isRunning()).toBe(false);
});

test("a program that is at work brings a killed server back under the same address", async () => {
  const { database, close } = await open();
  const before = await postmaster();
  process.kill(before.pid, "SIGKILL");
  let answered = false;
  for (let attempt = 0; attempt < 100 && !answered; attempt += 1) {
    await wait(100);
    answered = await database.sql`select 1`.then(
      () => true,
      () => false,
    );
  }
  expect(answered).toBe(true);
  const after = await postmaster();
  expect(after.pid).not.toBe(before.pid);
  expect(after.lines[3]).toBe(before.lines[3]);
  await close();
  expect(await isRunning()).toBe(false);
});

test("who opens while the server dies gets in or is told so, and keeps nothing running afterwards", async () => {
  const outcomes: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const staying = await open();
    const coming = Array.from({ length: 8 }, async (_, place) => {
      await wait(place * 30);
      try {
        const { database, close } = await open();
        await database.sql`select 1`.catch(() => undefined);
        await close();
        return "in";
      } catch (error) {
        return error instanceof PlainError ? error.code : String(error);
      }
    });
    await wait(120 + round * 25);
    process.kill((await postmaster()).pid, "SIGQUIT");
    outcomes.push(...(await Promise.all(coming)));
    await staying.close();
    expect(await isRunning()).toBe(false);
  }
  console.info(JSON.stringify(outcomes));
  expect(outcomes.filter((outcome) => !["in", "A-204"].includes(outcome))).toEqual([]);
});

test("a pid file whose number now belongs to another program does not keep the server from starting", async () => {
  const { pid } = process;
  const foreign = `${pid}\n${cluster.dataFolder}\n1700000000\n5\n\n127.0.0.1\n  1  1\nready\n`;
  await writeFile(join(cluster.dataFolder, "postmaster.pid"), foreign);
  const { close } = await open();
  await close();
  expect(await isRunning()).toBe(false);
});

test("the port is remembered, and left to whoever took it meanwhile", async () => {
  await (await open()).close();
  const port = Number(await readFile(join(home, "postgres", "port"), "utf8"));
  const { createServer } = await import("node:net");
  const squatter = createServer().listen(port, "127.0.0.1");
  const { database, close } = await open();
  const [row] = await database.sql`select current_setting('port')::int as port`;
  expect(row!.port).not.toBe(port);
  await close();
  await new Promise((settle) => squatter.close(settle));
});

test("the whole disk is synchronised at one stroke only where the kernel says what went wrong by that", () => {
  const kernels = ["4.19.90-52.22.v2207.ky10.x86_64", "5.4.0-150-generic", "5.8.0", "5.10.0-28-amd64", "6.12.1"];
  const chosen = kernels.map((kernel) => recoverySync("linux", kernel));
  expect(chosen).toEqual(["fsync", "fsync", "syncfs", "syncfs", "syncfs"]);
  expect(recoverySync("darwin", "24.1.0")).toBe("fsync");
});
