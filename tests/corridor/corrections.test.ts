import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countHeldRows } from "@/db/queries/countHeldRows";
import { readLoad } from "@/db/queries/readLoad";
import { discard, heldListLayout, heldRowMark, listHeld, publish, submit } from "@/etl/index";
import { heldListFile } from "@/intake/index";
import { Warehouse } from "@/warehouse/connection";
import { yizhang } from "../platform/runProgram";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";

let installation: TemporaryInstallation;
let warehouse: Warehouse;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-corrections-"));
  const { warehouseFolder, spillFolder } = installation.home;
  warehouse = await Warehouse.open({
    folders: [warehouseFolder],
    spillFolder: join(spillFolder, `read-${process.pid}`),
  });
});
afterAll(async () => {
  warehouse.close();
  await installation.close();
  await rm(folder, { recursive: true });
});

const row = (id: number, more: Partial<FileRow> = {}): FileRow => ({
  id: `s${id}`,
  person: `P${id % 50}`,
  settled: "2018-06-03 11:41:27",
  type: "21",
  fee: "100.00",
  pool: "60.00",
  ...more,
});

/** 400 good rows of 60.00 (24000.00), and four that are held: of rows 402 to 405. */
const june = () =>
  writeSettlements(folder, "june.csv", [
    ...Array.from({ length: 400 }, (_, id) => row(id)),
    row(400, { pool: "12O4.5", fee: "2000.00" }),
    row(401, { fee: "12.345", pool: "10.00" }),
    row(402, { settled: "2018-02-30" }),
    row(403, { person: "" }),
  ]);

const load = (file: string | string[], day = "2018-07-05") =>
  submit(installation, {
    ...{ files: [file].flat(), region: "361031", scheme: "390", period: null, kind: null, profile: null },
    now: new Date(`${day}T09:00:00+08:00`),
  });
const consent = (loadId: string) => publish(installation, loadId, new Date("2018-07-06T09:00:00+08:00"));

/** The list of a load as its workbook, filled in as a clerk would: `rows` by row number. */
async function filledIn(loadId: string, rows: Record<number, string>, by = "基金科 王"): Promise<string> {
  const workbook = new excel.Workbook();
  const bytes = await heldListFile(loadId, await listHeld(warehouse, installation, loadId), "zh-CN");
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const page = workbook.worksheets[0]!;
  page.getCell("B3").value = by;
  page.getCell("B4").value = "核对了结算单";
  page.eachRow((line) => {
    const value = rows[Number(line.getCell(4).value)];
    if (/^F\d+R\d+$/.test(String(line.getCell(1).value)) && value) line.getCell(10).value = value;
  });
  const path = join(folder, `held-${Math.random()}.xlsx`);
  await writeFile(path, Buffer.from(await workbook.xlsx.writeBuffer()));
  return path;
}

const rowsOf = async (loadId: string) => (await readLoad(installation.database, loadId))!.report.reconciliation.rows;
const persons = async () => {
  const [version] = await installation.database.sql<{ files: { table: string; path: string }[] }[]>`
    select files from data_versions order by version desc limit 1`;
  const file = version!.files.find(({ table }) => table === "fct_settlements")!;
  const [found] = await warehouse.rows("select count(distinct person_key) as persons from read_parquet($1)", [
    join(installation.home.warehouseFolder, file.path),
  ]);
  return found!.persons;
};

test("the list shows no person and no formula, and a cell typed as text for each value", async () => {
  const { loadId, state } = await load(await june());
  expect(state).toBe("ready");
  await consent(loadId);
  const [file] = await listHeld(warehouse, installation, loadId);
  expect(file!.rows.map(({ row: number, code, value }) => [number, code, value])).toEqual([
    [402, "L-301", "12O4.5"],
    [403, "L-302", "12.345"],
    [404, "L-410", "2018-02-30"],
    [405, "L-421", null],
  ]);
  expect(await publishedMonths(installation)).toEqual({ "2018-06": "24000.00" });
});

test("the command writes the same list: four rows under the load's mark; of a load that is none it says so", async () => {
  const [{ loadId }] = await installation.database.sql<[{ loadId: string }]>`select load_id as "loadId" from loads`;
  const file = join(folder, "from-command.xlsx");
  const { code, out } = await yizhang(["held", loadId, "--out", file, "--json"], installation.environment);
  expect([code, JSON.parse(out)]).toEqual([0, { load_id: loadId, file, rows: 4 }]);
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(file);
  expect(workbook.getWorksheet(heldListLayout.markSheet)?.getCell("A1").value).toBe(loadId);
  expect(workbook.worksheets[0]!.getColumn(heldListLayout.markColumn + 1).values.slice(-4)).toEqual(
    [402, 403, 404, 405].map((row) => heldRowMark(1, row)),
  );
});

let corrected = "";
test("a row of another width is listed with its cells and what to do, without a place for a value", async () => {
  const path = await writeSettlements(
    folder,
    "narrow.csv",
    Array.from({ length: 200 }, (_, id) => row(id, { settled: "2018-05-03" })),
  );
  await appendFile(path, "s900,1,2\n");
  const { loadId } = await load(path);
  const workbook = new excel.Workbook();
  const bytes = await heldListFile(loadId, await listHeld(warehouse, installation, loadId), "zh-CN");
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const line = workbook.worksheets[0]!.getRow(7);
  const expected = (await readFile(path, "utf8")).split("\n")[0]!.split(",").length;
  expect(line.getCell(4).value).toBe(202);
  expect(line.getCell(7).value).toMatch(`如3列，应为${expected}列`);
  expect(line.getCell(7).value).toMatch("重新导入整个月的文件");
  expect(line.getCell(10).numFmt).toBeUndefined();
  await discard(installation, loadId);
});

test("two of four are corrected: 24000.00 + 1204.50 + 10.00, the sums meet, who and why stay with the load", async () => {
  const [{ loadId: base }] = await installation.database.sql<
    [{ loadId: string }]
  >`select load_id as "loadId" from loads`;
  const list = await filledIn(base, { 402: "1,204.50", 403: "12.35" });
  const submission = await load(list, "2018-07-10");
  corrected = submission.loadId;
  expect(submission).toMatchObject({ state: "ready", unchanged: false });
  expect(submission.report.changes).toEqual([
    {
      ...{ month: "2018-06", cases_before: "400", cases_after: "402" },
      ...{ pool_pay_before: "24000.00", pool_pay_after: "25214.50" },
    },
  ]);
  const { reconciliation, findings, files } = submission.report;
  expect(reconciliation).toMatchObject({
    balanced: true,
    unreadable_amount_rows: 0,
    rows: { read: 404, accepted: 402, quarantined: 2, excluded: 0 },
    total_fee_amount: { read: "42212.35", accepted: "42012.35", quarantined: "200.00", excluded: "0.00" },
  });
  expect(files.map(({ rows_read, accepted, quarantined }) => [rows_read, accepted, quarantined])).toEqual([
    [402, 400, 2],
    [2, 2, 0],
  ]);
  expect(findings.filter(({ code }) => code === "L-718").map(({ column, first_rows }) => [column, first_rows])).toEqual(
    [
      ["HIFP_PAY", [402]],
      ["MEDFEE_SUMAMT", [403]],
    ],
  );
  await consent(corrected);
  expect(await publishedMonths(installation)).toEqual({ "2018-06": "25214.50" });
  expect(await countHeldRows(installation.database, 2, "361031")).toBe(2);
  expect(await readLoad(installation.database, corrected)).toMatchObject({
    enteredBy: "基金科 王",
    reason: "核对了结算单",
  });
  // Rows 402 and 403 are of persons who have other settlements: a token that stood in a held row is the same person's.
  expect(await persons()).toBe("50");
  // The same list once more changes nothing.
  expect(await load(list, "2018-07-11")).toMatchObject({ loadId: corrected, state: "published", unchanged: true });
});

test("the old list filled in further corrects what is left; what is still wrong stays held under its row", async () => {
  const [{ loadId: base }] = await installation.database.sql<[{ loadId: string }]>`
    select load_id as "loadId" from loads order by created_at limit 1`;
  const list = await filledIn(base, { 402: "1,204.50", 403: "12.35", 404: "2018-06-31", 405: "P7" });
  const { loadId, report } = await load(list, "2018-07-12");
  expect(report.corrects).toBe(corrected);
  expect(await rowsOf(loadId)).toEqual({ read: 404, accepted: 403, quarantined: 1, excluded: 0 });
  expect(report.findings.filter(({ severity }) => severity === "hold")).toMatchObject([
    { code: "L-410", column: "SETL_TIME", first_rows: [404] },
  ]);
  // The same list with another value for the row that is still wrong; 405 is right by now.
  const more = await load(await filledIn(base, { 404: "2018-06-32", 405: "P8" }), "2018-07-12");
  expect(await rowsOf(more.loadId)).toEqual({ read: 404, accepted: 403, quarantined: 1, excluded: 0 });
  await expect(load(await filledIn(base, { 405: "P9" }), "2018-07-12")).rejects.toMatchObject({ code: "L-716" });
  // Before consent: a list of the load that waits takes its place.
  const last = await load(await filledIn(more.loadId, { 404: "2018-06-30" }), "2018-07-13");
  expect(await rowsOf(last.loadId)).toEqual({ read: 404, accepted: 404, quarantined: 0, excluded: 0 });
  expect((await readLoad(installation.database, more.loadId))!.state).toBe("discarded");
  await consent(last.loadId);
  expect(await publishedMonths(installation)).toEqual({ "2018-06": "25334.50" });
  expect(await persons()).toBe("50");
  await expect(listHeld(warehouse, installation, last.loadId)).rejects.toMatchObject({ code: "L-714" });
});

test("a value meant for one cell is not taken for another that keeps the row held", async () => {
  const rows = Array.from({ length: 300 }, (_, id) => row(1000 + id, { settled: "2018-04-03" }));
  const wrong = row(1300, { settled: "2018-04-03", fee: "12.345", pool: "1O.00" });
  const { loadId } = await load(await writeSettlements(folder, "april.csv", [...rows, wrong]));
  const [first] = (await listHeld(warehouse, installation, loadId))[0]!.rows;
  expect(first).toMatchObject({ row: 302, column: "MEDFEE_SUMAMT", code: "L-302" });
  await consent(loadId);
  const next = await load(await filledIn(loadId, { 302: "12.35" }));
  const [second] = (await listHeld(warehouse, installation, next.loadId))[0]!.rows;
  expect(second).toMatchObject({ row: 302, column: "HIFP_PAY", code: "L-305" });
  await expect(load(await filledIn(loadId, { 302: "12.36" }))).rejects.toMatchObject({ code: "L-716" });
  await discard(installation, next.loadId);
});

test("a list without a name, without values, beside other files, and of a load that was replaced says what to do; nothing changes", async () => {
  const [{ loadId: base }] = await installation.database.sql<[{ loadId: string }]>`
    select load_id as "loadId" from loads order by created_at limit 1`;
  await expect(load(await filledIn(base, { 402: "1.00" }, ""))).rejects.toMatchObject({ code: "L-715" });
  await expect(load(await filledIn(base, {}))).rejects.toMatchObject({ code: "L-716" });
  const june2 = await writeSettlements(folder, "june2.csv", [row(1)]);
  await expect(load([june2, await filledIn(base, { 402: "1.00" })])).rejects.toMatchObject({ code: "L-720" });
  const again = await load(june2, "2018-07-20");
  await consent(again.loadId);
  await expect(load(await filledIn(base, { 402: "2.00" }))).rejects.toMatchObject({ code: "L-717" });
  expect(await publishedMonths(installation)).toEqual({ "2018-04": "18000.00", "2018-06": "60.00" });
});
