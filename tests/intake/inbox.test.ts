import { appendFile, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLoads } from "@/db/queries/listLoads";
import { Inbox, IntakeDesk } from "@/intake/index";
import { writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { programFolder } from "../setup/server";

let installation: TemporaryInstallation;
let desk: IntakeDesk;
let inbox: Inbox;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = installation.home.inboxFolder;
  desk = new IntakeDesk(installation, programFolder, { ...process.env, ...installation.environment });
  await desk.open();
  inbox = new Inbox(installation, desk, { pauseMilliseconds: 50, settledMilliseconds: 100 });
});
afterAll(async () => {
  await desk.close();
  await installation.close();
});

/** Looks until the file has its receipt, and answers where: `done` or `refused`. */
async function receiptOf(name: string, place = ""): Promise<{ text: string; data: Record<string, unknown> }> {
  for (let look = 0; look < 400; look += 1) {
    await inbox.look();
    for (const end of ["done", "refused"]) {
      const path = join(folder, place, end, `${name}.receipt`);
      const json = await readFile(`${path}.json`, "utf8").catch(() => null);
      if (json === null || (await readdir(join(folder, place))).includes(name)) continue;
      expect(await readdir(join(folder, place, end))).toContain(name);
      return { text: await readFile(`${path}.txt`, "utf8"), data: { end, ...JSON.parse(json) } };
    }
    await wait(50);
  }
  throw new Error(`no receipt for ${name}`);
}

const row = { id: "1", settled: "2018-06-01", fee: "900.00", pool: "100.00" };

test("before there is a bureau, a file that does not say of which region it is goes back with what to do", async () => {
  await writeSettlements(folder, "nobody.csv", [row]);
  const { text, data } = await receiptOf("nobody.csv");
  expect(data).toMatchObject({ end: "refused", state: "failed", code: "L-709" });
  expect(text).toContain("六位地区代码");
});

test("a file in the folder of its region is read with its control file, waits for consent, and lies beside its receipt", async () => {
  const place = "361031-310";
  await mkdir(join(folder, place));
  await writeFile(join(folder, place, "june.csv.control.json"), `{"rows": 1, "total_fee_amount": 900.00}`);
  await writeSettlements(join(folder, place), "june.csv", [row]);
  const { text, data } = await receiptOf("june.csv", place);
  expect(data).toMatchObject({ end: "done", file: "june.csv", state: "ready", reconciliation: { balanced: true } });
  expect(text).toContain("请打开“数据”页");
  expect(text).toContain("读入1 = 计入1 + 待核0 + 剔除0行");
  expect((await readdir(join(folder, place, "done"))).sort()).toEqual([
    ...["june.csv", "june.csv.control.json", "june.csv.receipt.json", "june.csv.receipt.txt"],
  ]);
  const [load] = await listLoads(installation.database);
  expect(load).toMatchObject({ region: "361031", scheme: "310", state: "ready", version: null });
  expect(await readdir(join(folder, place))).toEqual(["done"]);
});

test("with one bureau its files need no folder; one that grows is left until it has arrived; a bad one says why", async () => {
  const path = await writeSettlements(folder, "growing.csv", [row]);
  const whole = await readFile(path, "utf8");
  await writeFile(path, whole.slice(0, -20));
  await inbox.look();
  await wait(60);
  await appendFile(path, whole.slice(-20));
  await inbox.look();
  expect(await desk.fromInbox()).toEqual([]);
  await writeFile(join(folder, "empty.csv"), "");
  await writeFile(join(folder, "~$june.xlsx"), "lock");
  const { data } = await receiptOf("growing.csv");
  expect(data).toMatchObject({ end: "done", state: "ready" });
  const empty = await receiptOf("empty.csv");
  expect(empty.data).toMatchObject({ end: "refused", state: "refused" });
  expect(empty.text).toContain("文件是空的（0字节）");
  expect(await readdir(folder)).toContain("~$june.xlsx");
});

test("a name as long as the disk takes is shortened where it rests, and the receipt says the whole", async () => {
  const name = `${"长".repeat(81)}x.csv`;
  expect(Buffer.byteLength(name)).toBe(248);
  await writeSettlements(folder, name, [{ ...row, id: "L1", settled: "2018-02-01" }]);
  const resting = `${"长".repeat(72)}.csv`;
  for (let look = 0; look < 200 && (await readdir(folder)).includes(name); look += 1) {
    await inbox.look();
    await wait(50);
  }
  const done = await readdir(join(folder, "done"));
  expect(done).toEqual(expect.arrayContaining([resting, `${resting}.receipt.txt`, `${resting}.receipt.json`]));
  const receipt = JSON.parse(await readFile(join(folder, "done", `${resting}.receipt.json`), "utf8"));
  expect(receipt).toMatchObject({ file: name, state: "ready" });
});

test("a file that is replaced while the first one is read is read next; the first has a receipt of its own", async () => {
  const path = await writeSettlements(folder, "twice.csv", [{ ...row, id: "T1", settled: "2018-03-01" }]);
  const adopted = async () => (await desk.fromInbox()).some(({ inboxPath }) => inboxPath === path);
  for (let look = 0; look < 100 && !(await adopted()); look += 1) {
    await inbox.look();
    await wait(20);
  }
  const two = ["T1", "T2"].map((id) => ({ ...row, id, settled: "2018-03-02" }));
  await rename(await writeSettlements(installation.home.spillFolder, "next.csv", two), path);
  const { data } = await receiptOf("twice.csv");
  expect(data).toMatchObject({ end: "done", reconciliation: { rows: { read: 2 } } });
  const receipts = (await readdir(join(folder, "done"))).filter((name) => name.endsWith("twice.csv.receipt.json"));
  expect(receipts).toHaveLength(2);
});
