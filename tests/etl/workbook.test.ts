import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { delimited, ReadingBench, settlement, settlements } from "./readingSetup";
import {
  dateCell,
  errorCell,
  formulaCell,
  inlineCell,
  percentCell,
  scaledCell,
  sheetOf,
  type TestCell,
  type TestSheet,
  xlsx,
  xlsxParts,
  zip,
} from "./workbookFiles";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const rows = settlements([]);
type Cells = Partial<Record<keyof typeof settlement, TestCell>>;
/** 200 good rows and one with the given cells, row 202. */
const withRow = (cells: Cells): TestSheet =>
  sheetOf([...rows, { ...settlement, SETL_ID: "C0", MDTRT_ID: "CV0", ...cells }]);
const stageSheets = async (sheets: TestSheet[], options = {}) => bench.stage({ "a.xlsx": await xlsx(sheets) }, options);

test("a workbook gives the same rows as the text of the same cells", async () => {
  const text = await bench.stage({ "a.csv": delimited(rows) });
  const typed = rows.map((row) => ({
    ...row,
    MEDFEE_SUMAMT: 1000,
    HIFP_PAY: { attributes: 's="3"', content: "<v>600.0000000000001</v>" },
    SETL_TIME: dateCell("43254.487118055556"),
    BEGNDATE: dateCell(43252, 2),
    ENDDATE: dateCell("43254"),
    FIXMEDINS_NAME: inlineCell("<r><t>示例县</t></r><r><rPr/><t>人民医院</t></r><rPh><t>x</t></rPh>"),
    REFD_SETL_FLAG: { attributes: 't="b"', content: "<v>0</v>" },
  }));
  const load = await stageSheets([sheetOf(typed)]);
  expect(load.report.files[0]).toMatchObject({
    encoding: "xlsx",
    profile: "nhsa-warehouse",
    sheets: [{ name: "Sheet1", before: 0 }],
    accepted: 200,
    by_reason: {},
  });
  expect(await bench.accepted(load)).toEqual(await bench.accepted(text));
});

test("what a cell shows of a number counts, not what is stored: hundredths, and amounts by the ten thousand", async () => {
  const sheet = (rows: TestCell[][]) => stageSheets([{ name: "Sheet1", rows }]);
  const indicators = await sheet([
    ["指标编码", "考核期", "完成值"],
    ["A1", "2018H1", percentCell(0.987)],
    ["A2", "2018H1", percentCell(0.07 * 3)],
    ["A3", "2018H1", 98.7],
    ["A4", "2018H1", "98.7%"],
  ]);
  const values = (await bench.accepted(indicators)).map(({ value }) => Number(value));
  expect(values).toEqual([98.7, 21, 98.7, 98.7]);
  const funding = (header: string) =>
    sheet([
      ["年度", "项目", header],
      ["2018", "财政补助", scaledCell(115630580)],
    ]);
  expect(await bench.accepted(await funding("应筹金额"))).toMatchObject([{ planned_amount: "115630580.00" }]);
  const inTenThousands = await funding("应筹金额（万元）");
  expect(inTenThousands.report.findings.map(({ code }) => code)).toContain("L-309");
});

describe("cells", () => {
  const accepted: [string, Cells, Record<string, unknown>][] = [
    ["0.1 + 0.2", { HIFP_PAY: 0.1 + 0.2 }, { pool_pay_amount: "0.30" }],
    ["an amount in scientific notation is a true number", { MEDFEE_SUMAMT: 1.5e4 }, { total_fee_amount: "15000.00" }],
    ["nines", { MEDFEE_SUMAMT: 4.0999999999999996 * 1000 }, { total_fee_amount: "4100.00" }],
    ["a day without its style", { ENDDATE: 43254 }, { ended_on: "2018-06-03" }],
    ["a day as a number of eight digits", { ENDDATE: 20180603 }, { ended_on: "2018-06-03" }],
    ["an escaped character", { FIXMEDINS_NAME: "甲_x000D_\n乙" }, { institution_name: "甲  乙" }],
    ["quotes and references", { FIXMEDINS_NAME: '"甲" <&> 乙' }, { institution_name: '"甲" <&> 乙' }],
    ["a formula by its result", { HIFP_PAY: formulaCell("A1*2", 500) }, { pool_pay_amount: "500.00" }],
    ["a text formula", { FIXMEDINS_NAME: formulaCell('"甲"&"|"&B2!C1', "甲院") }, { institution_name: "甲院" }],
  ];
  test.each(accepted)("%s", async (_, cells, expected) => {
    const load = await stageSheets([withRow(cells)]);
    expect(load.report.files[0]).toMatchObject({ accepted: 201, quarantined: 0 });
    expect((await bench.accepted(load)).at(-1)).toMatchObject({ ...expected, row_number: "202" });
  });

  const held: [string, Cells, string][] = [
    ["three decimals", { MEDFEE_SUMAMT: 1000.125 }, "L-302"],
    ["an error value", { HIFP_PAY: errorCell("#REF!") }, "L-304"],
    ["an error value for a person", { PSN_NO: errorCell("#N/A") }, "L-304"],
    ["a formula without its result", { HIFP_PAY: formulaCell("A1*2", null) }, "L-315"],
    ["a truth value for an amount", { HIFP_PAY: { attributes: 't="b"', content: "<v>1</v>" } }, "L-301"],
    ["text in scientific notation", { HIFP_PAY: "6e2" }, "L-303"],
    ["day 60", { SETL_TIME: dateCell(60) }, "L-409"],
    ["day -3", { SETL_TIME: dateCell(-3) }, "L-409"],
    ["nothing", { HIFP_PAY: null }, "L-305"],
  ];
  test.each(held)("%s is held", async (_, cells, code) => {
    const load = await stageSheets([withRow(cells)]);
    expect(load.report.files[0]).toMatchObject({ accepted: 200, quarantined: 1, by_reason: { [code]: 1 } });
    expect(await bench.held(load)).toMatchObject([{ row_number: "202", code }]);
  });

  test("numbers of 16 digits and more have lost some", async () => {
    expect((await stageSheets([withRow({ SETL_ID: 370102199001011200 })])).report.findings[0]).toMatchObject({
      code: "L-402",
      severity: "refuse",
    });
    expect((await stageSheets([withRow({ CERTNO: 370102199001011200 })])).report.files[0]).toMatchObject({
      accepted: 201,
      by_reason: { "L-401": 1 },
    });
    const short = await stageSheets([withRow({ MDTRT_ID: 123456789012345 })]);
    expect(short.report.files[0]).toMatchObject({ accepted: 201, by_reason: {} });
  });

  test("formulas are counted", async () => {
    const load = await stageSheets([
      withRow({ HIFP_PAY: formulaCell("A1", 500), CASH_PAYAMT: formulaCell("A1", 500) }),
    ]);
    expect(load.report.findings).toMatchObject([{ code: "L-315", severity: "warn", rows: 2 }]);
  });

  test("the day count from 1904", async () => {
    const file = await xlsx([withRow({ SETL_TIME: dateCell(41792.5) })], { is1904: true });
    const load = await bench.stage({ "a.xlsx": file });
    expect((await bench.accepted(load)).at(-1)).toMatchObject({ settled_at: "2018-06-03 12:00:00" });
  });
});

describe("sheets", () => {
  const note: TestSheet = { name: "说明", rows: [["填报说明"], ["单位：元"]] };
  const june = sheetOf(rows, "6月");
  const july = sheetOf(
    rows.map((row) => ({ ...row, SETL_ID: `J${row.SETL_ID}` })),
    "7月",
  );

  test("the data may stand on any sheet", async () => {
    const load = await stageSheets([note, june]);
    expect(load.report.files[0]).toMatchObject({ accepted: 200, sheets: [{ name: "6月", before: 0 }] });
  });
  test("several candidates are named; one may be chosen", async () => {
    const load = await stageSheets([june, note, july]);
    expect(load.report.findings).toMatchObject([{ code: "L-114", details: { count: 2, sheets: "「6月」「7月」" } }]);
    expect((await stageSheets([june, july], { sheet: "7月" })).report.files[0]).toMatchObject({ accepted: 200 });
    expect((await stageSheets([june, july], { sheet: "8月" })).report.findings).toMatchObject([{ code: "L-118" }]);
  });
  test("a sheet of rows without a header that is known is not passed over", async () => {
    const bare = { ...july, rows: july.rows.slice(1) };
    const renamed = {
      ...july,
      rows: [july.rows[0]!.map((name) => (name === "HIFP_PAY" ? "别的" : name)), ...bare.rows],
    };
    for (const other of [bare, renamed])
      expect((await stageSheets([june, note, other])).report.findings).toMatchObject([
        { code: "L-114", details: { sheets: "「6月」「7月」" } },
      ]);
    expect((await stageSheets([june, bare], { sheet: "6月" })).report.files[0]).toMatchObject({ accepted: 200 });
    const summary = { name: "汇总", rows: [["机构", "人次", "金额"], ...rows.map((_, i) => [`医院${i}`, i, 100])] };
    expect((await stageSheets([june, summary])).report.files[0]).toMatchObject({ accepted: 200 });
  });
  test("an export cut at a round number of rows is one table", async () => {
    const many = Array.from({ length: 5200 }, (_, i) => ({
      SETL_ID: `M${i}`,
      PSN_NO: `P${i}`,
      FIXMEDINS_CODE: "H1",
      SETL_TIME: "2018-06-03",
      MED_TYPE: "11",
      MEDFEE_SUMAMT: i === 5150 ? "?" : 10,
      HIFP_PAY: 5,
    }));
    const second = sheetOf(many.slice(5000), "B");
    const load = await stageSheets([
      sheetOf(many.slice(0, 5000), "A"),
      { ...second, rows: [["标题"], ...second.rows] },
    ]);
    expect(load.report.files[0]).toMatchObject({
      accepted: 5199,
      quarantined: 1,
      sheets: [
        { name: "A", before: 0 },
        { name: "B", before: 5001 },
      ],
    });
    expect(await bench.held(load)).toMatchObject([{ row_number: String(5001 + 153) }]);
  });
  test("hidden rows and sheets are read and counted", async () => {
    const load = await stageSheets([{ ...june, hiddenRows: [3, 4, 150] }]);
    expect(load.report.findings).toMatchObject([{ code: "L-115", severity: "warn", rows: 3, first_rows: [3, 4, 150] }]);
    const sheet = await stageSheets([note, { ...june, state: "hidden" }]);
    expect(sheet.report.findings).toMatchObject([{ code: "L-115", rows: 200 }, { code: "L-137" }]);
    expect((await stageSheets([june, { ...july, state: "hidden" }])).report.findings).toMatchObject([
      { code: "L-114" },
    ]);
  });
  test("row numbers stay those of the spreadsheet around empty rows and titles", async () => {
    const sheet = withRow({ HIFP_PAY: "?" });
    const spaced = { ...sheet, rows: [["2018年6月"], [], ...sheet.rows.slice(0, 50), [], [], ...sheet.rows.slice(50)] };
    expect(await bench.held(await stageSheets([spaced]))).toMatchObject([{ row_number: "206" }]);
  });
  test("names below the names of their groups, in a workbook and in text", async () => {
    const upper = ["结算信息", "", "", "", "医疗类别", "费用", "", "基金支付", ""];
    const lower = ["结算ID", "人员编号", "机构编码", "结算时间", "", "总费用", "符合范围", "统筹", "医疗救助"];
    const data = rows.map((row) => [
      row.SETL_ID!,
      row.PSN_NO!,
      "H1",
      "2018-06-03",
      "2101",
      "10.00",
      "9.00",
      "5.00",
      "1.00",
    ]);
    const title = ["2018年6月结算明细"];
    const files = {
      "a.xlsx": await xlsx([
        { name: "1", rows: [title, upper.map((name) => name || null), lower.map((name) => name || null), ...data] },
      ]),
      "b.csv": [title, upper, lower, ...data].map((cells) => cells.join(",")).join("\n"),
    };
    for (const [name, content] of Object.entries(files)) {
      const load = await bench.stage({ [name]: content });
      expect(load.report.files[0]).toMatchObject({ profile: "zh-headers", accepted: 200, by_reason: {} });
      expect((await bench.accepted(load))[0]).toMatchObject({
        pool_pay_amount: "5.00",
        medical_aid_pay_amount: "1.00",
        medical_type: "2101",
        row_number: "4",
      });
    }
  });
});

describe("hostile workbooks", () => {
  const good = () => xlsxParts([sheetOf(rows)]);
  const sheetXml = (content: string) => ({ ...good(), "xl/worksheets/sheet1.xml": content });
  const sheet = (data: string) => sheetXml(`<worksheet><sheetData>${data}</sheetData></worksheet>`);
  const bad: [string, () => Promise<Buffer> | Buffer, string][] = [
    ["macros", () => zip({ ...good(), "xl/vbaProject.bin": "x" }), "L-112"],
    ["an embedded object", () => zip({ ...good(), "xl/embeddings/oleObject1.bin": "x" }), "L-112"],
    ["links to other files", () => zip({ ...good(), "xl/externalLinks/externalLink1.xml": "<x/>" }), "L-112"],
    [
      "a formula that asks another program",
      () => zip(sheet(`<row r="1"><c r="A1"><f>cmd|'/c calc'!A0</f></c></row>`)),
      "L-112",
    ],
    ["a document type", () => zip(sheetXml('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>')), "L-113"],
    ["an entity", () => zip(sheet('<row r="1"><c r="A1" t="str"><v>&xxe;</v></c></row>')), "L-113"],
    [
      "a document type in a small part",
      () => zip({ ...good(), "xl/workbook.xml": "<!DOCTYPE x><workbook/>" }),
      "L-113",
    ],
    ["a row beyond the last", () => zip(sheet('<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>')), "L-105"],
    ["a column beyond the last", () => zip(sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')), "L-105"],
    ["rows out of order", () => zip(sheet('<row r="2"><c r="A2"/></row><row r="1"/>')), "L-105"],
    ["a reference to no text", () => zip(sheet('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')), "L-105"],
    [
      "a cell of 10 MB",
      () => zip(sheet(`<row r="1"><c r="A1" t="str"><v>${randomText(10 << 20)}</v></c></row>`)),
      "L-105",
    ],
    [
      "a bomb",
      () =>
        zip(
          sheetXml(
            String(good()["xl/worksheets/sheet1.xml"]).replace(
              "</sheetData>",
              `${"<row/>".repeat(1_000_000)}</sheetData>`,
            ),
          ),
        ),
      "L-104",
    ],
    ["XML cut short", () => zip(sheetXml("<worksheet><sheetData><row>")), "L-106"],
    ["no sheet", () => zip({ ...good(), "xl/_rels/workbook.xml.rels": good()["_rels/.rels"]! }), "L-105"],
    ["a file cut short", async () => (await zip(good())).subarray(0, -300), "L-106"],
    [
      "encrypted",
      () =>
        Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.alloc(2000),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      "L-111",
    ],
    ["binary xls", () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]), "L-110"],
    [
      "xlsb",
      () => zip({ ...good(), "_rels/.rels": String(good()["_rels/.rels"]).replace("workbook.xml", "workbook.bin") }),
      "L-110",
    ],
    ["ods", () => zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>" }), "L-110"],
    ["text with the name of a workbook", () => Buffer.from(delimited(rows)), "L-109"],
  ];
  test.each(bad)("%s", async (_, content, code) => {
    const before = bench.filesLeft();
    const load = await bench.stage({ "a.xlsx": await content() });
    expect(load.report.findings).toMatchObject([{ code, severity: "refuse" }]);
    expect(bench.filesLeft()).toEqual(before);
  });
  test("huge merges, names and validations are never expanded", async () => {
    const parts = good();
    const extras = `${'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'.repeat(1000)}<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>`;
    parts["xl/worksheets/sheet1.xml"] = String(parts["xl/worksheets/sheet1.xml"]).replace(
      "</sheetData>",
      `</sheetData>${extras}`,
    );
    const load = await bench.stage({ "a.xlsx": await zip(parts) });
    expect(load.report.files[0]).toMatchObject({ accepted: 200 });
  });
});

function randomText(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + ((state >> 16) % 26));
  }).join("");
}
