import excel, { type Worksheet } from "exceljs";
import { expect, test } from "vitest";
import type { OfficialForm } from "@/domain/officialForm";
import type { Actual } from "@/domain/scoring/scored";
import { messagesIn } from "@/messages/index";
import { monitoringForm, projectForm, renderFormXlsx, transferForm } from "@/reports/performance/index";
import { assessmentView, rubricOf } from "./assessmentViews";

const words = messagesIn("zh-CN");
const of = (value: string): { actual: Actual } => ({ actual: { kind: "number", value } });

async function printed(form: OfficialForm): Promise<Worksheet> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await renderFormXlsx(form)).buffer as ArrayBuffer);
  return workbook.worksheets[0]!;
}

/** What stands in each row, merged cells once, empty ones left out. */
function rowsOf(page: Worksheet): (string | number)[][] {
  return page.getRows(1, page.rowCount)!.map((row) => {
    const cells = Array.from({ length: page.columnCount }, (_, index) => row.getCell(index + 1));
    const own = cells.filter((cell) => cell.master === cell && cell.value !== null);
    return own.map(({ value }) => value as string | number);
  });
}

const textsOf = (page: Worksheet) => rowsOf(page).flat().map(String);

/** 建档立卡贫困人口参保个人缴费配套, 2020, as published. */
const premiumMatch = assessmentView({
  year: 2020,
  demo: true,
  rubric: rubricOf("project", {
    预算执行: [
      { code: "execution", name: "预算执行率", group: "预算执行", marks: "10", scoring: { rule: "budget_execution" } },
    ],
    产出指标: [
      { code: "heads", name: "补助人数", group: "数量指标", marks: "15", target: "8755", unit: "persons" },
      { code: "quality", name: "补助准确率", group: "质量指标", marks: "15", target: "1" },
      { code: "time", name: "及时率", group: "时效指标", marks: "10", target: "1" },
      {
        code: "cost",
        name: "人均标准",
        group: "成本指标",
        marks: "10",
        target: "75",
        unit: "yuan_per_head",
        scoring: { rule: "lower_is_better" },
      },
    ],
    效益指标: [{ code: "effect", name: "参保率", group: "社会效益指标", marks: "30", target: "0.95" }],
    满意度指标: [{ code: "content", name: "满意度", group: "服务对象满意度指标", marks: "10", target: "0.95" }],
  }),
  head: { project: "=1+1", department: "示例县医疗保障局", unit: "示例县医保中心" },
  goal: { expected: "应保尽保", achieved: "已实现" },
  budget: [{ source: "this_year", opening: "656600.00", adjusted: "656600.00", executed: "650700.00" }],
  entered: {
    heads: { ...of("8676"), reason: "人口自然减少" },
    quality: of("1"),
    time: of("1"),
    cost: of("75"),
    effect: of("0.95"),
    content: of("0.95"),
  },
});

test("① has the columns of the ministry; 9.91 + 14.86 + 15 + 10 + 10 + 30 + 10 = 99.77, where 94 was printed", async () => {
  const page = await printed(projectForm(premiumMatch, words, "zh-CN"));
  expect(rowsOf(page).slice(0, 19)).toEqual([
    ["项目支出绩效自评表"],
    ["（2020年度）"],
    ["项目名称", "=1+1"],
    ["主管部门", "示例县医疗保障局", "实施单位", "示例县医保中心"],
    ["项目资金(万元)", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", 65.66, 65.66, 65.07, 10, 0.991014316174231, 9.91],
    ["其中：当年财政拨款", 65.66, 65.66, 65.07, "—", 0.991014316174231, "—"],
    ["上年结转资金", "—", "—"],
    ["其他资金", "—", "—"],
    ["年度总体目标", "预期目标", "实际完成情况"],
    ["应保尽保", "已实现"],
    [
      "绩效指标",
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "分值",
      "得分",
      "偏差原因分析及改进措施",
    ],
    ["产出指标", "数量指标", "补助人数", "≥8,755人", "8,676人", 15, 14.86, "人口自然减少"],
    ["质量指标", "补助准确率", "≥100%", "100%", 15, 15],
    ["时效指标", "及时率", "≥100%", "100%", 10, 10],
    ["成本指标", "人均标准", "≤75元/人", "75元/人", 10, 10],
    ["效益指标", "社会效益指标", "参保率", "≥95%", "95%", 30, 30],
    ["满意度指标", "服务对象满意度指标", "满意度", "≥95%", "95%", 10, 10],
    ["总分", 100, 99.77],
  ]);
  expect(textsOf(page)).toContain("总分99.77分，等级：优");
  expect(textsOf(page)).toContain(
    "测算得分，以主管部门认定为准 · 草稿，尚未提交 · 数据：2020年，数据版本31 · 演示数据",
  );
  expect(page.getCell("C3").formula).toBeUndefined();
  const merged = page.model.merges.filter((range) => Number(/\d+/.exec(range)![0]) <= 19);
  expect(new Set(merged)).toEqual(
    new Set([
      ...["A1:I1", "A2:I2", "A3:B3", "C3:I3", "A4:B4", "C4:E4", "F4:G4", "H4:I4"],
      ...["A5:A9", "B5:C5", "B6:C6", "B7:C7", "B8:C8", "B9:C9"],
      ...["A10:A11", "B10:E10", "F10:I10", "B11:E11", "F11:I11"],
      ...["A12:A18", "B13:B16", "A19:F19"],
    ]),
  );
  expect(page.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "portrait",
    fitToWidth: 1,
    printTitlesRow: "12:12",
  });
});

/** 医疗救助, 2024, as published: 50 000 planned, 110 406 reached, no reason given. */
const medicalAid = assessmentView({
  year: 2024,
  rubric: rubricOf("transfer", {
    产出指标: [
      { code: "cases", name: "享受医疗救助人次", group: "数量指标", target: "50000", unit: "cases" },
      { code: "spread", name: "即时结算覆盖地区", group: "时效指标", target: "0.95" },
    ],
  }),
  head: { project: "医疗救助补助资金", centralDepartment: "国家医保局", department: "省医保局", unit: "县医保局" },
  goal: { expected: "减轻负担", achieved: "" },
  budget: [
    { source: "central", opening: "0", adjusted: "8293000.00", executed: "8293000.00" },
    { source: "local", opening: "0", adjusted: "25303200.00", executed: "25303200.00" },
    { source: "lottery", opening: "0", adjusted: "0", executed: "0" },
  ],
  management: [{ topic: "allocation", situation: "按因素法分配", problems: "无" }],
  remark: "请说明",
  entered: { cases: of("110406") },
  submittedAt: "2025-01-15 09:00:00+08",
});

test("② has the columns of the transfer form, 彩票公益金 for medical aid, and points nowhere", async () => {
  const page = await printed(transferForm(medicalAid, words, "zh-CN"));
  expect(rowsOf(page).slice(0, 26)).toEqual([
    ["转移支付区域（项目）绩效目标自评表"],
    ["（2024年度）"],
    ["转移支付（项目）名称", "医疗救助补助资金"],
    ["中央主管部门", "国家医保局", "地方主管部门", "省医保局"],
    ["资金使用单位", "县医保局"],
    ["资金投入情况(万元)", "全年预算数(A)", "全年执行数(B)", "预算执行率(B/A)"],
    ["年度资金总额", 3359.62, 3359.62, 1],
    ["其中：中央财政资金", 829.3, 829.3, 1],
    ["地方资金", 2530.32, 2530.32, 1],
    ["其他资金"],
    ["彩票公益金", 0, 0],
    ["资金管理情况", "情况说明", "存在问题和改进措施"],
    ["分配科学性", "按因素法分配", "无"],
    ["下达及时性"],
    ["拨付合规性"],
    ["使用规范性"],
    ["执行准确性"],
    ["预算绩效管理情况"],
    ["支出责任履行情况"],
    ["总体目标完成情况", "总体目标", "全年实际完成情况"],
    ["减轻负担"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施"],
    ["产出指标", "数量指标", "享受医疗救助人次", "≥50,000人次", "110,406人次"],
    ["时效指标", "即时结算覆盖地区", "≥95%", "待定"],
    ["说明", "请说明"],
    ["测算结果，以主管部门认定为准 · 已提交（2025-01-15） · 数据：2024年，数据版本31"],
  ]);
  const texts = textsOf(page);
  expect(texts).toContain(
    "年初指标值设定明显偏低（实际完成值超过年度指标值的130%；本系统提示线，可改）：享受医疗救助人次",
  );
  expect(texts.filter((text) => /分值|得分|总分|等级|\d分/.test(text))).toEqual([]);
});

test("③ has a column a cause, ticked, and 全年预计完成情况 as projected or as entered", async () => {
  const view = assessmentView({
    rubric: rubricOf("project", {
      产出指标: [
        { code: "rate", name: "参保率", group: "数量指标", marks: "50", target: "0.95" },
        { code: "months", name: "可支付月数", group: "质量指标", marks: "50", target: "6", unit: "months" },
      ],
    }),
    data: { version: 31, period: "2018H1", through: "2018-06" },
    entered: {
      rate: of("0.9"),
      months: { ...of("3.2"), monitoring: { chance: "impossible", cause: "funds", expected: "4", remark: "已催缴" } },
    },
  });
  const at = (code: string, value: string) => ({
    ...{ code, soFar: null, attainment: null, entered: null },
    expected: { by: "standing" as const, value, low: null, high: null },
    suggested: { chance: "certain" as const, because: "stands_met" as const },
  });
  const monitoring = {
    ...{ through: "2018-06", elapsed: "0.5", executionRate: null },
    indicators: [at("rate", "0.961"), at("months", "3.9")],
  };
  const form = monitoringForm(view, monitoring, words, "zh-CN");
  const rows = rowsOf(await printed(form));
  expect(rows.slice(4, 8)).toEqual([
    [
      ...["一级指标", "二级指标", "三级指标", "年度指标值", "1—6月执行情况", "全年预计完成情况"],
      ...["偏差原因分析", "完成目标可能性", "备注"],
    ],
    ["经费", "制度", "人员", "硬件", "其他"],
    ["产出指标", "数量指标", "参保率", "≥95%", "90%", "96.10%", "确定能"],
    ["质量指标", "可支付月数", "≥6个月", "3.20个月", "4个月", "√", "完全不可能", "已催缴"],
  ]);
});

test("what is pending is an interval, what does not apply is taken out: 45 of 90 marks make 50 of 100", async () => {
  const view = assessmentView({
    rubric: rubricOf("project", {
      产出指标: [
        { code: "a", name: "甲", group: "数量指标", marks: "45", target: "1" },
        { code: "b", name: "乙", group: "数量指标", marks: "45", target: "1" },
        { code: "c", name: "丙", group: "质量指标", marks: "10", target: "1" },
      ],
    }),
    budget: [
      { source: "this_year", opening: "0", adjusted: "13370000.00", executed: "17091000.00" },
      { source: "carried_over", opening: "0", adjusted: "11323000.00", executed: "0" },
    ],
    entered: { a: of("1"), c: { applies: false } },
  });
  const page = await printed(projectForm(view, words, "zh-CN"));
  const rows = rowsOf(page);
  expect(rows).toContainEqual(["乙", "≥100%", "待定", 45, "0.00—45.00"]);
  expect(rows).toContainEqual(["质量指标", "丙", "≥100%", "不适用", "—", "—"]);
  expect(rows).toContainEqual(["适用指标合计", 90, "45.00—90.00"]);
  expect(rows).toContainEqual(["总分（按适用分值折算）", 100, "50.00—100.00"]);
  expect(textsOf(page)).toEqual(
    expect.arrayContaining([
      "总分50.00—100.00分，有指标待定，等级尚不能确定。",
      "适用指标90分中得45.00—90.00分，折算为100分制得50.00—100.00分。",
      "不适用，分值不计入：丙",
      "完成值或得分待定，得分写作区间：乙",
      "执行率以全年预算数（含上年结转）为分母：69.21%；以全年预算数（不含上年结转）为分母：127.83%。",
    ]),
  );
});

test("the campaign of 2021: 90 to 100 with the estimate of 40 for 50, and a bonus of 3 beside", async () => {
  const given = (code: string, name: string, marks: string) => [
    { code, name, group: name, marks, scoring: { rule: "given" as const } },
  ];
  const view = assessmentView({
    year: 2021,
    rubric: rubricOf("campaign", {
      部署推进情况: given("a", "部署推进", "10"),
      重点工作完成情况: given("b", "重点工作", "25"),
      日常工作配合情况: given("c", "日常工作", "10"),
      上级部门考核评价情况: given("d", "考核评价", "50"),
      通报批评及媒体曝光情况: given("e", "通报批评", "5"),
      加分指标: given("f", "加分因素", "5"),
    }),
    entered: {
      ...Object.fromEntries(
        [
          ["a", "10"],
          ["b", "25"],
          ["c", "10"],
          ["e", "5"],
          ["f", "3"],
        ].map(([code, self]) => [code, { scores: { self } }]),
      ),
      d: { scores: { self: "50", estimate: "40" } },
    },
  });
  const rows = rowsOf(await printed(projectForm(view, words, "zh-CN")));
  expect(rows).toContainEqual([
    "上级部门考核评价情况",
    "考核评价",
    "考核评价",
    "—",
    "自评50分；预估40分",
    50,
    "40.00—50.00",
  ]);
  expect(rows).toContainEqual(["总分", 100, "90.00—100.00"]);
  expect(rows).toContainEqual(["加分指标", "加分因素", "加分因素", "—", "自评3分", 5, 3]);
  expect(rows).toContainEqual(["不含加分90.00—100.00分，加分3.00分。"]);
  // 50 + 50 + 3 is more than the 100 that the rubric may reach.
  expect(rows).toContainEqual(["自评100.00分；预估93.00分：各种得分分别保留。"]);
});

test("points that do not add up as printed say so: 16.67 + 16.67 = 33.34, printed 33.33", () => {
  const third = { group: "数量指标", marks: "50", target: "3" };
  const view = assessmentView({
    rubric: rubricOf("project", {
      产出指标: [
        { code: "a", name: "甲", ...third, unit: "number" },
        { code: "b", name: "乙", ...third, unit: "number" },
      ],
    }),
    entered: { a: of("1"), b: of("1") },
  });
  const texts = projectForm(view, words, "zh-CN").notes.map(({ text }) => text);
  expect(texts).toContain(words.forms.notes.rounding);
});

test("an amount with more digits than a spreadsheet keeps is a text with all of them", async () => {
  const budget = [{ source: "this_year" as const, opening: "0", adjusted: "123456789012345.67", executed: "0" }];
  const view = assessmentView({ rubric: premiumMatch.rubric, entered: {}, budget });
  expect(textsOf(await printed(projectForm(view, words, "zh-CN")))).toContain("12345678901.234567");
});

test("a text higher than a row can be stands over several rows, whole", async () => {
  const achieved = "全年城乡居民医保参保率稳定在百分之九十五以上。".repeat(100);
  const page = await printed(
    projectForm(
      assessmentView({ rubric: premiumMatch.rubric, entered: {}, goal: { expected: "", achieved } }),
      words,
      "zh-CN",
    ),
  );
  const place = page.model.merges.find((range) => /^F11:I/.test(range))!;
  const last = Number(/\d+$/.exec(place)![0]);
  expect(page.getCell("F11").value).toBe(achieved);
  const heights = page.getRows(11, last - 10)!.map(({ height }) => height);
  expect(last).toBeGreaterThan(11);
  expect(Math.max(...heights)).toBeLessThan(409.5);
});
