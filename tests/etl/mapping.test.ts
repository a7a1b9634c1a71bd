import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { layoutOf, profileText } from "@/etl/mapping/described";
import { findHeader } from "@/etl/mapping/findHeader";
import { readProfile } from "@/etl/mapping/readProfile";
import { shapeText, shownValues } from "@/etl/mapping/shown";
import { suggestProfile } from "@/etl/mapping/suggest";
import { splitCells } from "@/etl/steps/readRecords";
import { plainText } from "@/messages/plainText";
import { delimited, ReadingBench } from "./readingSetup";

const folder = "tests/fixtures/foreign-claims";
const claims = readFileSync(`${folder}/inpatient.csv`, "utf8");
const foreign = readProfile(readFileSync(`${folder}/profile.json`, "utf8"));

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => splitCells(line, ","));

function suggested(text: string) {
  const columns = findHeader([{ separator: ",", rows: rowsOf(text) }])!;
  return suggestProfile(columns, "new", null);
}

/** Code and line of what is wrong with a description. */
function faultOf(text: string): [string, unknown] | null {
  try {
    readProfile(text);
    return null;
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    expect(plainText(error.code, error.details)).toMatch(/^第\d+行：/);
    expect(plainText(error.code, error.details, "en")).toMatch(/^Line \d+: /);
    return [error.code, error.details.line];
  }
}

test("claims of another country load by a description alone: 408 rows, fee = payment + what others and the person paid", async () => {
  const load = await bench.stage({ "claims.csv": claims }, { described: [layoutOf(foreign)], today: "2010-01-01" });
  const [file] = load.report.files;
  expect([load.refused, file!.rows_read, file!.accepted, file!.quarantined]).toEqual([false, 408, 405, 3]);
  // Two rows have no date of settlement, one was paid more than it cost.
  expect(file!.by_reason).toMatchObject({ "L-421": 2, "L-311": 1 });
  const [header, ...rows] = rowsOf(claims);
  const sum = (...names: string[]) =>
    rows.reduce(
      (total, cells) => total + names.reduce((part, name) => part + cents(cells[header!.indexOf(name)]!), 0),
      0,
    );
  const cents = (text: string) => (text === "" ? 0 : Math.round(Number(text) * 100));
  const yuan = (amount: number) => (amount / 100).toFixed(2);
  const { total_fee_amount: fee, pool_pay_amount: pool } = load.report.reconciliation;
  expect(pool.read).toBe(yuan(sum("CLM_PMT_AMT")));
  expect(fee.read).toBe(
    yuan(
      sum(
        "CLM_PMT_AMT",
        "NCH_PRMRY_PYR_CLM_PD_AMT",
        "NCH_BENE_IP_DDCTBL_AMT",
        "NCH_BENE_PTA_COINSRNC_LBLTY_AM",
        "NCH_BENE_BLOOD_DDCTBL_LBLTY_AM",
      ),
    ),
  );
  const [first] = await bench.accepted(load);
  expect(first).toMatchObject({ insured_region: "361031", medical_type: "inpatient", institution: "3900MB" });
  expect(load.extracts[0]!.profile).toMatch(/^foreign-inpatient#[0-9a-f]{8}$/);
});

test("a description is chosen by the header that it was made from, before layouts that fit by half", async () => {
  const rows = [
    { 结算ID: "1", 人员编号: "P1", 机构编码: "H1", 结算时间: "2018-06-03", 医疗类别: "21", 金额: "9", 统筹: "5" },
  ];
  const described: ExtractProfile = {
    ...{ format: 1, name: "乡镇报表", kind: "settlements" },
    columns: {
      ...{ settlement_id: "结算ID", person_number: "人员编号", institution: "机构编码", settled_at: "结算时间" },
      ...{ medical_type: "医疗类别", total_fee: "金额", pool_pay: "统筹" },
    },
  };
  const load = await bench.stage({ "own.csv": delimited(rows) }, { described: [layoutOf(described)] });
  expect(load.report.files[0]).toMatchObject({ profile: "乡镇报表", accepted: 1 });
  const without = await bench.stage({ "own.csv": delimited([{ ...rows[0]!, 金额: "9" }]) }, {});
  expect(without.report.findings[0]).toMatchObject({ code: "L-116", details: { missing: "医疗费总额" } });
  const renamed = await bench.stage(
    { "own.csv": delimited(rows).replace("统筹", "统筹额") },
    {
      ...{ described: [layoutOf(described)], profile: "乡镇报表" },
    },
  );
  expect(renamed.report.findings[0]).toMatchObject({ code: "L-116", details: { missing: "统筹" } });
});

test("units, dates that begin with the day and codes of the file's own are read as the description says", async () => {
  const cells = (id: string, type: string, fee: string) => ({
    ...{
      单号: id,
      编号: "P1",
      医院: "H1",
      日期: "13/06/2018",
      类别: type,
      "总费（一）": fee,
      "总费（二）": "0.0005",
      统筹: "600",
    },
  });
  const rows = [cells("1", "住一", "0.1"), cells("2", " 门一 ", "0.1"), cells("3", "21", ""), cells("4", "21", "1,2O")];
  const described: ExtractProfile = {
    ...{ format: 1, name: "own", kind: "settlements" },
    columns: {
      ...{
        settlement_id: "单号",
        person_number: "编号",
        institution: "医院",
        settled_at: "日期",
        medical_type: "类别",
      },
      ...{ total_fee: ["总费（一）", "总费（二）"], pool_pay: "统筹" },
    },
    units: { total_fee: "ten_thousand_yuan" },
    dates: { settled_at: "day_month_year" },
    codes: { medical_type: { 住一: "inpatient", 门一: "outpatient" } },
  };
  const good = await bench.stage({ "own.csv": delimited(rows.slice(0, 2)) }, { described: [layoutOf(described)] });
  expect(await bench.accepted(good)).toMatchObject([
    { medical_type: "inpatient", total_fee_amount: "1005.00", month: "2018-06" },
    { medical_type: "outpatient", total_fee_amount: "1005.00", pool_pay_amount: "600.00" },
  ]);
  // An empty part adds nothing; an unreadable one holds the row.
  const settings = { heldShare: 1 };
  const bad = await bench.stage(
    { "own.csv": delimited(rows.slice(2)) },
    { described: [layoutOf(described)], settings },
  );
  expect(bad.report.findings.map(({ code, severity }) => [code, severity])).toContainEqual(["L-301", "hold"]);
  expect(bad.report.reconciliation.total_fee_amount.read).toBe("5.00");
});

test("an amount that is a sum takes each part in the unit that its own header states", async () => {
  const described: ExtractProfile = {
    ...{ format: 1, name: "own", kind: "funding" },
    columns: { year: "年份", line: "来源", planned_amount: ["应筹甲（万元）", "应筹乙（元）"] },
  };
  const text = "年份,来源,应筹甲（万元）,应筹乙（元）\n2018,财政补助,1.5,200.25\n合计,,1.5,200.25\n";
  const load = await bench.stage({ "own.csv": text }, { described: [layoutOf(described)] });
  expect(load.report.reconciliation.control).toEqual({
    planned_amount: { expected: "15200.25", read: "15200.25", agrees: true },
  });
});

test("wrong descriptions are named with their line", () => {
  const text = profileText(foreign);
  expect(readProfile(text)).toEqual(foreign);
  const wrong = (from: string | RegExp, to: string) => faultOf(text.replace(from, to));
  expect(wrong('"CLM_ID",', '"CLM_ID"')).toEqual(["F-101", 7]);
  expect(wrong(/}\s*$/, "")).toEqual(["F-101", 25]);
  expect(wrong('"format": 1', '"format": 2')).toEqual(["F-102", 2]);
  expect(wrong('"settlements"', '"settlement"')).toEqual(["F-102", 4]);
  expect(wrong('"constants"', '"constant"')).toEqual(["F-102", 21]);
  expect(wrong('"PRVDR_NUM"', "7")).toEqual(["F-102", 8]);
  expect(wrong('"pool_pay"', '"pool_pai"')).toEqual(["F-103", 19]);
  expect(wrong('"insured_region": "361031"', '"settlement_id": "1"')).toEqual(["F-104", 22]);
  expect(wrong('"foreign-inpatient"', '"zh-headers"')).toEqual(["F-105", 3]);
  expect(wrong(',\n    "medical_type": "inpatient"', "")).toEqual(["F-106", 5]);
  expect(wrong('"pool_pay": "CLM_PMT_AMT"', '"pool_pay": "CLM_PMT_AMT",\n"institution_name":"患者姓名"')).toEqual([
    "F-107",
    20,
  ]);
  expect(wrong('"CLM_ADMSN_DT"', '["CLM_ADMSN_DT", "CLM_FROM_DT"]')).toEqual(["F-108", 9]);
  expect(wrong('"medical_type": "inpatient"', '"medical_type": "inpatient", "pool_pay": "1"')).toEqual(["F-109", 19]);
});

test("a file of a town is understood by its names and cells; what names persons is not read", () => {
  const text = `某县结算明细,,,,,,,,,,,
单据流水号,病人姓名,联系电话,身份证,个人医保编号,就诊医疗机构编码,入院日,结算日,就医类别,总医疗费(万元),本次统筹支付额,说明
A001,钱龘,13900660001,11010519491231002X,P1,H1,03/06/2018,25/06/2018,住院一档,0.12,600,
A002,孙靐,13900660002,11010519491231002X,P2,H2,03/06/2018,13/06/2018,门诊,0.12,600,
A003,孙靐,13900660003,11010519491231002X,P2,H2,03/06/2018,13/06/2018,门诊,0.12,600,
`;
  const { profile, suggestions, missing } = suggested(text);
  expect(profile).toMatchObject({
    kind: "settlements",
    columns: {
      ...{ settlement_id: "单据流水号", person_number: "个人医保编号", certificate_number: "身份证" },
      ...{ institution: "就诊医疗机构编码", begun_on: "入院日", settled_at: "结算日", medical_type: "就医类别" },
      ...{ total_fee: "总医疗费(万元)", pool_pay: "本次统筹支付额" },
    },
    dates: { begun_on: "day_month_year", settled_at: "day_month_year" },
  });
  expect(missing).toEqual([]);
  const of = (header: string) => suggestions.find((each) => each.header === header);
  expect(of("病人姓名")).toMatchObject({ field: null, reason: { kind: "personal" } });
  expect(of("联系电话")).toMatchObject({ field: null, reason: { kind: "personal" } });
  expect(of("说明")).toMatchObject({ field: null, reason: { kind: "empty" } });
  expect(of("结算日")).toMatchObject({ confidence: "likely", reason: { known: "结算日期", fits: true } });
});

test("of claims in another language what can be known is suggested, and what is missing is named", () => {
  const { profile, missing } = suggested(claims);
  expect(profile).toMatchObject({
    kind: "settlements",
    columns: {
      ...{ settlement_id: "CLM_ID", person_number: "DESYNPUF_ID", institution: "PRVDR_NUM", settled_at: "CLM_THRU_DT" },
      ...{ begun_on: "CLM_FROM_DT", ended_on: "NCH_BENE_DSCHRG_DT", pool_pay: "CLM_PMT_AMT" },
    },
  });
  expect(missing).toEqual(["medical_type", "total_fee"]);
});

test("an amount that parts into several is suggested as its total, else as their sum; people are not added", () => {
  const planned = (parts: string) =>
    suggested(`年度,项目,应筹金额,,\n,,${parts}\n2018,财政补助,1,2,3\n`).profile.columns.planned_amount;
  expect(planned("中央,省,县")).toEqual(["应筹金额/中央", "应筹金额/省", "应筹金额/县"]);
  expect(planned("中央,省,合计")).toBe("应筹金额/合计");
  const people = suggested("乡镇编码,月份,参保人数,\n,,城镇,农村\n361031101,2018-06,1,2\n");
  expect(people.profile.columns.enrolled).toBeUndefined();
});

test("every layout of the program is suggested as itself", () => {
  const text = `机构编码,机构名称,医院等级,所有制
H1,县医院,二级,public
`;
  expect(suggested(text).profile).toMatchObject({ kind: "institutions", columns: { institution: "机构编码" } });
  const registry = `个人编号,困难身份,开始日期,结束日期
P1,低保,2018-01-01,
`;
  expect(suggested(registry).profile.kind).toBe("hardship_registry");
});

test("a description that reads names, telephones or certificates as something that is kept is refused by what the cells are", async () => {
  const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹";
  const rows = [...surnames].map((surname, index) => ({
    ...{ 单号: `S${index}`, 编号: `P${index}`, 医院: "H1", 日期: "2018-06-03", 类别: "21", 总费: "9.00", 统筹: "5.00" },
    ...{ 甲: `${surname}小明`, 乙: `139000000${index + 10}`, 丙: "11010519491231002X", 丁: "高血压" },
  }));
  const reading = (field: string, header: string) =>
    layoutOf({
      ...{ format: 1, name: "own", kind: "settlements" },
      columns: {
        ...{
          settlement_id: "单号",
          person_number: "编号",
          institution: "医院",
          settled_at: "日期",
          medical_type: "类别",
        },
        ...{ total_fee: "总费", pool_pay: "统筹", [field]: header },
      },
    });
  const outcome = async (field: string, header: string) => {
    const load = await bench.stage({ "own.csv": delimited(rows) }, { described: [reading(field, header)] });
    return load.report.findings.find(({ severity }) => severity === "refuse")?.code ?? "read";
  };
  expect(await outcome("status_code", "甲")).toBe("F-107");
  expect(await outcome("disease_code", "乙")).toBe("F-107");
  expect(await outcome("institution_name", "丙")).toBe("F-107");
  expect(await outcome("certificate_number", "丙")).toBe("read");
  expect(await outcome("disease_code", "丁")).toBe("read");
});

test("of cells only shapes are shown, of codes what cannot be a name or a long number", () => {
  expect(shapeText("钱龘 13900660001")).toBe("文文 99999999999");
  expect(shapeText("2018-06-03")).toBe("9999-99-99");
  const shown = (values: [string, number][]) =>
    shownValues(
      values.map(([value, rows]) => ({ value, rows })),
      (value) => value === "住院",
    ).map(({ value }) => value);
  expect(
    shown([
      ["21", 1],
      ["住院", 1],
      ["钱龘", 1],
      ["13900660001", 9],
    ]),
  ).toEqual(["21", "住院"]);
  expect(
    shown([
      ["住院一档", 40],
      ["住院二档", 30],
      ["11010519491231002X", 9],
    ]),
  ).toEqual(["住院一档", "住院二档"]);
  expect(shown(Array.from({ length: 50 }, (_, i) => [`钱${String.fromCharCode(0x9f40 + i)}`, 8]))).toEqual([]);
});
