import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { load } from "@/cli/load";
import { listHeld, publish, submit } from "@/etl/index";
import { Warehouse } from "@/warehouse/connection";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { delimited, type SettlementCells, settlements } from "./readingSetup";

let installation: TemporaryInstallation;
let folder: string;
beforeEach(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-inputs-"));
});
afterEach(async () => {
  await installation.close();
  await rm(folder, { recursive: true });
});

const now = new Date("2018-07-05T09:00:00+08:00");
const region = { region: "361031", scheme: "390", period: null, kind: null, profile: null, now };

async function write(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

test("what only the whole version knows of a row is said with the load", async () => {
  const status = (cells: SettlementCells & { PSN_IDET_TYPE?: string }) => ({ PSN_IDET_TYPE: "", ...cells });
  const rows = [
    ...settlements([]).map((row) => ({ ...row, PSN_IDET_TYPE: "" })),
    ...settlements(
      [
        status({ REFD_SETL_FLAG: "1", INIT_SETL_ID: "nowhere", MEDFEE_SUMAMT: "-10", HIFP_PAY: "-6" }),
        status({ REFD_SETL_FLAG: "1" }),
        status({ FIXMEDINS_CODE: "H999" }),
        status({ FIXMEDINS_CODE: "123" }),
        status({ FIXMEDINS_CODE: "456" }),
        status({ MED_TYPE: "ZZ" }),
        status({ PSN_IDET_TYPE: "7019" }),
      ],
      0,
    ),
  ];
  const files = [
    await write("a.csv", delimited(rows as Record<string, string>[])),
    await write(
      "机构.csv",
      "机构编码,机构名称,医院等级\nH36103100001,示例县人民医院,05\n0123,卫生院,10\n0456,甲院,10\n00456,乙院,10\n",
    ),
    await write("名册.csv", "人员编号,困难身份,开始日期\n36100000000001,7131,2018-01-01\nP2,从未有过,2018-01-01\n"),
  ];
  const { report, state } = await submit(installation, { ...region, files });
  expect(state).toBe("ready");
  const found = Object.fromEntries(
    report.findings.map(({ code, severity, rows: count, details }) => [
      severity === "hold" ? `${code} held` : code,
      [count, details.codes],
    ]),
  );
  expect(found).toMatchObject({
    "L-313": [1, undefined],
    "L-405": [1, "123"],
    "L-405 held": [1, "456"],
    "L-406": [1, "H999"],
    "L-501": [1, undefined],
    "L-502": [1, undefined],
    "L-503": [1, "ZZ"],
    "L-504": [1, "从未有过"],
  });
});

test("without a registry, what no map knows of the hardship that rows write of themselves is said", async () => {
  const rows = settlements([]).map((row, i) => ({
    ...row,
    PSN_IDET_TYPE: ["", "无", "7131", "张三", "从未有过", "从未有过", "从未有过"][i] ?? "",
  }));
  const { report } = await submit(installation, { ...region, files: [await write("a.csv", delimited(rows))] });
  expect(report.findings).toMatchObject([{ code: "L-504", severity: "warn", rows: 4, details: { codes: "从未有过" } }]);
});

test("codes of aid by hand that no map knows are said, and their money stays", async () => {
  const aid =
    "乡镇编码,月份,困难身份,医疗类别,人次,救助金额\n361031,2018-06,低保对象,住院,1,100.00\n361031,2018-06,从未有过,21,2,50.00\n361031,2018-06,7131,ZZ,3,25.00\n";
  const { report } = await submit(installation, { ...region, files: [await write("救助.csv", aid)] });
  const found = report.findings.filter(({ code }) => code.startsWith("L-50"));
  expect(found.map(({ code, rows, first_rows, details }) => [code, rows, first_rows, details.codes])).toEqual([
    ["L-504", 1, [3], "从未有过"],
    ["L-503", 1, [4], "ZZ"],
  ]);
  expect(report.files).toMatchObject([{ accepted: 3 }]);
});

test("in a layout without visits a refund meets its original: neither is said to be alone", async () => {
  const refunds = [{ REFD_SETL_FLAG: "1" }, { REFD_SETL_FLAG: "1", MEDFEE_SUMAMT: "-1000.00", HIFP_PAY: "-600.00" }];
  const rows = settlements(refunds).map(({ MDTRT_ID: _, ...row }) => row as Record<string, string>);
  const { report } = await submit(installation, { ...region, files: [await write("a.csv", delimited(rows))] });
  expect(report.findings).toEqual([]);
  expect(report.changes).toMatchObject([{ cases_after: "200", pool_pay_after: "120000.00" }]);
});

test("a refund too large, and a second one of one settlement: held, listed and not counted, in one file and in a later month", async () => {
  const back = (cells: SettlementCells) => ({
    ...{ REFD_SETL_FLAG: "1", INIT_SETL_ID: "G1", MEDFEE_SUMAMT: "-1000", HIFP_PAY: "-600" },
    ...cells,
  });
  const june = delimited(
    settlements([back({}), back({ SETL_TIME: "2018-06-04" }), back({ INIT_SETL_ID: "G2", MEDFEE_SUMAMT: "-5000" })]),
  );
  const first = await submit(installation, { ...region, files: [await write("6.csv", june)] });
  expect(first.report.findings).toMatchObject([{ code: "L-314", severity: "hold", rows: 2, first_rows: [203, 204] }]);
  expect(first.report.files).toMatchObject([{ rows_read: 203, accepted: 201, quarantined: 2, excluded: 0 }]);
  expect(first.report.reconciliation).toMatchObject({
    balanced: true,
    pool_pay_amount: { read: "118200.00", accepted: "119400.00", quarantined: "-1200.00", excluded: "0.00" },
  });
  // 200 − 1 refund: 119400.00 = 199 × 600.00.
  expect(first.report.changes).toMatchObject([{ cases_after: "199", pool_pay_after: "119400.00" }]);
  const { warehouseFolder, spillFolder } = installation.home;
  const warehouse = await Warehouse.open({ folders: [warehouseFolder], spillFolder: join(spillFolder, "held") });
  const listed = await listHeld(warehouse, installation, first.loadId);
  warehouse.close();
  expect(listed[0]!.rows).toMatchObject([
    { row: 203, code: "L-314", field: null, totalFeeAmount: "-1000.00" },
    { row: 204, code: "L-314", field: null, totalFeeAmount: "-5000.00" },
  ]);
  await publish(installation, first.loadId, now);

  const july = settlements([back({ INIT_SETL_ID: "G1" }), back({ INIT_SETL_ID: "G3" })]).map((row, i) => ({
    ...row,
    SETL_ID: `J${i}`,
    SETL_TIME: "2018-07-03 10:00:00",
  }));
  const next = await submit(installation, { ...region, files: [await write("7.csv", delimited(july))] });
  expect(next.report.findings).toMatchObject([{ code: "L-314", severity: "hold", rows: 1, first_rows: [202] }]);
});

test("a settlement that comes after a refund larger than it: the load that brings it says what no longer counts elsewhere", async () => {
  const at = (row: Record<string, string>, id: string, day: string) => ({
    ...row,
    SETL_ID: id,
    MDTRT_ID: `V${id}`,
    SETL_TIME: day,
    BEGNDATE: "",
    ENDDATE: "",
  });
  const load = async (name: string, cells: SettlementCells, day: string) => {
    const rows = settlements([cells]).map((row, i) => at(row, i < 200 ? `${name}${i}` : name, day));
    return submit(installation, {
      ...region,
      now: new Date("2018-12-05T09:00:00+08:00"),
      files: [await write(`${name}.csv`, delimited(rows))],
    });
  };
  const refund = await load(
    "R",
    { REFD_SETL_FLAG: "1", INIT_SETL_ID: "O", MEDFEE_SUMAMT: "-5000", HIFP_PAY: "-600" },
    "2018-10-03",
  );
  expect(refund.report.findings.map(({ code }) => code)).toContain("L-313");
  await publish(installation, refund.loadId, now);
  const { report } = await load("O", {}, "2018-11-03");
  const said = report.findings.filter(({ code }) => code === "L-319");
  expect(said).toMatchObject([{ code: "L-319", severity: "warn", rows: 1, first_rows: [202] }]);
  const october = report.changes.find(({ month }) => month === "2018-10");
  expect([october?.pool_pay_before, october?.pool_pay_after]).toEqual(["119400.00", "120000.00"]);
});

test("the same month with other content: what comes, goes and changes is said before consent (L-121), and a gap of months (L-125)", async () => {
  const load = async (name: string, rows: Record<string, string>[]) =>
    submit(installation, { ...region, files: [await write(name, delimited(rows))] });
  const month = (number: number) =>
    settlements([]).map(
      (row): Record<string, string> => ({
        ...row,
        SETL_ID: `${number}${row.SETL_ID}`,
        SETL_TIME: `2018-0${number}-03`,
        BEGNDATE: "",
        ENDDATE: "",
      }),
    );
  const first = await load("3.csv", month(3));
  expect(first.report.findings).toEqual([]);
  await publish(installation, first.loadId, now);
  const gap = await load("6.csv", month(6));
  expect(gap.report.findings).toMatchObject([
    { code: "L-125", severity: "warn", details: { months: "2018-04、2018-05", count: 2 } },
  ]);
  expect(gap.state).toBe("ready");
  // Four rows fewer (−4000.00), one more of 500.00, and one that changes by +204.50.
  const again = month(3).slice(4);
  again[0]!.MEDFEE_SUMAMT = "1204.50";
  again.push({ ...again[1]!, SETL_ID: "new", MEDFEE_SUMAMT: "500.00", HIFP_PAY: "300.00" });
  const replaced = await load("3b.csv", again);
  expect(replaced.state).toBe("ready");
  const [finding] = replaced.report.findings.filter(({ code }) => code === "L-121");
  expect(finding).toMatchObject({ severity: "warn", file: "3b.csv", rows: 6 });
  expect(finding!.details).toEqual({
    ...{ month: "2018-03", version: 1, added: "1", removed: "4", changed: "1" },
    ...{ fee: "-3295.50", pool: "-2100.00" },
  });
});

test("recent months tell a month with few rows, and one in another unit", async () => {
  const may = delimited(
    settlements([]).map((row) => ({
      ...row,
      SETL_TIME: "2018-05-03 10:00:00",
      BEGNDATE: "",
      ENDDATE: "",
      MEDFEE_SUMAMT: "50000.00",
    })),
  );
  const { loadId } = await submit(installation, { ...region, files: [await write("5.csv", may)] });
  await publish(installation, loadId, now);
  const few = await submit(installation, { ...region, files: [await write("6.csv", delimited(settlements([], 60)))] });
  expect(few.report.findings).toMatchObject([{ code: "L-108", details: { percent: 70, rows: 60 } }]);
  const small = delimited(settlements([]).map((row) => ({ ...row, MEDFEE_SUMAMT: "5.00", HIFP_PAY: "3.00" })));
  const unit = await submit(installation, { ...region, files: [await write("6.csv", small)] });
  expect([unit.state, unit.report.findings[0]]).toMatchObject(["refused", { code: "L-308" }]);
});

test("the command asks for files (L-100) and says that a file is in force already (L-120)", async () => {
  const warned: string[] = [];
  const context = {
    installation: async () => installation,
    now: () => now,
    print: () => {},
    warn: (line: string) => warned.push(line),
  };
  await expect(load.run(["--region", "361031"], context)).rejects.toMatchObject({ code: "L-100" });
  const file = await write("a.csv", delimited(settlements([])));
  expect(await load.run([file, "--region", "361031", "--publish"], context)).toBe(0);
  expect(await load.run([file, "--region", "361031"], context)).toBe(0);
  expect(warned.join()).toContain("L-120");
});
