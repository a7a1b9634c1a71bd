import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isConnectionLost } from "@/db/client";
import { listLoads } from "@/db/queries/listLoads";
import { submit, sweep } from "@/etl/index";
import { requireLock, whileWriting } from "@/etl/steps/workLock";
import { writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** PostgreSQL was restarted while a load was at work, and somebody swept before the load was entered. */

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-lock-"));
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (reason: unknown) => reason,
  );
const rows = [{ id: "1", settled: "2018-06-01", fee: "100.00", pool: "60.00" }];

test("a load whose lock went away is not entered without its files; asked again it is", async () => {
  const { sql } = installation.database;
  const file = await writeSettlements(folder, "june.csv", rows);
  const endLocks = () =>
    sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
      and database = (select oid from pg_database where datname = current_database())`;
  let swept: Promise<string[] | null> | undefined;
  const request = { files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null };
  const load = submit(installation, {
    ...request,
    now: new Date("2018-07-05T09:00:00+08:00"),
    watch: ({ stage }) => {
      if (stage === "deriving") swept = endLocks().then(() => sweep(installation));
    },
  });
  const error = await reasonOf(load);
  const removed = (await swept) ?? [];
  expect(removed).toEqual([expect.stringMatching(/^warehouse\/loads\/20180705-/)]);
  expect(isConnectionLost(error)).toBe(true);
  expect(await listLoads(installation.database, "361031", null)).toEqual([]);
  expect(await readdir(installation.home.spillFolder)).toEqual([]);
  const again = await submit(installation, { ...request, now: new Date("2018-07-05T09:00:00+08:00") });
  expect(again.state).toBe("ready");

  const unnoticed = whileWriting(installation.database, async (session) => {
    await requireLock(session);
    await endLocks();
    await requireLock(session);
  });
  expect(isConnectionLost(await reasonOf(unnoticed))).toBe(true);
});
