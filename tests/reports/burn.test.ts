import { afterAll, beforeAll, expect, test } from "vitest";
import { burnOf, burnQuestions } from "@/app/burn/burn";
import { burnSentences } from "@/app/burn/sentences";
import { readScope, type Scope } from "@/app/scope";
import { Writer } from "@/app/writing";
import { sentenceInPlainText } from "@/components/SentenceText";
import type { Dimension } from "@/domain/dimensions";
import { answer, answerAll } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { readReceipts } from "@/figures/receipts";
import { messagesIn } from "@/messages/index";
import { money, percent } from "@/messages/numbers";
import { askTable } from "@/reports/askTable";
import type { Content, Table, TableDefinition } from "@/reports/tables/define";
import { expenditure } from "@/reports/tables/expenditure";
import { funding } from "@/reports/tables/funding";
import { monthly } from "@/reports/tables/monthly";
import { readSorting } from "@/reports/tables/sort";
import { type FactRow, openWriter, publishFiles, region, settlement, writeFacts } from "@/tests/figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";

let installation: TemporaryInstallation;
const words = messagesIn("zh-CN");

const paid = (month: string, visit_class: string, tier: string, pool_pay_amount: string) =>
  settlement({ month, visit_class, tier, pool_pay_amount });

/** 2017 costs 119999.92, of which 40000 by March; 2018 has 66000 by March, of which 54000 are inpatients'; February is new. */
const settlements = [
  ...Array.from({ length: 12 }, (_, index) => {
    const month = `2017-${String(index + 1).padStart(2, "0")}`;
    return paid(month, "inpatient", "county", index < 3 ? "10000.00" : "8888.88");
  }),
  paid("2017-01", "outpatient", "township", "5000.00"),
  paid("2017-03", "outpatient", "township", "5000.00"),
  paid("2018-01", "inpatient", "county", "20000.00"),
  paid("2018-01", "outpatient", "township", "6000.00"),
  paid("2018-02", "inpatient", "city", "14000.00"),
  paid("2018-03", "inpatient", "county", "20000.00"),
  paid("2018-03", "outpatient", "township", "6000.00"),
];

const line = (row: FactRow): FactRow => ({ year: "2018", heads: 1000, ...row });
const plan = [
  line({
    line: "subsidy",
    source_level: "central",
    per_head: "80",
    in_place_amount: "50000.00",
    in_place_date: "2017-12-20",
  }),
  line({
    line: "subsidy",
    source_level: "central",
    per_head: "80",
    in_place_amount: "20000.00",
    in_place_date: "2018-02-10",
  }),
  line({
    line: "subsidy",
    source_level: "central",
    per_head: "80",
    in_place_amount: "10000.00",
    in_place_date: "2018-06-01",
  }),
  line({ line: "subsidy", source_level: "county", per_head: "20" }),
  line({ line: "individual", source_level: "individual", heads: 900, per_head: "50", in_place_amount: "45000.00" }),
  line({ line: "serious_illness_premium", per_head: "12", in_place_amount: "12000.00", in_place_date: "2018-03-31" }),
];

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: settlements,
    fct_funding: plan,
    fct_enrolment: [{ month: "2018-03", insured_region: region, enrolled: 950 }],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

const scopeOf = (params: Record<string, string> = {}): Scope =>
  readScope({ period: "2018Q1", ...params }, { region, months: [], bases: {} });

const ask = (definition: TableDefinition, scope = scopeOf(), by: Dimension | null = null) =>
  askTable(installation, definition, { scope, by, words, language: "zh-CN", institutions: new Map(), events: [] });

/** A table as it is printed, a row a line, without the unit that stands in the header. */
function printed({ columns, rows }: Table): string[] {
  return rows.map(({ label, cells }) =>
    [label, ...columns.slice(1).map(({ id }) => written(cells[id] ?? null))].join(" | "),
  );
}

function written(content: Content): string {
  if (content === null || typeof content === "string") return content ?? "";
  const { value, unit, reason } = content;
  if (value === null) return `— ${reason}`;
  if (unit === "yuan") return money(value, "zh-CN", "table");
  return unit === "percent" ? percent(value).replace("%", "") : value;
}

test("筹资到位 in the office's columns: 7万 of 8万 central by March, 10万 − 0 county, 4.5万 individual, less 1.2万 handed over", async () => {
  const table = await ask(funding);
  expect(table.columns.map(({ label }) => label)).toEqual(
    "项目 人均标准(元) 人数(人) 应筹(万元) 到位(万元) 到位率(%) 最近到位日期 备注".split(" "),
  );
  expect(printed(table)).toEqual([
    "中央 | 80 | 1000 | 8.00 | 7.00 | 87.50 | 2018-02-10 | 分2次到位",
    "省 | — no_funding_plan | — no_funding_plan | — no_funding_plan | — no_funding_plan | — no_funding_plan |  | 计划无此项",
    "市 | — no_funding_plan | — no_funding_plan | — no_funding_plan | — no_funding_plan | — no_funding_plan |  | 计划无此项",
    "县 | 20 | 1000 | 2.00 | 0.00 | 0.00 |  | 尚未到位",
    "财政小计 | 100 | 1000 | 10.00 | 7.00 | 70.00 | 2018-02-10 | ",
    "个人缴费 | 50 | 900 | 4.50 | 4.50 | 100.00 | 未填日期 | ",
    "基金总量 | 150 | 1000 | 14.50 | 11.50 | 79.31 | 2018-02-10 | ",
    "减：大病及意外险划拨 | 12 | 1000 | 1.20 | 1.20 | 100.00 | 2018-03-31 | ",
    "可用基金 | 138 | 1000 | 13.30 | 10.30 | 77.44 |  | ",
  ]);
  expect(table.notes).not.toContain(words.tables.rounding);
  expect(readSorting("funding.rate.descending", table)).toBeNull();
});

test("筹资到位 on other bases leads on to what may be spent, and stays the whole region's under a filter", async () => {
  const quota = printed(await ask(funding, scopeOf({ basis: "annual_quota" })));
  expect(quota.slice(-2)).toEqual([
    "县级统筹基金 | 138 | 1000 | 13.30 | 10.30 | 77.44 |  | ",
    "可用基金 |  |  | — no_annual_quota |  |  |  | ",
  ]);
  const surplus = await ask(funding, scopeOf({ basis: "pooled_fund_and_surplus" }));
  expect(surplus.rows.slice(-3).map(({ label }) => label)).toEqual(["县级统筹基金", "加：上年滚存结余", "可用基金"]);
  expect(printed(await ask(funding, scopeOf({ tier: "county" })))).toEqual(printed(await ask(funding)));
});

test("money counts on its day: nothing of June in March, all three payments in June, none of another year", async () => {
  const days = async (period: string) =>
    (await readReceipts(installation, scopeOf({ period }))).map(({ receivedOn }) => receivedOn);
  expect(await days("2018Q1")).toEqual([null, "2017-12-20", "2018-02-10", "2018-03-31"]);
  expect(await days("2018H1")).toEqual([null, "2017-12-20", "2018-02-10", "2018-03-31", "2018-06-01"]);
  expect(await days("2017")).toEqual([]);
  expect(await days("2017-07..2018-03")).toEqual([]);
});

test("逐月支出: each month beside the year before, sums since January against 1/12, 2/12, 3/12 and the season", async () => {
  const table = await ask(monthly);
  expect(table.columns.map(({ label }) => label)).toEqual(
    "月份 当月支出(万元) 上年同月(万元) 增减额(万元) 增减幅(%) 累计支出(万元) 占可用基金(%) 序时进度(%) 季节性进度(%)".split(
      " ",
    ),
  );
  expect(printed(table)).toEqual([
    "2018年1月 | 2.60 | 1.50 | 1.10 | 73.33 | 2.60 | 19.55 | 8.33 | 12.50",
    "2018年2月 | 1.40 | 1.00 | 0.40 | 40.00 | 4.00 | 30.08 | 16.67 | 20.83",
    "2018年3月 | 2.60 | 1.50 | 1.10 | 73.33 | 6.60 | 49.62 | 25.00 | 33.33",
    "合计 | 6.60 | 4.00 | 2.60 | 65.00 |  |  |  | ",
  ]);
});

test("逐月支出 of a filter: months without its rows are 0, what belongs to the whole region has no value", async () => {
  expect(printed(await ask(monthly, scopeOf({ visit_class: "outpatient" }))).slice(0, 2)).toEqual([
    "2018年1月 | 0.60 | 0.50 | 0.10 | 20.00 | 0.60 | 4.51 | — whole_only | — whole_only",
    "2018年2月 | 0.00 | 0.00 | 0.00 | — divided_by_zero | 0.60 | 4.51 | — whole_only | — whole_only",
  ]);
});

test("逐月支出 names a month without data and sums nothing over the gap", async () => {
  const table = await ask(monthly, scopeOf({ period: "2018-02..2018-04", compare: "none" }));
  expect(printed(table).slice(1)).toEqual([
    "2018年3月 | 2.60 | — no_data | — no_data | — no_data | 6.60 | 49.62 | 25.00 | 33.33",
    "2018年4月 | 缺数据 |  |  |  |  |  |  | ",
    "合计 | 4.00 | — no_data | — no_data | — no_data |  |  |  | ",
  ]);
  expect(table.notes.join()).toContain("缺少数据的月份：2018年4月");
});

test("基金支出 by class and by tier: parts of the increase add up to all of it", async () => {
  const classes = await ask(expenditure);
  expect(printed(classes).filter((row) => !row.startsWith("普通参保人"))).toEqual([
    "住院 | 5.40 | 40.60 | 81.82 | 3.00 | 2.40 | 80.00 | 92.31",
    "普通门诊 | 1.20 | 9.02 | 18.18 | 1.00 | 0.20 | 20.00 | 7.69",
    "合计 | 6.60 | 49.62 | 100.00 | 4.00 | 2.60 | 65.00 | 100.00",
  ]);
  const tiers = await ask(expenditure, scopeOf(), "tier");
  expect(printed(tiers).map((row) => row.split(" | ").at(-1))).toEqual(["7.69", "38.46", "53.85", "100.00"]);
});

async function sentences(params: Record<string, string> = {}, by: Dimension = "visit_class") {
  const scope = scopeOf(params);
  const burn = burnOf(await answerAll(installation, burnQuestions(scope, by)), scope, by);
  return burnSentences(burn, new Writer(scope, "zh-CN")).map(sentenceInPlainText);
}

test("the page says its pace, its season, its parts and its money in words", async () => {
  expect(await sentences()).toEqual([
    "1—3月统筹基金支出6.60万元，占全年可用基金13.30万元的49.62%，比序时进度快24.62个百分点；同比增加2.60万元，增长65.00%。",
    "季节性进度（往年同期平均）为33.33%，快16.29个百分点。按期末实际参保950人计，可用基金13.11万元，使用率50.34%。",
    "增加额中住院占92.31%、普通门诊占7.69%。",
    "3月末基金到位11.50万元，到位率79.31%；财政补助到位率70.00%（中央87.50%、县0.00%），个人缴费到位率100.00%。",
  ]);
  expect((await sentences({}, "tier"))[2]).toBe("增加额中市级占53.85%、县级占38.46%、乡镇占7.69%。");
});

test("under a filter it speaks of shares of the whole, and of no pace", async () => {
  expect((await sentences({ visit_class: "outpatient" })).slice(0, 2)).toEqual([
    "1—3月统筹基金支出1.20万元，占全年可用基金的9.02%；同比增加0.20万元，增长20.00%。",
    "全地区增加额中普通门诊占7.69%。",
  ]);
});

test("a filter leaves without a value what belongs to the whole region, and keeps every share of it", async () => {
  const metrics = ["available_fund_amount", "enrolled", "seasonal_progress", "pool_pay_share_of_available_fund"];
  const { total } = await answer(installation, { ...scopeOf({ tier: "county" }), by: [], metrics });
  expect(metrics.map((metric) => total.values[metric]!.reason)).toEqual([
    "whole_only",
    "whole_only",
    "whole_only",
    null,
  ]);
  expect(total.values.pool_pay_share_of_available_fund!.denominator).toEqual({
    metric: "available_fund_amount",
    value: "133000",
    whole: true,
  });
});
