import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openCluster } from "@/db/embeddedCluster";
import { openInstallation } from "@/db/open";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { leftovers, sweep } from "@/etl/index";
import { IntakeDesk } from "@/intake/index";
import { ended, handIn, until } from "../intake/handIn";
import { programFolder } from "../setup/server";
import { Bureau, times } from "./bureau";

/** PostgreSQL dies at once, as `pg_ctl -m immediate` ends it, in the middle of loads, while pages read. */

let bureau: Bureau;
let dataFolder: string;
let home: string;
beforeAll(async () => {
  home = join(inject("postgres").folder, `killed-${process.pid}`);
  const environment = { YIZHANG_HOME: home, DATABASE_URL: "" };
  // Durable as in an installation: what was acknowledged must be there.
  ({ dataFolder } = await openCluster({ programFolder, postgresFolder: join(home, "postgres") }));
  bureau = await Bureau.open(await openInstallation(environment, programFolder), environment);
  await bureau.load(await bureau.months(["2018-06", "2018-07"], "1.00"));
});
afterAll(() => bureau.close());

async function killServer(): Promise<void> {
  const pid = Number((await readFile(join(dataFolder, "postmaster.pid"), "utf8")).split("\n")[0]);
  process.kill(pid, "SIGQUIT");
}

/** When the server that answers was started; null while none does. */
const startedAt = () =>
  bureau.installation.database.sql`select pg_postmaster_start_time()::text as started`.then(
    ([row]) => String(row!.started),
    () => null,
  );

/** Milliseconds until another server than that one answers. */
async function untilReplaced(former: string | null): Promise<number> {
  const killed = performance.now();
  for (let answer = await startedAt(); answer === null || answer === former; answer = await startedAt()) await wait(20);
  return performance.now() - killed;
}

test("nothing is half written, the service returns by itself, and the same load then succeeds", async () => {
  const { database } = bureau.installation;
  const waits: number[] = [];
  let interrupted = 0;
  let reading = true;
  let refusedReads = 0;
  const reader = async () => {
    while (reading) {
      await readCurrentVersion(database).catch(() => {
        refusedReads += 1;
      });
      await wait(5);
    }
  };
  const readers = [reader(), reader(), reader()];
  const started = performance.now();
  await bureau.loadInProcess(await bureau.months(["2018-05"], "1.00"));
  const whole = performance.now() - started;
  for (let turn = 2; turn < 2 + times(100, 4); turn += 1) {
    const pool = `${turn}.00`;
    const file = await bureau.months(["2018-06", "2018-07"], pool);
    const before = await bureau.published();
    const after = { version: before.version + 1, months: { ...before.months, "2018-06": pool, "2018-07": pool } };
    const load = bureau.loadInProcess(file);
    const former = await startedAt();
    // The first part of its time the process reads its own program.
    const moment = Math.round(whole * (0.4 + 0.6 * Math.random()));
    await wait(moment);
    await killServer();
    waits.push(await untilReplaced(former));
    await load;
    const now = await bureau.published();
    expect([before, after], `killed after ${moment} ms`).toContainEqual(now);
    if (now.version === before.version) interrupted += 1;
    await bureau.load(file);
    expect(await bureau.published(), `killed after ${moment} ms`).toEqual(after);
    await sweep(bureau.installation);
    expect(await leftovers(bureau.installation)).toEqual([]);
  }
  reading = false;
  await Promise.all(readers);
  const longest = Math.round(Math.max(...waits));
  console.info(
    `${waits.length} kills, ${interrupted} loads interrupted, ${refusedReads} reads refused, back within ${longest} ms`,
  );
  expect(longest).toBeLessThanOrEqual(5_000);
  expect(refusedReads).toBeGreaterThan(0);
}, 3_000_000);

test("a desk goes on by itself: what was being read begins again, what was killed or cancelled meanwhile ends, what waited is read", async () => {
  const { installation } = bureau;
  const environment = { ...process.env, YIZHANG_HOME: home, DATABASE_URL: "" };
  const desk = new IntakeDesk(installation, programFolder, environment);
  await desk.open();
  const running = (id: string) => until(desk, id, ({ state }) => state === "running");
  for (let turn = 1; turn <= times(20, 1); turn += 1) {
    const file = (month: string) => bureau.months([month], `${turn}.00`);
    const taken = [];
    for (const month of ["2018-01", "2018-02", "2018-03"]) taken.push(await handIn(desk, [await file(month)]));
    const [killed, cancelled, waiting] = taken as [string, string, string];

    // The process and the server at one stroke: what is left cannot be put in order yet.
    await running(killed);
    process.kill(desk.loaderProcessId!, "SIGKILL");
    await killServer();
    expect((await ended(desk, killed)).outcome).toMatchObject({ code: "L-905" });

    await running(cancelled);
    await killServer();
    await desk.cancel(cancelled);
    expect((await ended(desk, cancelled)).outcome).toEqual({ kind: "cancelled" });

    await running(waiting);
    const former = await startedAt();
    await wait(Math.random() * 2_000);
    await killServer();
    const { outcome } = await ended(desk, waiting);
    expect(outcome, JSON.stringify([turn, outcome])).toMatchObject({ kind: "load", state: "ready" });
    await untilReplaced(former);
    expect(await leftovers(installation)).toEqual([]);
    await desk.clear();
  }
  await desk.close();
}, 1_800_000);
