import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificateKey, personKey } from "@/etl/personKey";
import { stagedTables } from "@/etl/staged";
import { readText } from "@/etl/steps/readEncoding";
import {
  delimited,
  personKeyOfTests,
  ReadingBench,
  type SettlementCells,
  settlement,
  settlements,
} from "./readingSetup";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const stage = (changed: SettlementCells[], options = {}) =>
  bench.stage({ "2018-06.csv": delimited(settlements(changed)) }, options);

test("a plain file is accepted whole, to the cent, with exactly the staged columns", async () => {
  const load = await stage([]);
  expect(load.refused).toBe(false);
  expect(load.report.files[0]).toEqual({
    file: "2018-06.csv",
    kind: "settlements",
    profile: "nhsa-warehouse",
    encoding: "utf-8",
    rows_read: 200,
    accepted: 200,
    quarantined: 0,
    excluded: 0,
    late: 0,
    by_reason: {},
  });
  expect(load.report.reconciliation).toMatchObject({
    balanced: true,
    rows: { read: 200, accepted: 200, quarantined: 0, excluded: 0 },
    total_fee_amount: { read: "200000.00", accepted: "200000.00" },
    pool_pay_amount: { read: "120000.00", accepted: "120000.00" },
    control: null,
  });
  expect(load.extracts[0]).toMatchObject({ coverage: ["2018-06"], rows: 200, hasReversalMark: true, extractNumber: 1 });
  const [row] = await bench.accepted(load);
  expect(Object.keys(row!)).toEqual(Object.keys(stagedTables.settlements));
  expect(row).toMatchObject({
    person_key: personKey(personKeyOfTests, settlement.PSN_NO),
    certificate_key: certificateKey(personKeyOfTests, settlement.CERTNO),
    settled_at: "2018-06-03 11:41:27",
    month: "2018-06",
    age_band: "65-69",
    valid: true,
    refund_mark: false,
    total_fee_amount: "1000.00",
    pool_pay_amount: "600.00",
    serious_illness_pay_amount: null,
    row_number: "2",
    late: false,
  });
});

describe("required fields hold the row, others never cost its money", () => {
  const held: [SettlementCells, string, string][] = [
    [{ PSN_NO: "" }, "L-421", "person_number"],
    [{ SETL_ID: "NULL" }, "L-421", "settlement_id"],
    [{ FIXMEDINS_CODE: " " }, "L-421", "institution"],
    [{ MED_TYPE: "" }, "L-421", "medical_type"],
    [{ SETL_TIME: "" }, "L-421", "settled_at"],
    [{ SETL_TIME: "01/02/2018" }, "L-411", "settled_at"],
    [{ MEDFEE_SUMAMT: "1,2O4.5" }, "L-301", "total_fee"],
    [{ MEDFEE_SUMAMT: "1000.125" }, "L-302", "total_fee"],
    [{ HIFP_PAY: "" }, "L-305", "pool_pay"],
    [{ HIFP_PAY: "6e2" }, "L-303", "pool_pay"],
    [{ MEDFEE_SUMAMT: "10000000.01" }, "L-307", "total_fee"],
    [{ HIFP_PAY: "1000.01" }, "L-311", "pool_pay"],
    [{ CLR_WAY: "按项目", HIFP_PAY: "1000.01" }, "L-311", "pool_pay"],
    [{ MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }, "L-306", "total_fee"],
    [{ INSU_ADMDVS: "361030" }, "L-419", "insured_region"],
    [{ SETL_TIME: "2018-07-01 00:00:00" }, "L-129", "settled_at"],
    [{ SETL_TIME: "2016-05-31 23:59:59" }, "L-128", "settled_at"],
  ];
  test.each(held)("%j is held as %s on %s", async (cells, code, field) => {
    const load = await stage([cells]);
    expect(load.refused).toBe(false);
    expect(load.report.files[0]).toMatchObject({ accepted: 200, quarantined: 1, by_reason: { [code]: 1 } });
    expect(load.report.reconciliation.balanced).toBe(true);
    expect(await bench.held(load)).toMatchObject([{ row_number: "202", code, field }]);
  });

  const warned: [SettlementCells, string | null][] = [
    [{ BRDY: "1949-02-30" }, "L-410"],
    [{ CERTNO: "1.10105E+17" }, "L-401"],
    [{ INSCP_AMT: "9x0" }, "L-301"],
    [{ CASH_PAYAMT: "400.001" }, "L-302"],
    [{ UPDT_TIME: "yesterday" }, "L-411"],
    [{ BEGNDATE: "2018-06-04" }, "L-412"],
    [{ INSUTYPE: "999" }, "L-417"],
    [{ HOSP_LV: "??" }, null],
    [{ FIXMEDINS_NAME: "=cmd|' /C calc'!A0" }, null],
    [{ MED_TYPE: "9905" }, null],
    [{ CLR_WAY: "40", HIFP_PAY: "1000.01" }, "L-311"],
    [{ MED_TYPE: "52", HIFP_PAY: "1000.01" }, "L-311"],
    [{ CLR_WAY: "按病种", HIFP_PAY: "1000.01" }, "L-311"],
    [{ MED_TYPE: "生育住院", HIFP_PAY: "1000.01" }, "L-311"],
    [{ SETL_TIME: "2018-05-30 10:00:00", ENDDATE: "2018-05-30", BEGNDATE: "2018-05-30" }, "L-123"],
  ];
  test.each(warned)("%j counts, with %s", async (cells, code) => {
    const load = await stage([cells]);
    expect(load.report.files[0]).toMatchObject({ accepted: 201, quarantined: 0, by_reason: code ? { [code]: 1 } : {} });
    expect(load.report.reconciliation.total_fee_amount.accepted).toBe("201000.00");
  });
});

describe("rows that come twice", () => {
  test("the same row collapses", async () => {
    const load = await stage([{ SETL_ID: "G7", MDTRT_ID: "GV7" }]);
    expect(load.report.files[0]).toMatchObject({ accepted: 200, excluded: 1, by_reason: { "L-413": 1 } });
    expect(load.report.findings).toMatchObject([{ code: "L-413", severity: "exclude", first_rows: [202] }]);
    expect(load.report.reconciliation).toMatchObject({ balanced: true, total_fee_amount: { excluded: "1000.00" } });
  });
  test("the newest state wins", async () => {
    const load = await stage([{ SETL_ID: "G7", HIFP_PAY: "500.00", UPDT_TIME: "2018-06-04 00:00:00" }]);
    expect(load.report.files[0]).toMatchObject({ accepted: 200, excluded: 1, by_reason: { "L-415": 1 } });
    expect(load.report.reconciliation.pool_pay_amount.accepted).toBe("119900.00");
  });
  test("nothing to order them by: both are held", async () => {
    const load = await stage([{ SETL_ID: "G7", HIFP_PAY: "500.00" }]);
    expect(load.report.files[0]).toMatchObject({ accepted: 199, quarantined: 2, by_reason: { "L-414": 2 } });
    expect(load.report.reconciliation.balanced).toBe(true);
    expect(await bench.held(load)).toMatchObject([{ row_number: "9" }, { row_number: "202" }]);
  });
  test("across the files of one load", async () => {
    const text = delimited(settlements([]));
    const load = await bench.stage({ "a.csv": text, "b.csv": text });
    expect(load.report.files.map(({ accepted, excluded }) => [accepted, excluded])).toEqual([
      [200, 0],
      [0, 200],
    ]);
  });
  test("an invalid row is excluded for the reader, and kept so that it can replace an older one", async () => {
    const load = await stage([{ VALI_FLAG: "0" }, { SETL_ID: "G7", VALI_FLAG: "0", UPDT_TIME: "2018-06-09 00:00:00" }]);
    expect(load.report.files[0]).toMatchObject({ accepted: 199, excluded: 3, by_reason: { "L-420": 2, "L-415": 1 } });
    expect(load.report.reconciliation).toMatchObject({ balanced: true, total_fee_amount: { excluded: "3000.00" } });
    expect(load.extracts[0]!.rows).toBe(201);
    expect((await bench.accepted(load)).filter(({ valid }) => !valid)).toHaveLength(2);
  });
});

describe("what a file says of itself", () => {
  const rows = settlements([]);
  const totals = (fee: string) => `合计${",".repeat(Object.keys(settlement).indexOf("MEDFEE_SUMAMT"))}${fee},,,,,,\n`;
  test("a totals row is left out and agrees", async () => {
    const load = await bench.stage({ "t.csv": delimited(rows) + totals('"200,000.00"') });
    expect(load.report.files[0]).toMatchObject({ rows_read: 200, accepted: 200 });
    expect(load.report.reconciliation).toMatchObject({
      balanced: true,
      control: { total_fee_amount: { expected: "200000.00", read: "200000.00", agrees: true } },
    });
  });
  test("a missed total refuses the file", async () => {
    const load = await bench.stage({ "t.csv": delimited(rows) + totals("200021.00") });
    expect(load.refused).toBe(true);
    expect(load.extracts).toEqual([]);
    expect(load.report.findings[0]).toMatchObject({
      code: "L-209",
      severity: "refuse",
      details: { expected: "200021.00", read: "200000.00", difference: "21.00" },
    });
    expect(load.report.reconciliation.balanced).toBe(false);
  });
  test("a side file is compared, its amounts as text or number", async () => {
    const control = '{"rows": 200, "cases": 200, "total_fee_amount": 200000.00, "pool_pay_amount": "120000.00"}';
    const load = await bench.stage({ "t.csv": delimited(rows), "t.csv.control.json": control });
    expect(Object.values(load.report.reconciliation.control!).map(({ agrees }) => agrees)).toEqual(Array(4).fill(true));
    const wrong = await bench.stage({ "t.csv": delimited(rows), "t.csv.control.json": '{"rows": 201}' });
    expect(wrong.refused).toBe(true);
  });
});

describe("refusals", () => {
  const refused = async (files: Record<string, string | Buffer>, options = {}) => {
    const before = bench.filesLeft();
    const load = await bench.stage(files, options);
    expect(load.refused).toBe(true);
    expect(bench.filesLeft()).toEqual(before);
    return load.report.findings.filter(({ severity }) => severity === "refuse");
  };
  test("a required column is missing: it is named", async () => {
    const rows = settlements([]).map(({ HIFP_PAY: _, ...row }) => row as Record<string, string>);
    expect(await refused({ "a.csv": delimited(rows) })).toMatchObject([
      { code: "L-116", details: { missing: "HIFP_PAY" } },
    ]);
  });
  test("more than one row in a hundred is held", async () => {
    const bad = Array.from({ length: 3 }, () => ({ HIFP_PAY: "?" }));
    expect(await refused({ "a.csv": delimited(settlements(bad)) })).toMatchObject([{ code: "L-430", rows: 3 }]);
  });
  test("rows of other widths beyond a hundredth of the most that a file may have, and blank ones beyond all of it: reading ends there", async () => {
    const settings = { limits: { packedBytes: 1e9, unpackedBytes: 1e9, ratio: 100, rows: 300 } };
    const text = delimited(settlements([]));
    expect(await refused({ "a.csv": text + "1,2,3\n".repeat(50) }, { settings })).toMatchObject([
      { code: "L-207", details: { row: 202, rows: 4, cells: 3 } },
    ]);
    expect(await refused({ "a.csv": text + "\n".repeat(302) }, { settings })).toMatchObject([{ code: "L-103" }]);
  });
  test("another county's file", async () => {
    expect(await refused({ "a.csv": delimited(settlements([])) }, { region: "361030" })).toMatchObject([
      { code: "L-419" },
    ]);
  });
  test("another month's file, a month that has not begun", async () => {
    const text = delimited(settlements([]));
    expect(await refused({ "a.csv": text }, { period: "2018-05" })).toMatchObject([
      { code: "L-122", details: { mostly: "2018-06", percent: "100" } },
    ]);
    expect(await refused({ "a.csv": text }, { period: "2018-08" })).toMatchObject([{ code: "L-124" }]);
  });
  test("settlement numbers that a spreadsheet destroyed", async () => {
    expect(await refused({ "a.csv": delimited(settlements([{ SETL_ID: "3.70102E+17" }])) })).toMatchObject([
      { code: "L-402" },
    ]);
  });
  test("one refused file refuses the load", async () => {
    const findings = await refused({ "a.csv": delimited(settlements([])), "b.csv": "" });
    expect(findings).toMatchObject([{ code: "L-101", file: "b.csv" }]);
  });
});

test("declared months with few rows stay covered; without a declaration small months are late", async () => {
  const may = Array.from({ length: 30 }, () => ({
    SETL_TIME: "2018-05-20 09:00:00",
    ENDDATE: "2018-05-20",
    BEGNDATE: "2018-05-20",
  }));
  const free = await stage(may);
  expect(free.extracts[0]!.coverage).toEqual(["2018-06"]);
  expect(free.report.files[0]).toMatchObject({ late: 30, accepted: 230 });
  const declared = await stage(may, { period: "2018-05..2018-06" });
  expect(declared.extracts[0]!.coverage).toEqual(["2018-05", "2018-06"]);
  expect(declared.report.files[0]!.late).toBe(0);
  const even = await stage([...may, ...may]);
  expect(even.extracts[0]!.coverage).toEqual(["2018-05", "2018-06"]);
});

test("negative money in a layout without reversal columns counts with a warning", async () => {
  const rows = settlements([{ MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }]).map(
    ({ REFD_SETL_FLAG: _, INIT_SETL_ID: __, ...row }) => row as Record<string, string>,
  );
  const load = await bench.stage({ "a.csv": delimited(rows) });
  expect(load.report.files[0]).toMatchObject({ accepted: 201, by_reason: { "L-306": 1 } });
  expect(load.extracts[0]!.hasReversalMark).toBe(false);
  expect((await bench.accepted(load)).at(-1)).toMatchObject({ refund_mark: null, total_fee_amount: "-1000.00" });
});

test("a held value is shown, unless it could name somebody", async () => {
  const load = await stage([{ HIFP_PAY: "1,2O4.5" }, { HIFP_PAY: "13800138000" }]);
  const shown = await stage([{ MEDFEE_SUMAMT: "张三丰" }, { MEDFEE_SUMAMT: "11010519491231002X" }]);
  expect((await bench.held(load)).map(({ value }) => value)).toEqual(["1,2O4.5", "99999999999"]);
  expect((await bench.held(shown)).map(({ value }) => value)).toEqual(["文文文", "99999999999999999A"]);
});

test("decoding loses nothing where every byte becomes three", async () => {
  const lines = 100_000;
  const [source, target] = [join(bench.root, "euro.csv"), join(bench.root, "euro.utf8")];
  writeFileSync(source, Buffer.alloc(lines * 60, Buffer.concat([Buffer.alloc(59, 0x80), Buffer.from("\n")])));
  await readText(source, target, "gb18030");
  expect(readFileSync(target, "utf8")).toBe(`${"€".repeat(59)}\n`.repeat(lines));
});

test("a text so long that its check begins before its last row is seen is read like any other", async () => {
  const [header, row] = delimited(settlements([], 1)).split("\n");
  const rows = Array.from({ length: 250_000 }, (_, i) => row!.replace("G0", `G${i}`)).join("\n");
  const total = ["合计", ...Array<string>(header!.split(",").length - 1).fill("")].join(",");
  const load = await bench.stage({ "2018-06.csv": [header, rows, total, ""].join("\n") });
  expect(load.report.files[0]).toMatchObject({ rows_read: 250_000, accepted: 250_000, quarantined: 0 });
  const again = await bench.stage({ "2018-06.csv": [header, rows, '"broken'].join("\n") });
  expect(again.report.files[0]!.by_reason).toEqual({ "L-205": 1 });
});
