import { afterAll, beforeAll, expect, test } from "vitest";
import { leftovers, sweep } from "@/etl/index";
import { stages } from "@/etl/steps/mark";
import { temporaryInstallation } from "../setup/installation";
import { Bureau, times } from "./bureau";

/**
 * Kill −9 in the middle of `load --publish`: what is published is the version before or the one after, never a half,
 * and doing the same again finishes.
 */

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
});
afterAll(() => bureau.close());

let kills = 0;

/** Two months of one load, so that a half would show: June and July carry the same new amount, or neither does. */
async function killDuringLoad(end: { at?: string; after?: number }): Promise<void> {
  kills += 1;
  const pool = `${kills}.00`;
  const file = await bureau.months(["2018-06", "2018-07"], pool);
  const before = await bureau.published();
  const after = { version: before.version + 1, months: { "2018-06": pool, "2018-07": pool } };
  const signal = await bureau.loadInProcess(file, end);
  if (end.at) expect(signal).toBe("SIGKILL");
  expect([before, after]).toContainEqual(await bureau.published());

  await bureau.load(file);
  expect(await bureau.published()).toEqual(after);
  await sweep(bureau.installation);
  expect(await leftovers(bureau.installation)).toEqual([]);
}

const rounds = Array.from({ length: times(10, 1) }, (_, index) => index + 1);
for (const stage of stages) {
  for (const round of rounds) {
    test(`killed at ${stage}, time ${round}`, () => killDuringLoad({ at: stage }));
  }
}

test("killed at random moments", async () => {
  for (let turn = 0; turn < times(50, 2); turn += 1) {
    const after = 400 + Math.floor(Math.random() * 2_000);
    await killDuringLoad({ after }).catch((error: unknown) => {
      throw new Error(`killed after ${after} ms`, { cause: error });
    });
  }
}, 600_000);

test("an error at any stage leaves the version before or the one after, and the next try finishes", async () => {
  for (const stage of stages) {
    kills += 1;
    const pool = `${kills}.00`;
    const file = await bureau.months(["2018-06"], pool);
    const before = await bureau.published();
    const after = { version: before.version + 1, months: { ...before.months, "2018-06": pool } };
    process.env.FAIL_AT = stage;
    await bureau.load(file).catch(() => undefined);
    process.env.FAIL_AT = "";
    expect([before, after], stage).toContainEqual(await bureau.published());
    await bureau.load(file);
    expect(await bureau.published(), stage).toEqual(after);
  }
});
