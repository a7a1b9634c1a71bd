import { afterAll, beforeAll, expect, test } from "vitest";
import { certificateKey, personKey } from "@/etl/personKey";
import { stagedTables } from "@/etl/staged";
import { delimited, personKeyOfTests, ReadingBench, settlement, settlements } from "./readingSetup";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

/** Renames the columns of the warehouse layout and leaves out those without a new name. */
const renamed = (names: Record<string, string>, more: Record<string, string> = {}) =>
  delimited(
    settlements([]).map((row) => ({
      ...Object.fromEntries(Object.entries(names).map(([from, to]) => [to, row[from]!])),
      ...more,
    })),
  );

const chineseHeaders = {
  SETL_ID: "结算ID",
  INIT_SETL_ID: "原结算ID",
  MDTRT_ID: "就诊ID",
  PSN_NO: "人员编号",
  CERTNO: "证件号码",
  BRDY: "出生日期",
  INSUTYPE: "险种类型",
  INSU_ADMDVS: "参保所属医保区划",
  FIXMEDINS_CODE: "定点医药机构编号",
  FIXMEDINS_NAME: "定点医药机构名称",
  HOSP_LV: "医院等级",
  FIX_BLNG_ADMDVS: "定点归属医保区划",
  BEGNDATE: "开始日期",
  ENDDATE: "结束日期",
  SETL_TIME: "结算时间",
  MED_TYPE: "医疗类别",
  CLR_WAY: "清算方式",
  MEDFEE_SUMAMT: "医疗费总额",
  INSCP_AMT: "符合范围金额",
  HIFP_PAY: "统筹基金支出(HIFP_PAY)",
  CASH_PAYAMT: "现金支付金额",
  REFD_SETL_FLAG: "退费结算标志",
  VALI_FLAG: "有效标志",
  UPDT_TIME: "数据更新时间",
};
const interfaceNames = {
  SETL_ID: "setl_id",
  MDTRT_ID: "mdtrt_id",
  PSN_NO: "psn_no",
  CERTNO: "certno",
  BRDY: "brdy",
  FIXMEDINS_CODE: "fixmedins_code",
  SETL_TIME: "setl_time",
  MED_TYPE: "med_type",
  MEDFEE_SUMAMT: "medfee_sumamt",
  INSCP_AMT: "inscp_scp_amt",
  HIFP_PAY: "hifp_pay",
  CASH_PAYAMT: "psn_cash_pay",
};

test("the three layouts of settlements give the same rows where they carry the same fields", async () => {
  const warehouse = await bench.accepted(await bench.stage({ "a.csv": delimited(settlements([])) }));
  const chinese = await bench.stage({ "a.csv": renamed(chineseHeaders) });
  expect(chinese.report.files[0]).toMatchObject({ profile: "zh-headers", accepted: 200 });
  expect(await bench.accepted(chinese)).toEqual(warehouse);

  const otherNames = {
    ...{
      SETL_ID: "结算号",
      MDTRT_ID: "住院号",
      PSN_NO: "医保个人编号",
      INSUTYPE: "参保险种",
      FIXMEDINS_CODE: "医院编号",
    },
    ...{ FIXMEDINS_NAME: "就诊医院", HOSP_LV: "医疗机构级别", SETL_TIME: "报销时间", MED_TYPE: "就医类别" },
    ...{ MEDFEE_SUMAMT: "总医疗费用", INSCP_AMT: "政策内费用", HIFP_PAY: "统筹支出" },
  };
  const local = await bench.stage({ "a.csv": renamed({ ...chineseHeaders, ...otherNames }) });
  expect(local.report.findings).toEqual([]);
  expect(await bench.accepted(local)).toEqual(warehouse);

  const answers = await bench.stage({
    "a.csv": renamed(interfaceNames, { psn_name: "某某", oth_pay: "5.00", hifes_pay: "2.50" }),
  });
  expect(answers.report.files[0]).toMatchObject({ profile: "nhsa-interface", accepted: 200, by_reason: {} });
  expect(answers.extracts[0]!.hasReversalMark).toBe(false);
  expect((await bench.accepted(answers))[0]).toMatchObject({
    settlement_key: warehouse[0]!.settlement_key,
    insured_region: "361031",
    scheme: "390",
    institution_name: null,
    valid: true,
    refund_mark: null,
    in_scope_fee_amount: "900.00",
    other_guarantee_pay_amount: "7.50",
  });
});

test("of two headers that mean one field the code, the moment or the usual one is read, wherever it stands, and the other named", async () => {
  const both = renamed(
    {
      ...chineseHeaders,
      ...{ MED_TYPE: "医疗类别编码", INSUTYPE: "险种编码", INSU_ADMDVS: "参保地编码", BEGNDATE: "入院日期" },
    },
    {
      ...{ 医疗类别: "普通住院", 险种: "城乡居民", 参保地: "示例县", 结算日期: "2018-06-04", 就诊日期: "2018-06-02" },
      ...{ 医保编号: "M1" },
    },
  );
  const turned = (line: string) => line.split(",").reverse().join(",");
  const warehouse = await bench.accepted(await bench.stage({ "a.csv": delimited(settlements([])) }));
  for (const text of [both, both.trimEnd().split("\n").map(turned).join("\n")]) {
    const load = await bench.stage({ "a.csv": text });
    const [unused] = load.report.findings;
    expect(load.report.findings).toMatchObject([{ code: "L-211", severity: "warn" }]);
    expect(String(unused!.details.columns).split("、").sort()).toEqual(
      ["医保编号", "医疗类别", "参保地", "就诊日期", "结算日期", "险种"].sort(),
    );
    expect(await bench.accepted(load)).toEqual(warehouse);
  }
});

test("the day is read where another column holds the time of day alone, and that is named", async () => {
  const rows = settlements([]).map(({ SETL_TIME: _, ...row }): Record<string, string> => row as Record<string, string>);
  const content = delimited(rows.map((row) => ({ ...row, 结算日期: "2018-06-03", 结算时间: "11:41:27" })));
  const chinese = content
    .replace("SETL_ID", "结算ID")
    .replace("PSN_NO", "人员编号")
    .replace("FIXMEDINS_CODE", "定点医药机构编号")
    .replace("MED_TYPE", "医疗类别")
    .replace("MEDFEE_SUMAMT", "医疗费总额")
    .replace("HIFP_PAY", "统筹基金支出");
  const load = await bench.stage({ "a.csv": chinese });
  const [row] = await bench.accepted(load);
  expect(row).toMatchObject({ settled_at: "2018-06-03 00:00:00" });
  const [unused] = load.report.findings.filter(({ code }) => code === "L-211");
  expect(unused!.details.columns).toContain("结算时间");
});

test("columns that no field uses are named, not read", async () => {
  const rows = settlements([]).map((row) => ({ ...row, 备注2: "x", PSN_NAME: "某某" }));
  const load = await bench.stage({ "a.csv": delimited(rows) });
  expect(load.report.findings).toMatchObject([{ code: "L-211", severity: "warn", details: { columns: "备注2" } }]);
});

const kinds: [keyof typeof stagedTables, string, string, Record<string, unknown>, string[]][] = [
  [
    "hardship_registry",
    "人员编号,证件号码,姓名,困难身份,开始日期,结束日期\n,11010519491231002x,某某,低保对象,2018/1/1,2018/6/30 0:00\n,110105491231002,某某,特困人员,2018-01-01,9999-12-31\n",
    "hardship-registry",
    {
      person_key: null,
      certificate_key: certificateKey(personKeyOfTests, "11010519491231002X"),
      identity_code: "低保对象",
      begins_at: "2018-01-01 00:00:00",
      ends_at: "2018-06-30 23:59:59.999999",
      row_number: "2",
    },
    [],
  ],
  [
    "hardship_registry",
    "psn_no,psn_idet_type,begntime,endtime\nP1 ,7131,2018-01-01,\nP1 ,7131,2018-01-01,\n",
    "hardship-registry",
    { person_key: personKey(personKeyOfTests, "P1"), identity_code: "7131", ends_at: null },
    [],
  ],
  [
    "institutions",
    "机构编码,机构名称,医院等级,机构区划,所有制,是否村卫生室,指定层级,原因,生效日期,失效日期\nH1,示例县人民医院,05,361031,public,否,,,2016-01-01,\n",
    "institutions",
    { institution: "H1", hospital_level: "05", village_clinic: false, begins_on: "2016-01-01", ends_on: null },
    [],
  ],
  [
    "funding",
    "year,line,source_level,per_head,heads,planned_amount,in_place_amount,in_place_date\n2018,subsidy,central,356,324805,115630580.00,57815290.00,2018-03-22\n2018,subsidy,central,356,324805,115630580.00,57815290.00,2018-03-22\n",
    "funding",
    {
      region: "361031",
      scheme: "390",
      year: "2018",
      per_head: "356.0000",
      heads: "324805",
      planned_amount: "115630580.00",
    },
    ["2018"],
  ],
  [
    "enrolment",
    '医保区划,月份,参保人数,应参保人数,人口口径,人口数\n361031101,2018年6月,"9,683",9744,户籍人口,10239\n',
    "enrolment",
    { insured_region: "361031101", month: "2018-06", enrolled: "9683", population_base: "户籍人口" },
    ["2018-06"],
  ],
  [
    "manual_aid",
    'admdvs,month,identity,visit_class,cases,amount\n361031,201806,低保对象,inpatient,3,"1,234.50"\n',
    "manual-aid",
    { month: "2018-06", identity_code: "低保对象", cases: "3", amount: "1234.50" },
    ["2018-06"],
  ],
  [
    "indicators",
    "指标编码,考核单位,考核期,完成值\nA01,示例县,2018H1,0.85123456\n",
    "indicators",
    { code: "A01", unit: "示例县", period: "2018H1", value: "0.85123456" },
    ["2018H1"],
  ],
  [
    "hardship_registry",
    "psn_no,psn_idet_type,begntime,endtime\nP1,7131,2018-01-01,2018-06-30\nP2,7131,2018-01-01,2018-06-30 12:00:00\n",
    "hardship-registry",
    { identity_code: "7131", ends_at: "2018-06-30 23:59:59.999999" },
    [],
  ],
];
test.each(kinds)("%s: %s", async (kind, content, profile, first, coverage) => {
  const load = await bench.stage({ "a.csv": content });
  expect(load.report.files[0]).toMatchObject({ kind, profile, quarantined: 0 });
  expect(load.report.reconciliation.balanced).toBe(true);
  expect(load.extracts[0]!.coverage).toEqual(coverage);
  const [row] = await bench.accepted(load);
  expect(Object.keys(row!)).toEqual(Object.keys(stagedTables[kind]));
  expect(row).toMatchObject(first);
});

test("registries forget a row that comes twice; payments never do", async () => {
  const registry = await bench.stage({ "a.csv": kinds[1]![1] });
  expect(registry.report.files[0]).toMatchObject({ accepted: 1, excluded: 1, by_reason: { "L-413": 1 } });
  const funding = await bench.stage({ "a.csv": kinds[3]![1] });
  expect(funding.report.files[0]).toMatchObject({ accepted: 2, excluded: 0 });
});

test.each([
  ["单位：人、万元\n年度,项目,应筹金额\n2018,财政补助,12.5\n"],
  ["填报单位：元氏县医保局  单位：万元\n年度,项目,应筹金额\n2018,财政补助,12.5\n"],
  ["单位：元\n年度,项目,应筹金额/万元\n2018,财政补助,12.5\n"],
  ["年度,项目,应筹金额\n,,（万元）\n2018,财政补助,12.5\n"],
  ["年度,项目,资金（万元）,\n,,应筹金额,到位金额\n2018,财政补助,12.5,1\n"],
  ["年度,项目,应筹金额,到位金额\n单位：万元,,,\n2018,财政补助,12.5,1\n"],
  ["年度,项目,应筹金额（万元，不含利息）\n2018,财政补助,12.5\n"],
  ["基本信息,,筹资（万元）,到位（元）\n年度,项目,应筹金额,到位金额\n2018,财政补助,12.5,1.00\n"],
  ["单位：人/万元\n年度,项目,应筹金额\n2018,财政补助,12.5\n"],
])("万元 are read as such: %j", async (content) => {
  const [row] = await bench.accepted(await bench.stage({ "a.csv": content }));
  expect(row).toMatchObject({ planned_amount: "125000.00" });
});

test("below the name of another fund 统筹 is no payment of the pool", async () => {
  const rows = settlements([]).map((row): Record<string, string> => ({ ...row, HIFMI_PAY: "7.00" }));
  const [header, ...lines] = delimited(rows).trimEnd().split("\n");
  const chinese: Record<string, string> = {
    SETL_ID: "结算ID",
    PSN_NO: "人员编号",
    FIXMEDINS_CODE: "定点医药机构编号",
    SETL_TIME: "结算时间",
    MED_TYPE: "医疗类别",
    MEDFEE_SUMAMT: "医疗费总额",
    HIFP_PAY: "统筹",
    HIFMI_PAY: "统筹",
  };
  const columns = header!.split(",");
  const groups = columns.map((name) => (name === "HIFP_PAY" ? "基金支付" : name === "HIFMI_PAY" ? "大病保险" : ""));
  const names = columns.map((name) => chinese[name] ?? name);
  const load = await bench.stage({ "a.csv": [groups.join(","), names.join(","), ...lines].join("\n") });
  expect(load.report.findings).toMatchObject([{ code: "L-211" }]);
  const [row] = await bench.accepted(load);
  expect(row).toMatchObject({ pool_pay_amount: "600.00", serious_illness_pay_amount: null });
});

test("two values for one township and month are held together", async () => {
  const many = Array.from({ length: 300 }, (_, i) => `3610311${String(i).padStart(2, "0")},2018-06,${100 + i}`);
  const load = await bench.stage({
    "a.csv": ["admdvs,month,enrolled", ...many, "361031100,2018-06,999", ""].join("\n"),
  });
  expect(load.report.files[0]).toMatchObject({ accepted: 299, quarantined: 2, by_reason: { "L-414": 2 } });
});

/** Rows of townships by month, in the order of their months. */
const byMonth = (header: string, value: string, months: Record<string, number>) =>
  [
    header,
    ...Object.entries(months).flatMap(([month, count]) =>
      Array.from({ length: count }, (_, i) => `361031${100 + i},${month},${value}`),
    ),
    "",
  ].join("\n");

test("a file covers months with a fifth of the rows of its largest; aid by hand of others is late or held, enrolment held", async () => {
  const months = { "2016-01": 1, "2018-04": 20, "2018-05": 1, "2018-06": 100, "2018-07": 2 };
  const settings = { heldShare: 1 };
  const aid = await bench.stage({ "a.csv": byMonth("admdvs,month,amount", "10.00", months) }, { settings });
  expect(aid.extracts[0]!.coverage).toEqual(["2018-04", "2018-06"]);
  expect(aid.report.files[0]).toMatchObject({ accepted: 121, late: 1, by_reason: { "L-123": 1, "L-133": 3 } });
  const enrolment = await bench.stage({ "a.csv": byMonth("admdvs,month,enrolled", "9", months) }, { settings });
  expect(enrolment.extracts[0]!.coverage).toEqual(["2018-04", "2018-06"]);
  expect(enrolment.report.files[0]).toMatchObject({ accepted: 120, late: 0, by_reason: { "L-133": 4 } });
  expect(await bench.held(enrolment)).toMatchObject([{ code: "L-133", field: "month" }, {}, {}, {}]);
});

test("a declared period is covered whole, and a held row covers nothing", async () => {
  const months = { "2018-05": 90, "2018-06": 100 };
  const declared = await bench.stage(
    { "a.csv": byMonth("admdvs,month,enrolled", "9", months) },
    { period: "2018-05..2018-06" },
  );
  expect(declared.extracts[0]!.coverage).toEqual(["2018-05", "2018-06"]);
  const held = await bench.stage(
    { "a.csv": `${byMonth("admdvs,month,amount", "10.00", { "2018-06": 4 })}361031,2018-05,?\n` },
    { settings: { heldShare: 1 } },
  );
  expect(held.extracts[0]!.coverage).toEqual(["2018-06"]);
  const other = await bench.stage({ "a.csv": byMonth("admdvs,month,amount", "10.00", months) }, { period: "2018-04" });
  expect(other.report.findings).toMatchObject([{ code: "L-122", severity: "refuse" }]);
});

test("several kinds are one load; a declared kind or profile narrows the choice", async () => {
  const load = await bench.stage({ "a.csv": delimited(settlements([])), "b.csv": kinds[2]![1] });
  expect(load.extracts.map(({ kind, extractNumber }) => [extractNumber, kind])).toEqual([
    [1, "settlements"],
    [2, "institutions"],
  ]);
  const wrong = await bench.stage({ "a.csv": delimited(settlements([])) }, { kind: "funding" });
  expect(wrong.report.findings).toMatchObject([{ code: "L-116", severity: "refuse" }]);
  const unknown = await bench.stage({ "a.csv": delimited(settlements([])) }, { profile: "somebody-else" });
  expect(unknown.report.findings).toMatchObject([{ code: "L-117" }]);
});

test("one person, forty spellings, one token; the same in SQL and TypeScript", async () => {
  const number = "36103100000X1";
  const widths = [number, number.toLowerCase(), number.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)))];
  const marks = ["", "'"];
  const ends = ["", " ", "\t", "\u00a0", "\u3000", "\u200b", " \t"];
  const spellings = widths.flatMap((width) => marks.flatMap((mark) => ends.map((end) => mark + width + end)));
  expect(spellings.length).toBeGreaterThanOrEqual(40);
  const rows = spellings.map((PSN_NO, i) => ({ ...settlement, SETL_ID: `K${i}`, PSN_NO }));
  const load = await bench.stage({ "a.csv": delimited(rows) });
  const tokens = new Set((await bench.accepted(load)).map(({ person_key }) => person_key));
  expect([...tokens]).toEqual([personKey(personKeyOfTests, number)]);
  expect(new Set(spellings.map((spelling) => personKey(personKeyOfTests, spelling)))).toEqual(tokens);
});

test("a message repeats no number of a person that stands in the name of a column", async () => {
  const rows = settlements([]).map((row) => ({ ...row, 张三11010519491231002X: "x", "电话 13800138000": "x" }));
  const load = await bench.stage({ "a.csv": delimited(rows) });
  expect(load.report.findings).toMatchObject([{ code: "L-211", details: { columns: "张三***、电话 ***" } }]);
});
