import { access, mkdtemp, rm, statfs, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listLoads } from "@/db/queries/listLoads";
import { listRegions } from "@/db/queries/listRegions";
import { listVersions } from "@/db/queries/listVersions";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { PlainError } from "@/domain/errors";
import { discard, leftovers, publish, removeRegion, restore, type Submission, submit, sweep } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";

let installation: TemporaryInstallation;
let folder: string;
beforeEach(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-publish-"));
});
afterEach(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const day = new Date("2018-07-05T09:00:00+08:00");
const june: FileRow[] = [
  { id: "1", settled: "2018-06-01", fee: "100.00", pool: "60.00" },
  { id: "2", settled: "2018-06-02", fee: "100.00", pool: "60.00" },
];

async function read(name: string, rows: FileRow[], region = "361031"): Promise<Submission> {
  const file = await writeSettlements(folder, name, rows);
  return submit(installation, {
    files: [file],
    region,
    scheme: "390",
    period: null,
    kind: null,
    profile: null,
    now: day,
  });
}

async function load(name: string, rows: FileRow[], region?: string, now = day): Promise<number> {
  const { loadId } = await read(name, rows, region);
  return (await publish(installation, loadId, now)).dataVersion;
}

const poolPayments = (version: number | null) => publishedMonths(installation, version);

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof PlainError ? error.code : String(error)),
  );

test("a load that waits is seen by nobody; published, it is version 1 with 60 + 60 = 120", async () => {
  const { loadId, state, report } = await read("june.csv", june);
  expect(state).toBe("ready");
  expect(report.changes).toEqual([
    { month: "2018-06", cases_before: "0", cases_after: "2", pool_pay_before: "0.00", pool_pay_after: "120.00" },
  ]);
  expect(await listVersions(installation.database)).toEqual([]);
  const published = await publish(installation, loadId, day);
  expect(published).toMatchObject({ loadId, dataVersion: 1, unchanged: false });
  expect(await poolPayments(null)).toEqual({ "2018-06": "120.00" });
  expect(await listVersions(installation.database)).toMatchObject([{ version: 1, loadIds: [loadId], current: true }]);
});

test("the same file five times changes nothing and names the load in force", async () => {
  const first = await read("june.csv", june);
  await publish(installation, first.loadId, day);
  for (let time = 0; time < 4; time += 1) {
    const again = await read("june.csv", june);
    expect(again).toMatchObject({ unchanged: true, loadId: first.loadId, state: "published", dataVersion: 1 });
  }
  expect(await listLoads(installation.database)).toHaveLength(1);
  expect(await publish(installation, first.loadId, day)).toMatchObject({ unchanged: true, dataVersion: 1 });
  expect(await listVersions(installation.database)).toHaveLength(1);
});

test("a file read once more before it is published takes the place of the one that waited", async () => {
  const first = await read("june.csv", june);
  const second = await read("june.csv", june);
  const states = (await listLoads(installation.database)).map(({ loadId, state }) => [loadId, state]);
  expect(Object.fromEntries(states)).toEqual({ [first.loadId]: "discarded", [second.loadId]: "ready" });
  expect(await codeOf(publish(installation, first.loadId, day))).toBe("L-702");
  expect((await publish(installation, second.loadId, day)).dataVersion).toBe(1);
});

test("a corrected month replaces the old one; the version before still says what it said", async () => {
  await load("june.csv", june);
  await load("june-again.csv", [june[0]!, { ...june[1]!, pool: "61.00" }]);
  expect(await poolPayments(2)).toEqual({ "2018-06": "121.00" });
  expect(await poolPayments(1)).toEqual({ "2018-06": "120.00" });
});

test("a correction back to the old content has the old content hash and needs no new file", async () => {
  await load("june.csv", june);
  await load("june-again.csv", [june[0]!, { ...june[1]!, pool: "61.00" }]);
  await load("june-back.csv", [june[1]!, june[0]!]);
  const [third, second, first] = await listVersions(installation.database);
  expect(third!.contentHash).toBe(first!.contentHash);
  expect(second!.contentHash).not.toBe(first!.contentHash);
});

test("a month that moved since the load was checked: told, and nothing has changed; another month goes through", async () => {
  await load("may.csv", [{ id: "0", settled: "2018-05-01", fee: "1.00", pool: "1.00" }]);
  const correction = await read("june-a.csv", june);
  const july = await read("july.csv", [{ id: "9", settled: "2018-07-01", fee: "7.00", pool: "7.00" }]);
  await load("june-b.csv", [june[0]!]);
  expect(await codeOf(publish(installation, correction.loadId, day))).toBe("L-127");
  expect(await poolPayments(null)).toEqual({ "2018-05": "1.00", "2018-06": "60.00" });
  expect((await publish(installation, july.loadId, day)).dataVersion).toBe(3);
  expect(await poolPayments(null)).toEqual({ "2018-05": "1.00", "2018-06": "60.00", "2018-07": "7.00" });
});

test("two people publish the same month at once, six times: one wins, the other is told", async () => {
  for (let turn = 1; turn <= 6; turn += 1) {
    const loads = await Promise.all(
      ["a", "b"].map((name) => read(`${name}${turn}.csv`, [{ ...june[0]!, pool: `${turn}.0${name === "a" ? 1 : 2}` }])),
    );
    const outcomes = await Promise.all(loads.map(({ loadId }) => codeOf(publish(installation, loadId, day))));
    expect(outcomes.sort()).toEqual(["L-127", "done"]);
    expect(await listVersions(installation.database)).toHaveLength(turn);
  }
});

test("the same load published by two at once is one version", async () => {
  const { loadId } = await read("june.csv", june);
  const done = await Promise.all([publish(installation, loadId, day), publish(installation, loadId, day)]);
  expect(done.map(({ dataVersion }) => dataVersion)).toEqual([1, 1]);
  expect(await listVersions(installation.database)).toHaveLength(1);
});

test("given up while it is being published: one of the two, never both", async () => {
  const { sql } = installation.database;
  const { loadId } = await read("june.csv", june);
  const publishing = await sql.begin(async (other) => {
    await other`update loads set state = 'discarded' where load_id = ${loadId} and state = 'ready'`;
    const publishing = codeOf(publish(installation, loadId, day));
    while ((await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`).length === 0) await wait(20);
    return { publishing };
  });
  expect(await publishing.publishing).not.toBe("done");
  expect(await readDataVersion(installation.database, null)).toMatchObject({ version: 0 });
  expect(await sql`select state from loads`).toEqual([{ state: "discarded" }]);
});

test("sent again while it is being published: what is published stays", async () => {
  const { sql } = installation.database;
  const { loadId } = await read("june.csv", june);
  const again = await sql.begin(async (other) => {
    await other`update loads set state = 'published' where load_id = ${loadId}`;
    const again = read("june.csv", june);
    while ((await sql`select 1 from pg_stat_activity where wait_event_type = 'Lock'`).length === 0) await wait(20);
    return { again };
  });
  await again.again;
  expect(await sql`select state from loads where load_id = ${loadId}`).toEqual([{ state: "published" }]);
  await access(join(installation.home.warehouseFolder, "loads", loadId));
});

test("a discarded load is gone with its rows and cannot be published", async () => {
  const { loadId } = await read("june.csv", june);
  await discard(installation, loadId);
  expect(await leftovers(installation)).toEqual([]);
  expect(await codeOf(publish(installation, loadId, day))).toBe("L-702");
  expect(await codeOf(discard(installation, loadId))).toBe("L-702");
  expect(await codeOf(discard(installation, "nothing"))).toBe("L-701");
  expect(await codeOf(access(join(installation.home.warehouseFolder, "loads", loadId)))).not.toBe("done");
});

test("restoring makes a new version with the old content, hash, totals and loads in force", async () => {
  await load("june.csv", june);
  await load("june-again.csv", [june[0]!]);
  const restored = await restore(installation, 1, day);
  expect(restored).toMatchObject({ restoredFrom: 1, dataVersion: 3 });
  const [third, , first] = await listVersions(installation.database);
  expect(third).toMatchObject({
    contentHash: first!.contentHash,
    loadIds: first!.loadIds,
    restoredFrom: 1,
    loadId: null,
  });
  const totalsOf = async (version: number) =>
    (await listVersionTotals(installation.database, version)).map((total) => JSON.stringify(total)).sort();
  expect(await totalsOf(3)).toEqual(await totalsOf(1));
  expect(await codeOf(restore(installation, 9, day))).toBe("L-703");
  // What was in force in version 2 is no longer: the same file is news again.
  expect(await load("june-again.csv", [june[0]!])).toBe(4);
});

test("versions are numbered, not dated: a clock that jumps back or ahead changes no order", async () => {
  const clocks = ["2038-01-19T03:14:08Z", "2018-07-04T00:00:00Z", "2020-02-29T12:00:00+08:00", "2000-01-01T00:00:00Z"];
  for (const [index, clock] of clocks.entries()) {
    const rows = [{ ...june[0]!, pool: `${index + 1}.00` }];
    expect(await load(`june-${index}.csv`, rows, undefined, new Date(clock))).toBe(index + 1);
    expect(await poolPayments(null)).toEqual({ "2018-06": `${index + 1}.00` });
  }
});

test("a row keeps the version that first knew it, whatever is corrected around it", async () => {
  await load("june.csv", [june[0]!]);
  await load("june-again.csv", [{ ...june[0]!, settled: "2018-06-03", pool: "59.00" }, june[1]!]);
  const { files } = (await readDataVersion(installation.database, null))!;
  const { warehouseFolder, spillFolder } = installation.home;
  const warehouse = await Warehouse.open({ folders: [warehouseFolder], spillFolder });
  const path = files.find(({ table }) => table === "fct_settlements")!.path;
  const rows = await warehouse.rows(
    "select pool_pay_amount, first_seen_version, first_seen_on from read_parquet($1) order by pool_pay_amount",
    [join(warehouseFolder, path)],
  );
  warehouse.close();
  expect(rows).toEqual([
    { pool_pay_amount: "59.00", first_seen_version: 1, first_seen_on: "2018-07-05" },
    { pool_pay_amount: "60.00", first_seen_version: 2, first_seen_on: "2018-07-05" },
  ]);
});

test("a removed region leaves nothing: no load, no file, no total, in no version; the other region stays", async () => {
  await load("june.csv", june);
  await load("other.csv", [{ id: "1", home: "361002", settled: "2018-06-01", fee: "9.00", pool: "9.00" }], "361002");
  expect(await removeRegion(installation, "361031", day)).toEqual({ dataVersion: 3 });
  expect((await listLoads(installation.database)).map(({ region }) => region)).toEqual(["361002"]);
  expect((await listRegions(installation.database)).map(({ code }) => code)).toEqual(["361002"]);
  for (const version of [1, 2, 3]) {
    const { files } = (await readDataVersion(installation.database, version))!;
    expect(files.filter(({ region }) => region === "361031")).toEqual([]);
    const totals = await listVersionTotals(installation.database, version);
    expect(totals.filter(({ region }) => region === "361031")).toEqual([]);
  }
  expect(await poolPayments(3)).toEqual({ "2018-06": "9.00" });
  const [orphan] = await installation.database.sql`
    select count(*)::integer as batches from totals where batch_id not in (select batch_id from version_totals)`;
  expect(orphan).toEqual({ batches: 0 });
  expect(await leftovers(installation)).toEqual([]);
});

test("the sweep removes what nobody names and nothing else", async () => {
  await load("june.csv", june);
  const waiting = await read("july.csv", [{ id: "9", settled: "2018-07-01", fee: "7.00", pool: "7.00" }]);
  const { warehouseFolder, spillFolder } = installation.home;
  await writeFile(join(spillFolder, "spilled.tmp"), "x");
  await writeFile(join(warehouseFolder, "facts/fct_settlements/361031/2018-06-cut-off.tmp"), "x");
  expect((await leftovers(installation))!.sort()).toEqual([
    "spill/spilled.tmp",
    "warehouse/facts/fct_settlements/361031/2018-06-cut-off.tmp",
  ]);
  await sweep(installation);
  expect(await leftovers(installation)).toEqual([]);
  expect((await publish(installation, waiting.loadId, day)).dataVersion).toBe(2);
  expect(await poolPayments(null)).toEqual({ "2018-06": "120.00", "2018-07": "7.00" });
});

test("a refused load keeps its report and none of its rows", async () => {
  const file = join(folder, "empty.csv");
  await writeFile(file, "");
  const request = { files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null, now: day };
  const { state, loadId } = await submit(installation, request);
  expect(state).toBe("refused");
  expect(await listLoads(installation.database)).toMatchObject([{ loadId, state: "refused" }]);
  expect(await leftovers(installation)).toEqual([]);
});

test("a file that the disk has no room to read is not begun: L-901", async () => {
  const path = join(folder, "large.csv");
  const { bavail, bsize } = await statfs(installation.home.spillFolder);
  await writeFile(path, "");
  // Half of what is free, and it takes three times its size. It has no bytes of its own.
  await truncate(path, Math.ceil((bavail * bsize) / 2));
  const request = { files: [path], region: "361031", scheme: "390", period: null, kind: null, profile: null, now: day };
  expect(await codeOf(submit(installation, request))).toBe("L-901");
  expect(await listLoads(installation.database)).toEqual([]);
});
