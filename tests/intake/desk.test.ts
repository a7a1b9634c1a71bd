import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLoads } from "@/db/queries/listLoads";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { leftovers } from "@/etl/index";
import { IntakeDesk } from "@/intake/index";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { programFolder } from "../setup/server";
import { ended, handIn, order, until } from "./handIn";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-desk-"));
});
afterAll(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const openDesk = async (more: { environment?: Record<string, string>; patience?: number } = {}) => {
  const environment = { ...process.env, ...installation.environment, ...more.environment };
  const desk = new IntakeDesk(installation, programFolder, environment, undefined, more.patience);
  await desk.open();
  return desk;
};

const june = (name: string, rows: FileRow[]) => writeSettlements(folder, name, rows);
const loadsOf = async () => (await listLoads(installation.database)).map(({ loadId, state }) => [loadId, state]);

test("two files handed in together are one load, which waits for consent; nothing of them stays behind", async () => {
  const desk = await openDesk();
  const may = await june("may.csv", [{ id: "1", settled: "2018-05-01", fee: "900.00", pool: "100.00" }]);
  const one = await june("june.csv", [{ id: "2", settled: "2018-06-01", fee: "900.00", pool: "200.00" }]);
  const id = await handIn(desk, [may, one]);
  const { outcome } = await ended(desk, id);
  expect(outcome).toEqual({ kind: "load", loadId: id, state: "ready", unchanged: false });
  const [load] = await listLoads(installation.database);
  expect(load!.report.files.map(({ file }) => file)).toEqual(["may.csv", "june.csv"]);
  expect(await readCurrentVersion(installation.database)).toBeNull();
  expect(await readdir(join(installation.home.incomingFolder, id))).toEqual(["job.json"]);
  await desk.clear();
  expect(await desk.list()).toEqual([]);
  await desk.close();
});

test("what arrives other than it was sent is not read: L-132 for a missing byte and for another hash", async () => {
  const desk = await openDesk();
  const id = await desk.create({ ...order, files: [{ name: "june.csv", bytes: 4 }] });
  await expect(desk.receive(id, 1, Readable.from([Buffer.from("abc")]))).rejects.toMatchObject({ code: "L-132" });
  const { sha256 } = await desk.receive(id, 1, Readable.from([Buffer.from("ab"), Buffer.from("cd")]));
  expect(sha256).toBe(createHash("sha256").update("abcd").digest("hex"));
  await expect(desk.start(id, ["0".repeat(64)])).rejects.toMatchObject({ code: "L-132" });
  await expect(desk.create({ ...order, files: [{ name: "x", bytes: 41 * 2 ** 30 }] })).rejects.toMatchObject({
    code: "L-103",
  });
  await desk.cancel(id);
  await desk.close();
});

test("a sending that breaks off at its first byte leaves nothing behind", async () => {
  const desk = await openDesk();
  const id = await desk.create({ ...order, files: [{ name: "june.csv", bytes: 4 }] });
  const folder = join(installation.home.incomingFolder, id);
  for (let times = 0; times < 50; times++) {
    const broken = new Readable({ read: () => void broken.destroy(new Error("reset")) });
    await expect(desk.receive(id, 1, broken)).rejects.toMatchObject({ code: "L-132" });
    expect(await readdir(folder)).toEqual(["job.json"]);
  }
  await desk.cancel(id);
  await desk.close();
});

test("control totals that were typed are compared: 900.00 against 900.01 sends the file back", async () => {
  const desk = await openDesk();
  const file = await june("typed.csv", [{ id: "3", settled: "2018-07-01", fee: "900.00", pool: "1.00" }]);
  const id = await handIn(desk, [file], { total_fee_amount: "900.01" });
  expect((await ended(desk, id)).outcome).toMatchObject({ kind: "load", state: "refused" });
  await desk.close();
});

test.each([
  ["staged", "before the difference is known"],
  ["recorded", "after the load is entered"],
])("a loader killed at %s, %s, leaves nothing, and the desk goes on", async (stage) => {
  const before = await loadsOf();
  const desk = await openDesk({ environment: { NODE_ENV: "test", KILL_AT: stage } });
  const file = await june(`${stage}.csv`, [{ id: "4", settled: "2018-08-01", fee: "900.00", pool: "1.00" }]);
  const id = await handIn(desk, [file]);
  expect((await ended(desk, id)).outcome).toEqual({ kind: "failed", code: "L-905", details: {} });
  expect((await loadsOf()).filter(([, state]) => state !== "discarded")).toEqual(before);
  expect(await leftovers(installation)).toEqual([]);
  await desk.close();
});

test("a job that is cancelled while it is read, and one that waits, leave nothing", async () => {
  const before = await loadsOf();
  const desk = await openDesk();
  const file = await june("cancelled.csv", [{ id: "5", settled: "2018-09-01", fee: "900.00", pool: "1.00" }]);
  const [first, second] = [await handIn(desk, [file]), await handIn(desk, [file])];
  await until(desk, first, ({ state }) => state === "running");
  await desk.cancel(second);
  await desk.cancel(first);
  for (const id of [first, second]) expect((await ended(desk, id)).outcome).toEqual({ kind: "cancelled" });
  await desk.close();
  expect((await loadsOf()).slice(-before.length)).toEqual(before);
  expect(await leftovers(installation)).toEqual([]);
  expect(await readdir(installation.home.spillFolder)).toEqual([]);
});

test("a desk reads behind whoever else needs the machine; closed meanwhile, it takes the job up again when it is opened", async () => {
  const desk = await openDesk();
  const file = await june("resumed.csv", [{ id: "6", settled: "2018-10-01", fee: "900.00", pool: "1.00" }]);
  const id = await handIn(desk, [file]);
  const unfinished = await desk.create({ ...order, files: [{ name: "never.csv", bytes: 4 }] });
  await until(desk, id, ({ state }) => state === "running");
  expect(getPriority(desk.loaderProcessId!)).toBeGreaterThan(getPriority());
  await desk.close();
  const next = await openDesk();
  expect((await ended(next, id)).outcome).toMatchObject({ kind: "load", state: "ready" });
  expect((await next.list()).some((job) => job.id === unfinished)).toBe(false);
  await next.close();
});

test("a process that hangs is ended, and one that took three servers with it is not begun again", async () => {
  const desk = await openDesk({ patience: 3000 });
  const file = await june("hangs.csv", [{ id: "7", settled: "2018-11-01", fee: "900.00", pool: "1.00" }]);
  const hanging = await handIn(desk, [file]);
  await until(desk, hanging, ({ state }) => state === "running");
  process.kill(desk.loaderProcessId!, "SIGSTOP");
  expect((await ended(desk, hanging)).outcome).toEqual({ kind: "failed", code: "L-902", details: {} });
  const deadly = await handIn(desk, [file]);
  await until(desk, deadly, ({ state }) => state === "running");
  await desk.close();
  const record = join(installation.home.incomingFolder, deadly, "job.json");
  await writeFile(record, JSON.stringify({ ...JSON.parse(await readFile(record, "utf8")), attempts: 3 }));
  const next = await openDesk();
  expect((await ended(next, deadly)).outcome).toEqual({ kind: "failed", code: "L-905", details: {} });
  await next.close();
  expect(await leftovers(installation)).toEqual([]);
});
