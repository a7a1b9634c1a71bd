import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ListChange } from "@/domain/load";
import { publish, submit } from "@/etl/index";
import { compareVersions } from "@/figures/compareVersions";
import { closeReader } from "@/figures/reader";
import { listChangeTexts } from "@/messages/listChange";
import { yizhang } from "../platform/runProgram";
import { writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

let installation: TemporaryInstallation;
let folder: string;
beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-compare-"));
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

/** Publishes files as the next version and answers what their load said that it would change. */
async function publishFiles(files: readonly string[], scheme = "390"): Promise<readonly ListChange[]> {
  const now = new Date("2018-08-05T09:00:00+08:00");
  const request = { region: "361031", scheme, period: null, kind: null, profile: null, now };
  const { loadId, report } = await submit(installation, { ...request, files });
  await publish(installation, loadId, now);
  return report.list_changes ?? [];
}

async function publishRows(name: string, month: string, pools: readonly string[], scheme?: string) {
  const rows = pools.map((pool, id) => ({ id: `${month}-${id}`, settled: `${month}-02`, fee: "900.00", pool }));
  return publishFiles([await writeSettlements(folder, name, rows)], scheme);
}

const publishTable = async (name: string, headers: readonly string[], lines: readonly (readonly string[])[]) =>
  publishFiles([await writeTable(folder, name, headers, lines)]);

const place = { region: "361031", scheme: "390" };
const nothing = { settlements: [], reclassified: [], lists: [] };

test("June is corrected by 5.00 and July comes with 2 cases: those two months differ, May does not", async () => {
  await publishRows("may.csv", "2018-05", ["1.00"]);
  await publishRows("june.csv", "2018-06", ["10.00", "20.00"]);
  await publishRows("june-again.csv", "2018-06", ["10.00", "25.00"]);
  await publishRows("july.csv", "2018-07", ["7.00", "7.00"]);
  const { settlements, lists } = await compareVersions(installation, { one: 2, other: 4 });
  expect(settlements.filter(({ metric }) => metric === "cases" || metric === "pool_pay_amount")).toEqual([
    { ...place, month: "2018-06", metric: "pool_pay_amount", one: "30.00", other: "35.00", change: "5.00" },
    { ...place, month: "2018-07", metric: "cases", one: null, other: "2", change: "2" },
    { ...place, month: "2018-07", metric: "pool_pay_amount", one: null, other: "14.00", change: "14.00" },
  ]);
  expect(lists).toEqual([]);
  expect(await compareVersions(installation, { one: 4, other: 4 })).toEqual(nothing);
  await expect(compareVersions(installation, { one: 4, other: 9 })).rejects.toMatchObject({ code: "Q-102" });
});

test("a scheme that the program has no name for is compared as any other", async () => {
  await publishRows("other-scheme.csv", "2018-08", ["3.00"], "340");
  const { settlements } = await compareVersions(installation, { one: 4, other: 5 });
  expect(settlements.find(({ metric }) => metric === "pool_pay_amount")).toEqual({
    ...{ region: "361031", scheme: "340", month: "2018-08", metric: "pool_pay_amount" },
    ...{ one: null, other: "3.00", change: "3.00" },
  });
});

const funding = ["年度", "项目", "资金来源", "应筹金额", "到位金额", "到位日期"];
const plan = ["2018", "财政补助", "中央", "100000", "60000", "2018-01-20"];

test("a funding plan is announced before consent: 100000 planned, 60000 in place; 20000 more arrive, nothing more is planned", async () => {
  const entry = { kind: "funding", part: "2018", scheme: "390", item: "subsidy" };
  const first = await publishTable("funding.csv", funding, [plan]);
  expect(first).toEqual([
    {
      ...entry,
      ...{ rows_before: 0, rows_after: 1, rows_removed: 0, rows_added: 1 },
      amounts: [
        { measure: "planned_amount", before: null, after: "100000.0000" },
        { measure: "in_place_amount", before: null, after: "60000.00" },
      ],
    },
  ]);
  const paid = ["2018", "财政补助", "中央", "100000", "20000", "2018-06-20"];
  const second = await publishTable("funding-again.csv", funding, [plan, paid]);
  expect(second).toMatchObject([{ ...entry, rows_before: 1, rows_after: 2, rows_removed: 0, rows_added: 1 }]);
  expect(second[0]!.amounts).toEqual([
    { measure: "planned_amount", before: "100000.0000", after: "100000.0000" },
    { measure: "in_place_amount", before: "60000.00", after: "80000.00" },
  ]);
  expect(listChangeTexts(second[0]!, "zh-CN")).toEqual([
    "  筹资计划与到位、2018年、城乡居民医保、财政补助，到位（元）：60,000.00 → 80,000.00",
    "  筹资计划与到位、2018年、城乡居民医保、财政补助，行数（行）：1 → 2",
  ]);
  const { settlements, lists } = await compareVersions(installation, { one: 6, other: 7 });
  expect({ settlements, lists }).toEqual({ settlements: [], lists: [{ region: "361031", ...second[0] }] });
});

test("enrolment by month, aid by hand, indicators and institutions in one load: each says what is new", async () => {
  const tables: [string, string[], string[][]][] = [
    [
      "enrolment.csv",
      ["医保区划", "月份", "参保人数"],
      [
        ["361031", "2018-06", "1000"],
        ["361031", "2018-07", "1002"],
      ],
    ],
    ["aid.csv", ["月份", "困难身份", "就诊类型", "人次", "救助金额"], [["2018-06", "低保对象", "住院", "2", "350.50"]]],
    ["indicators.csv", ["指标编码", "填报单位", "期间", "完成值"], [["NB-01", "医保局", "2018", "97.5"]]],
    [
      "hospitals.csv",
      ["机构编码", "机构名称", "医院等级", "机构区划", "所有制", "村卫生室", "开始日期"],
      [["H1", "甲医院", "09", "361031", "民营", "否", "2016-01-01"]],
    ],
  ];
  const files = await Promise.all(tables.map((table) => writeTable(folder, ...table)));
  const one = { rows_before: 0, rows_after: 1, rows_removed: 0, rows_added: 1 };
  const enrolled = (after: string) => [
    { measure: "enrolled", before: null, after },
    { measure: "target", before: null, after: null },
    { measure: "population", before: null, after: null },
  ];
  expect(await publishFiles(files)).toEqual([
    { kind: "enrolment", part: "2018-06", scheme: "390", item: null, ...one, amounts: enrolled("1000") },
    { kind: "enrolment", part: "2018-07", scheme: "390", item: null, ...one, amounts: enrolled("1002") },
    {
      ...{ kind: "manual_aid", part: "2018-06", scheme: "390", item: null, ...one },
      amounts: [
        { measure: "cases", before: null, after: "2" },
        { measure: "amount", before: null, after: "350.50" },
      ],
    },
    {
      ...{ kind: "indicators", part: "2018", scheme: null, item: "NB-01 医保局", ...one },
      amounts: [{ measure: "value", before: null, after: "97.50000000" }],
    },
    {
      // Known from settlements before, and now by its name.
      ...{ kind: "institutions", part: "all", scheme: null, item: null, amounts: [] },
      ...{ rows_before: 1, rows_after: 1, rows_removed: 1, rows_added: 1 },
    },
  ]);
});

test("a registry of 2 persons in 2 statuses; the months whose patients get a status differ though no sum does", async () => {
  const [{ version: before }] = await installation.database.sql<[{ version: number }]>`select version from publication`;
  const registry = await publishTable(
    "registry.csv",
    ["人员编号", "困难身份", "开始日期", "结束日期"],
    [
      ["P2018-06-0", "低保对象", "2018-01-01", ""],
      ["P2018-07-0", "特困人员", "2018-01-01", ""],
    ],
  );
  expect(registry.map(({ kind, item, amounts }) => [kind, item, amounts])).toEqual([
    ["hardship_registry", "extreme_hardship", [{ measure: "persons", before: null, after: "1" }]],
    ["hardship_registry", "subsistence_allowance", [{ measure: "persons", before: null, after: "1" }]],
  ]);
  const { settlements, reclassified } = await compareVersions(installation, { one: before, other: before + 1 });
  expect(settlements).toEqual([]);
  expect(reclassified.map(({ month }) => month)).toContain("2018-06");
});

test("the command line compares as the page does", async () => {
  const { code, out } = await yizhang(["versions", "--compare", "6", "7", "--json"], installation.environment);
  const { one, other, settlements, reclassified, lists } = JSON.parse(out);
  expect([code, one, other, settlements, reclassified]).toEqual([0, 6, 7, [], []]);
  expect(lists).toEqual((await compareVersions(installation, { one: 6, other: 7 })).lists);
  expect((await yizhang(["versions", "--compare", "2"], installation.environment)).code).toBe(2);
});
