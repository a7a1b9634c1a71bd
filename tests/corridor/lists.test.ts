import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listLoads } from "@/db/queries/listLoads";
import { usualBasis } from "@/domain/availableFundBasis";
import { parsePeriod } from "@/domain/period";
import { changeList, publish, readList, restore, submit } from "@/etl/index";
import { answer } from "@/figures/answer";
import { closeReader, openReader } from "@/figures/reader";
import { writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** What a bureau types on 设置 about its funding and institutions takes the way of every extract. */

let installation: TemporaryInstallation;
let folder: string;
/** Each load an hour after the one before. */
let hour = 0;
function later(): Date {
  hour += 1;
  return new Date(Date.UTC(2018, 1, 5, hour));
}
const place = { region: "361031", scheme: "390" };
const funding = { ...place, kind: "funding", year: "2018" } as const;
const institutions = { ...place, kind: "institutions", year: null } as const;
const entered = { by: "基金科 王", reason: '市级"调整", 2018' };

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-lists-"));
  const plan = await writeTable(
    folder,
    "筹资.csv",
    ["年度", "项目", "资金来源", "应筹金额", "到位金额", "到位日期"],
    [
      ["2017", "财政补助", "中央", "90000", "90000", "2017-01-20"],
      ["2018", "财政补助", "中央", "100000", "60000", "2018-01-20"],
      ["2018", "个人缴费", "", "20000", "", ""],
    ],
  );
  const hospitals = await writeTable(
    folder,
    "机构.csv",
    ["机构编码", "机构名称", "医院等级", "机构区划", "所有制", "村卫生室", "开始日期"],
    [["H36103100001", '"甲医院, ""东""院"', "09", "361031", "民营", "否", "2016-01-01"]],
  );
  const months = await Promise.all(
    ["2017-12", "2018-01"].map((month) =>
      writeSettlements(folder, `${month}.csv`, [
        { id: month, settled: `${month}-15`, fee: "300.00", pool: "200.00", institution: "H36103100001" },
      ]),
    ),
  );
  const request = {
    files: [plan, hospitals, ...months],
    ...place,
    now: later(),
    period: null,
    kind: null,
    profile: null,
  };
  await publish(installation, (await submit(installation, request)).loadId, later());
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

const read = async <Kind extends "funding" | "institutions">(list: Parameters<typeof readList<Kind>>[2]) =>
  readList<Kind>(await openReader(installation.home), installation, list);

async function ask(metric: string, period: string, asOf: number | null = null, by: ("tier" | "month")[] = []) {
  const question = { ...place, period: parsePeriod(period)!, where: {}, compare: null, basis: usualBasis, asOf };
  return answer(installation, { ...question, by, metrics: [metric] });
}
const totalOf = async (...asked: Parameters<typeof ask>) => Number((await ask(...asked)).total.values[asked[0]]!.value);
const tierIn = async (month: string, asOf: number | null = null) =>
  (await ask("cases", month, asOf, ["tier"])).rows.map(({ key }) => key.tier);

test("the list in force is what the file said, of the year that was asked for", async () => {
  const { rows } = await read(funding);
  expect(rows.map(({ line, planned_amount, in_place_amount }) => [line, planned_amount, in_place_amount])).toEqual([
    ["财政补助", "100000.00", "60000.00"],
    ["个人缴费", "20000.00", null],
  ]);
  expect((await read(institutions)).rows).toMatchObject([
    { institution: "H36103100001", institution_name: '甲医院, "东"院' },
  ]);
});

test("20000 more planned: 120000 before, 140000 after, and the old version still answers; who and why stay with the load", async () => {
  const { rows, seen } = await read(funding);
  const county = {
    ...rows[0]!,
    line: "subsidy",
    source_level: "county",
    planned_amount: "20000",
    in_place_amount: null,
  };
  const change = { ...funding, rows: [...rows, county], seen, name: "设置-筹资-2018", entered, now: later() };
  const { dataVersion } = await changeList(installation, change);
  expect(dataVersion).toBe(2);
  expect([await totalOf("total_fund_amount", "2018-01"), await totalOf("total_fund_amount", "2018-01", 1)]).toEqual([
    140_000, 120_000,
  ]);
  // The plan of the other year stays that of the file.
  expect(await totalOf("total_fund_amount", "2017-12")).toBe(90_000);
  const [load] = await listLoads(installation.database, "361031");
  expect(load).toMatchObject({ enteredBy: entered.by, reason: entered.reason, state: "published", version: 2 });
  expect(load!.report.files.map(({ file }) => file)).toEqual(["设置-筹资-2018-2018-02-05.csv"]);
});

test("who has not seen the list as it is changes nothing, and nothing of the file is left", async () => {
  const { rows } = await read(funding);
  const stale = { ...funding, rows: rows.slice(1), seen: "somebody's older list", name: "设置", entered, now: later() };
  await expect(changeList(installation, stale)).rejects.toMatchObject({ code: "S-201" });
  expect((await listLoads(installation.database, "361031")).map(({ state }) => state)).toEqual([
    "discarded",
    "published",
    "published",
  ]);
  expect((await readdir(installation.home.spillFolder)).filter((name) => name.startsWith("list-"))).toEqual([]);
});

test("what the loader would hold is refused in its words, and the list stays whole", async () => {
  const { rows, seen } = await read(funding);
  const wrong = rows.map((row) => ({ ...row, in_place_date: "2018-02-31" }));
  const change = { ...funding, rows: wrong, seen, name: "设置", entered, now: later() };
  await expect(changeList(installation, change)).rejects.toMatchObject({ code: "L-410" });
  expect((await read(funding)).rows).toEqual(rows);
});

test("a tier decided from 2018 on: December stays a township's, January becomes the county's; restoring takes it back", async () => {
  const { rows, seen } = await read(institutions);
  const decided = { ...rows[0]!, tier_override: "county", reason: entered.reason, begins_on: "2018-01-01" };
  const change = { ...institutions, rows: [...rows, decided], seen, name: "设置-机构", entered, now: later() };
  await changeList(installation, change);
  expect([await tierIn("2017-12"), await tierIn("2018-01"), await tierIn("2018-01", 1)]).toEqual([
    ["township"],
    ["county"],
    ["township"],
  ]);
  const after = await read(institutions);
  expect(after.rows.at(-1)).toMatchObject({ tier_override: "county", reason: entered.reason, village_clinic: "false" });
  await restore(installation, 2, later());
  expect(await tierIn("2018-01")).toEqual(["township"]);
  expect((await read(institutions)).rows).toEqual(rows);
});
