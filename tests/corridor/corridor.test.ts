import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualBasis } from "@/domain/availableFundBasis";
import type { Dimension } from "@/domain/dimensions";
import { parsePeriod } from "@/domain/period";
import { publish, submit } from "@/etl/index";
import { answer } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** A dozen rows written by hand, from the file to the totals that a page reads. */

let installation: TemporaryInstallation;
let folder: string;

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-corridor-"));
  const registry = await writeTable(
    folder,
    "registry.csv",
    ["psn_no", "psn_idet_type", "begntime", "endtime"],
    [
      ["A", "建档立卡贫困人口", "2018-01-01", ""],
      ["A", "低保对象", "2018-02-01", ""],
      ["B", "7131", "2018-01-01", "2018-01-20"],
    ],
  );
  const january = await writeSettlements(folder, "2018-01.csv", [
    // 张三 in the county hospital, five days, registered poor.
    { id: "1", person: "A", type: "21", settled: "2018-01-05", begun: "2018-01-01", fee: "5000.00", pool: "3500.00" },
    // B on the last day of the identity, then the day after.
    { id: "2", person: "B", type: "11", settled: "2018-01-20 17:00:00", fee: "80.00", pool: "40.00" },
    { id: "3", person: "B", type: "11", settled: "2018-01-21", fee: "81.00", pool: "41.00" },
    // A township, a city and a provincial hospital.
    { id: "4", person: "C", type: "21", settled: "2018-01-09", level: "08", fee: "1000.10", pool: "800.05" },
    { id: "5", person: "D", type: "21", settled: "2018-01-10", place: "361002", fee: "9000.00", pool: "4000.00" },
    { id: "6", person: "E", type: "210101", settled: "2018-01-11", place: "360111", fee: "20000.00", pool: "9000.00" },
    // A stay settled halfway: its money counts here, the stay on the last row.
    {
      id: "7",
      person: "F",
      visit: "F1",
      type: "21",
      settled: "2018-01-31",
      midStay: "1",
      fee: "300.00",
      pool: "200.00",
    },
    // The same row twice, and one that is invalid.
    { id: "8", person: "G", type: "14", settled: "2018-01-15", fee: "10.00", pool: "5.00" },
    { id: "8", person: "G", type: "14", settled: "2018-01-15", fee: "10.00", pool: "5.00" },
    { id: "9", person: "G", type: "14", settled: "2018-01-16", fee: "11.00", pool: "6.00", valid: "0" },
  ]);
  const february = await writeSettlements(folder, "2018-02.csv", [
    {
      id: "10",
      person: "F",
      visit: "F1",
      type: "21",
      settled: "2018-02-03",
      begun: "2018-01-28",
      fee: "700.00",
      pool: "500.00",
    },
    // January's county stay is taken back in February.
    {
      id: "11",
      original: "1",
      person: "A",
      type: "21",
      settled: "2018-02-10",
      begun: "2018-01-01",
      ended: "2018-01-05",
      refund: "1",
      fee: "-5000.00",
      pool: "-3500.00",
    },
    // A late row of January.
    { id: "12", person: "H", type: "11", settled: "2018-01-30", fee: "0.30", pool: "0.10" },
    ...["13", "14", "15", "16", "17"].map((id) => ({ id, settled: "2018-02-20", fee: "10.01", pool: "1.01" })),
  ]);
  await load([registry, january], "2018-02-05");
  await load([february], "2018-03-05");
});

afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

async function load(files: string[], day: string): Promise<void> {
  const now = new Date(`${day}T09:00:00+08:00`);
  const request = { files, region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
  const { loadId, report } = await submit(installation, request);
  expect(report.reconciliation.balanced).toBe(true);
  await publish(installation, loadId, now);
}

async function figures(period: string, by: Dimension[], asOf: number | null = null) {
  const metrics = ["cases", "persons", "total_fee_amount", "pool_pay_amount", "inpatient_days"];
  const question = {
    region: "361031",
    scheme: "390",
    period: parsePeriod(period)!,
    by,
    where: {},
    metrics,
    basis: usualBasis,
    asOf,
  };
  const { rows, total } = await answer(installation, { ...question, compare: null });
  const values = (row: typeof total) =>
    Object.fromEntries(Object.entries(row.values).map(([metric, { value }]) => [metric, value]));
  return { rows: new Map(rows.map((row) => [Object.values(row.key).join(" "), values(row)])), total: values(total) };
}

const exactly = (value: string | null | undefined) => (value ? new Decimal(value).toString() : null);

test("January: 1 + 2 + 3 + 4 + 5 + 6 + 8 + 12 = 8 cases, the halfway row counts 0 and the copy and the invalid row nothing", async () => {
  const { total } = await figures("2018-01", []);
  expect(exactly(total.cases)).toBe("8");
});

test("January fees: 5000 + 80 + 81 + 1000.10 + 9000 + 20000 + 300 + 10 + 0.30 = 35471.40", async () => {
  const { total } = await figures("2018-01", []);
  expect(exactly(total.total_fee_amount)).toBe("35471.4");
});

test("January pool payments: 3500 + 40 + 41 + 800.05 + 4000 + 9000 + 200 + 5 + 0.10 = 17586.15", async () => {
  const { total } = await figures("2018-01", []);
  expect(exactly(total.pool_pay_amount)).toBe("17586.15");
});

test("the late row joins January in version 2: 7 cases before, 7 + 1 = 8 after", async () => {
  expect(exactly((await figures("2018-01", [], 1)).total.cases)).toBe("7");
  expect(exactly((await figures("2018-01", [], 2)).total.cases)).toBe("8");
});

test("February: 1 last row of the stay + 5 visits − 1 taken back = 5 cases", async () => {
  const { total } = await figures("2018-02", []);
  expect(exactly(total.cases)).toBe("5");
});

test("February fees: 700 + 5 × 10.01 − 5000 = −4249.95", async () => {
  const { total } = await figures("2018-02", []);
  expect(exactly(total.total_fee_amount)).toBe("-4249.95");
});

test("days: January 5 + 1 + 1 + 1 = 8; February 28.1.–3.2. = 7, minus 5 = 2; the quarter 10", async () => {
  expect(exactly((await figures("2018-01", [])).total.inpatient_days)).toBe("8");
  expect(exactly((await figures("2018-02", [])).total.inpatient_days)).toBe("2");
  expect(exactly((await figures("2018-01..2018-02", [])).total.inpatient_days)).toBe("10");
});

test("January by tier: township 1000.10, city 9000, provincial 20000, the rest county 5471.30", async () => {
  const { rows } = await figures("2018-01", ["tier"]);
  const fees = [...rows].map(([tier, values]) => [tier, exactly(values.total_fee_amount)]).sort();
  expect(fees).toEqual([
    ["city", "9000"],
    ["county", "5471.3"],
    ["provincial_plus", "20000"],
    ["township", "1000.1"],
  ]);
});

test("the identity that ends on 20 January holds on that day and not on the 21st; registered poor goes before 低保", async () => {
  const { rows } = await figures("2018-01..2018-02", ["hardship_status"]);
  expect(exactly(rows.get("extreme_hardship")?.total_fee_amount)).toBe("80");
  expect(exactly(rows.get("registered_poor")?.total_fee_amount)).toBe("0");
  expect(rows.get("subsistence_allowance")).toBeUndefined();
});

test("the quarter counts each person once: A is taken back (1 − 1 = 0), B C D E F G H and five more make 12", async () => {
  const { total } = await figures("2018Q1", []);
  expect(exactly(total.persons)).toBe("12");
});
