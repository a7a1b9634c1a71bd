import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLoad } from "@/db/queries/readLoad";
import { discard, leftovers } from "@/etl/index";
import { IntakeDesk } from "@/intake/index";
import { load as messages } from "@/messages/zh-CN/load";
import { mutatedFile } from "../etl/mutatedFiles";
import { ended, handIn } from "../intake/handIn";
import { temporaryInstallation } from "../setup/installation";
import { programFolder } from "../setup/server";
import { Bureau, times } from "./bureau";

/** Damaged files as they come in: through the desk of a server and the process of its own that reads each. */

let bureau: Bureau;
let desk: IntakeDesk;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
  desk = new IntakeDesk(installation, programFolder, { ...process.env, ...installation.environment });
  await desk.open();
});
afterAll(async () => {
  await desk.close();
  await bureau.close();
});

/** What a job came to: the code of a refusal or failure, or that the load waits with balanced books. */
async function outcomeOf(id: string): Promise<string> {
  const { outcome } = await ended(desk, id);
  if (outcome?.kind !== "load") return outcome?.kind === "failed" ? outcome.code : String(outcome?.kind);
  const { report } = (await readLoad(bureau.installation.database, id))!;
  const refusal = report.findings.find(({ severity }) => severity === "refuse");
  if (outcome.state === "refused") return refusal?.code ?? "refused without a reason";
  return report.reconciliation.balanced ? "taken" : "taken out of balance";
}

test("every damaged file ends in a named outcome, and the desk answers all the while", async () => {
  const seeds = Array.from({ length: times(200, 4) }, (_, index) => 70_000 + index);
  const jobs = new Map<number, string>();
  for (const seed of seeds) {
    const { name, content } = await mutatedFile(seed);
    const path = join(bureau.folder, `${seed}-${name}`);
    await writeFile(path, content);
    jobs.set(seed, await handIn(desk, [path]));
  }
  let isReading = true;
  let slowest = 0;
  const watching = (async () => {
    while (isReading) {
      const asked = performance.now();
      await desk.list();
      slowest = Math.max(slowest, performance.now() - asked);
      await wait(20);
    }
  })();
  const outcomes: Record<string, number> = {};
  for (const [seed, id] of jobs) {
    const outcome = await outcomeOf(id);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    // L-905 is the end of a process that said nothing: a crash.
    expect([seed, outcome, outcome === "taken" || (outcome in messages && outcome !== "L-905")]).toEqual([
      seed,
      outcome,
      true,
    ]);
    if (outcome === "taken") await discard(bureau.installation, id);
  }
  isReading = false;
  await watching;
  expect(slowest).toBeLessThan(2_000);
  await desk.clear();
  expect(await desk.list()).toEqual([]);
  expect(await leftovers(bureau.installation)).toEqual([]);
  console.info(
    `${seeds.length} damaged files: ${JSON.stringify(outcomes)}; the desk answered within ${Math.round(slowest)} ms`,
  );
}, 1_200_000);
