import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimServing } from "@/db/servingClaim";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** One server serves an installation, also after the database was away. */

let installation: TemporaryInstallation;
beforeAll(async () => {
  installation = await temporaryInstallation();
});
afterAll(() => installation.close());

/** The sessions that hold the claim. */
const holders = () => installation.database.sql<{ pid: number }[]>`
  select pid from pg_locks where locktype = 'advisory' and objid = 361040 and granted
    and database = (select oid from pg_database where datname = current_database())`;

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await condition()) return;
    await wait(100);
  }
  throw new Error("it did not come about");
}

test("a claim whose session was ended is taken again, and given back when it is released", async () => {
  const { databaseUrl, database } = installation;
  const claim = await claimServing(databaseUrl);
  expect(await claimServing(databaseUrl)).toBeNull();
  for (let round = 0; round < 3; round += 1) {
    const [before] = await holders();
    await database.sql`select pg_terminate_backend(${before!.pid})`;
    await until(async () => (await holders()).some(({ pid }) => pid !== before!.pid));
    expect(await claimServing(databaseUrl)).toBeNull();
  }
  await claim!.release();
  await until(async () => (await holders()).length === 0);
  const next = await claimServing(databaseUrl);
  expect(next).not.toBeNull();
  await next!.release();
});
