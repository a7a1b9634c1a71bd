import excel from "exceljs";
import { describe, expect, test } from "vitest";
import { parsePeriod, samePeriodLastYear } from "@/domain/period";
import { messagesIn } from "@/messages/index";
import cases from "@/metrics/definitions/cases";
import poolPay from "@/metrics/definitions/pool_pay_amount";
import { csv } from "@/reports/render/csv";
import { type SheetContext, sheetOf } from "@/reports/render/sheet";
import { xlsx } from "@/reports/render/xlsx";
import type { Content, Quantity, Row, Table } from "@/reports/tables/define";

const period = parsePeriod("2018H1")!;
const context: SheetContext = {
  scope: {
    region: "361031",
    scheme: "390",
    period,
    compare: samePeriodLastYear(period),
    basis: "pooled_fund",
    asOf: null,
    where: { tier: ["county"] },
  },
  region: { name: "示例县", demo: true },
  version: 31,
  dataUntil: "2018-06-30",
  words: messagesIn("zh-CN"),
  language: "zh-CN",
  institutions: new Map(),
};

const amount = (value: string | null, more: Partial<Quantity> = {}): Quantity => ({
  metric: poolPay,
  value,
  reason: value === null ? "no_funding_plan" : null,
  unit: "yuan",
  ...more,
});
const row = (label: string, pay: Content, rest: Record<string, Content> = {}): Row => ({
  id: label,
  label,
  role: "part",
  cells: { pay, ...rest },
});
const table = (rows: Row[]): Table => ({
  id: "institutions",
  title: "机构",
  columns: [
    { id: "name", label: "名称", kind: "text" },
    { id: "pay", label: "统筹支出(万元)", kind: "number" },
    { id: "cases", label: "住院人次", kind: "number" },
    { id: "growth", label: "同比(%)", kind: "number" },
    { id: "level", label: "等级", kind: "text" },
  ],
  rows,
  notes: [],
});

const csvLines = (of: Table) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv(sheetOf(of, context))).split("\r\n");

async function worksheet(of: Table) {
  const workbook = new excel.Workbook();
  const bytes = await xlsx(sheetOf(of, context));
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook.worksheets[0]!;
}

const ordinary = table([
  row("县医院", amount("145474785.12"), {
    cases: { metric: cases, value: "11649", reason: null, unit: "cases" },
    growth: { metric: poolPay, value: "0.673677612345678912345", reason: null, unit: "percent", signed: true },
    level: "二级甲等",
  }),
  { ...row("合计", amount(null)), role: "total" },
]);

describe("what stands above and below", () => {
  const lines = csvLines(ordinary);
  test("title, scope, who reports, how far the data reaches, unit, basis, version, demo", () => {
    expect(lines[0]).toBe("\ufeff机构");
    expect(lines[1]).toBe("示例县 · 城乡居民医保 · 2018年1—6月 · 医疗机构层级：县级");
    expect(lines[2]).toBe("填报单位：示例县  数据截至：2018-06-30  单位：见表头");
    expect(lines[3]).toBe("口径：医保结算（记账）数，非财务拨付数 · 数据版本31 · 演示数据");
    expect(lines[4]).toBe("名称,统筹支出(万元),住院人次,同比(%),等级");
  });
  test("why cells are empty, and who signs", () => {
    expect(lines).toContain("“统筹支出(万元)”空白：未录入筹资计划（合计）。");
    expect(lines.at(-2)).toBe("单位负责人：,财务负责人：,复核：,制表：");
    expect(lines.at(-1)).toBe("");
  });
  test("the file is named after region, table, period and version", () => {
    expect(sheetOf(ordinary, context).fileName).toBe("示例县-机构-2018H1-版本31");
    const hostile = { ...context, region: { name: '../县\n"|', demo: false } };
    expect(sheetOf(ordinary, hostile).fileName).toBe(".._县___-机构-2018H1-版本31");
  });
});

test("145474785.12 yuan are 14547.478512 万元 with every digit; ratios have 15", async () => {
  expect(csvLines(ordinary)[5]).toBe("县医院,14547.478512,11649,67.3677612345679,二级甲等");
  const page = await worksheet(ordinary);
  const cells = page.getRow(6);
  expect([2, 3, 4, 5].map((at) => cells.getCell(at).value)).toEqual([
    14547.478512,
    11649,
    67.3677612345679,
    "二级甲等",
  ]);
  expect([2, 3, 4].map((at) => cells.getCell(at).numFmt)).toEqual(["#,##0.00", "#,##0", "+0.00;-0.00;0.00"]);
  expect(cells.getCell(2).alignment.horizontal).toBe("right");
  expect(page.getRow(7).getCell(2).value).toBeNull();
});

test("an amount of 17 digits stays exact as text, and the sheet says so", async () => {
  const long = table([row("省", amount("9999999999999999.01"))]);
  expect(csvLines(long)[5]).toBe("省,999999999999.999901,,,");
  const page = await worksheet(long);
  expect(page.getRow(6).getCell(2).value).toBe("999999999999.999901");
  expect(csvLines(long).join()).toContain("超过15位有效数字的金额以文本保存");
  expect(csvLines(ordinary).join()).not.toContain("以文本保存");
});

describe("a name is never a formula", () => {
  const names = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", " =1+1", '=HYPERLINK("http://x","y")'];
  for (const name of names) {
    test(`CSV: ${JSON.stringify(name)}`, async () => {
      const text = new TextDecoder().decode(csv(sheetOf(table([row(name, null, { level: name })]), context)));
      const quoted = `"'${name.replaceAll('"', '""')}"`;
      if (name === "+1") expect(text).toContain(`\r\n"'+1",,,,"'+1"\r\n`);
      else expect(text).toContain(`\r\n${quoted},,,,${quoted}\r\n`);
    });
  }
  test("XLSX: a text cell, whatever it begins with, without characters that XML forbids", async () => {
    const page = await worksheet(table([...names, "a\u000bb<>&\"'"].map((name) => row(name, null, { level: name }))));
    const cells = [...names, "x"].flatMap((_, index) => [1, 5].map((at) => page.getRow(6 + index).getCell(at)));
    expect(cells.map(({ type }) => type)).toEqual(cells.map(() => excel.ValueType.String));
    expect(page.getRow(6).getCell(1).value).toBe("=1+1");
    expect(page.getRow(6 + names.length).getCell(1).value).toBe("ab<>&\"'");
  });
  test("a comma, a quote and a line break stay in their field", () => {
    expect(csvLines(table([row('县,"人民"医院', null)]))[5]).toBe('"县,""人民""医院",,,,');
  });
});

test("on paper: A4 landscape, one page wide, header repeated; on screen header and first column stay", async () => {
  const page = await worksheet(ordinary);
  expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
  expect(page.pageSetup.printTitlesRow).toBe("5:5");
  expect(page.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 5 });
  expect(page.getColumn(2).width).toBeGreaterThanOrEqual(10);
});
