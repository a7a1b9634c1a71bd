import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { leftovers, publish, submit, sweep } from "@/etl/index";
import { stages } from "@/etl/steps/mark";
import { writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";
import { programFolder } from "../setup/server";

/**
 * Kill −9 in the middle of `load --publish`: what is published is the version before or the one after, never a half,
 * and doing the same again finishes.
 */

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-killed-"));
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

/** Runs the command in a process of its own; answers the signal that ended it, or null when it came to its end. */
async function loadInChild(file: string, end: { at?: string; after?: number }): Promise<string | null> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "cli/main.ts", "load", file, "--region", "361031", "--publish", "--json"],
    {
      cwd: programFolder,
      env: { ...process.env, ...installation.environment, KILL_AT: end.at ?? "" },
      stdio: "ignore",
    },
  );
  const ended = new Promise<string | null>((resolve) => child.once("exit", (_, signal) => resolve(signal)));
  if (end.after !== undefined) await Promise.race([wait(end.after).then(() => child.kill("SIGKILL")), ended]);
  return ended;
}

const published = async () => ({
  version: (await readCurrentVersion(installation.database)) ?? 0,
  months: await publishedMonths(installation),
});

let kills = 0;

/** Two files of one load, so that a half would show: June and July carry the same new amount, or neither does. */
async function killDuringLoad(end: { at?: string; after?: number }): Promise<void> {
  kills += 1;
  const pool = `${kills}.00`;
  const file = await writeSettlements(folder, `kill-${kills}.csv`, [
    { id: "1", settled: "2018-06-01", fee: "900.00", pool },
    { id: "2", settled: "2018-07-01", fee: "900.00", pool },
  ]);
  const before = await published();
  const after = { version: before.version + 1, months: { "2018-06": pool, "2018-07": pool } };
  const signal = await loadInChild(file, end);
  if (end.at) expect(signal).toBe("SIGKILL");
  expect([before, after]).toContainEqual(await published());

  const now = new Date();
  const request = { files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
  const again = await submit(installation, request);
  if (!again.unchanged) await publish(installation, again.loadId, now);
  expect(await published()).toEqual(after);
  await sweep(installation);
  expect(await leftovers(installation)).toEqual([]);
}

for (const round of ["first", "second"]) {
  for (const stage of stages.filter((name) => name !== "derived" || round === "first")) {
    test(`killed at ${stage}, ${round} time`, () => killDuringLoad({ at: stage }));
  }
}

test("killed at three random moments", async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const after = 400 + Math.floor(Math.random() * 2_000);
    await killDuringLoad({ after }).catch((error: unknown) => {
      throw new Error(`killed after ${after} ms`, { cause: error });
    });
  }
});

test("an error at any stage leaves the version before or the one after, and the next try finishes", async () => {
  for (const stage of stages) {
    kills += 1;
    const pool = `${kills}.00`;
    const file = await writeSettlements(folder, `fail-${kills}.csv`, [
      { id: "1", settled: "2018-06-01", fee: "900.00", pool },
    ]);
    const before = await published();
    const after = { version: before.version + 1, months: { ...before.months, "2018-06": pool } };
    const now = new Date();
    const load = async () => {
      const request = { files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
      const { loadId, unchanged } = await submit(installation, request);
      if (!unchanged) await publish(installation, loadId, now);
    };
    process.env.FAIL_AT = stage;
    await load().catch(() => undefined);
    process.env.FAIL_AT = "";
    expect([before, after], stage).toContainEqual(await published());
    await load();
    expect(await published(), stage).toEqual(after);
  }
});
