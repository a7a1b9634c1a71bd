import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examineWarehouse } from "@/cli/doctor/warehouse";
import { listVersionTotals } from "@/db/queries/listVersionTotals";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { usualBasis } from "@/domain/availableFundBasis";
import type { Dimension } from "@/domain/dimensions";
import type { FactFile } from "@/domain/factFile";
import { decimal } from "@/domain/money";
import { parsePeriod } from "@/domain/period";
import { findDamagedFiles, findWrongTotals } from "@/etl/index";
import { answerAll } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { Warehouse } from "@/warehouse/connection";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";
import { type Books, balancedExtract } from "./balancedCounty";
import { Bureau, times } from "./bureau";

/** The books tie: 24 months of a county in which everything adds up, and what is found when one fen does not. */

const months = ["2017", "2018"].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
);
const each = 24;
const schemes = ["390", "310"];

let installation: TemporaryInstallation;
let bureau: Bureau;
let warehouse: Warehouse;
beforeAll(async () => {
  installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
  await bureau.load(await balancedExtract(bureau, "county.csv", months, each));
  const { warehouseFolder, spillFolder } = installation.home;
  warehouse = await Warehouse.open({ folders: [warehouseFolder, bureau.folder], spillFolder });
});
afterAll(async () => {
  warehouse.close();
  await closeReader(installation.home);
  await bureau.close();
});

const money = [
  ...["total_fee_amount", "fund_pay_amount", "pool_pay_amount", "serious_illness_pay_amount"],
  ...["medical_aid_pay_amount", "other_guarantee_pay_amount", "account_pay_amount", "cash_pay_amount"],
];
const additive = [...money, "cases", "inpatient_days"];

const sum = (values: readonly (string | null | undefined)[]) =>
  values.reduce((total, value) => total.plus(value ?? 0), decimal("0"));

/** Values of a period by the members of some dimensions, and as a whole. */
async function asked(scheme: string, periods: readonly string[], by: readonly Dimension[] = []) {
  const answers = await answerAll(
    installation,
    periods.map((period) => ({
      ...{ region: "361031", scheme, period: parsePeriod(period)!, by, where: {}, compare: null },
      ...{ basis: usualBasis, metrics: additive, asOf: null },
    })),
  );
  return answers.map(({ rows, total }) => {
    const of = (row: typeof total) => (metric: string) => row.values[metric]!.value;
    return { total: of(total), parts: rows.map(of) };
  });
}

test("who pays adds up to the fee, and the funds to what all funds paid: 24 months × 2 schemes, to the fen", async () => {
  let compared = 0;
  for (const scheme of schemes) {
    for (const [index, { total }] of (await asked(scheme, months)).entries()) {
      const where = `${months[index]} ${scheme}`;
      const payers = sum(["fund_pay_amount", "account_pay_amount", "cash_pay_amount"].map(total));
      expect([where, payers.toFixed(2)]).toEqual([where, decimal(total("total_fee_amount")!).toFixed(2)]);
      const kinds = [
        "pool_pay_amount",
        "serious_illness_pay_amount",
        "medical_aid_pay_amount",
        "other_guarantee_pay_amount",
      ];
      expect([where, sum(kinds.map(total)).toFixed(2)]).toEqual([where, decimal(total("fund_pay_amount")!).toFixed(2)]);
      expect(decimal(total("total_fee_amount")!).isPositive()).toBe(true);
      compared += 1;
    }
  }
  expect(compared).toBe(48);
});

test("months add up to quarters, halves and years, and tiers, classes, statuses, townships and institutions to the whole", async () => {
  for (const scheme of schemes) {
    const ofMonths = new Map((await asked(scheme, months)).map(({ total }, index) => [months[index]!, total]));
    const longer = ["2017", "2018"].flatMap((year) => [year, `${year}H1`, `${year}H2`, `${year}Q1`, `${year}Q4`]);
    for (const [index, { total }] of (await asked(scheme, longer)).entries()) {
      const period = parsePeriod(longer[index]!)!;
      for (const metric of additive) {
        const parts = sum(period.months.map((month) => ofMonths.get(month)!(metric)));
        expect([longer[index], metric, parts.toFixed()]).toEqual([
          longer[index],
          metric,
          sum([total(metric)]).toFixed(),
        ]);
      }
    }
    for (const dimension of ["tier", "visit_class", "hardship_status", "region", "institution"] as const) {
      for (const [index, { total, parts }] of (await asked(scheme, [...months, "2018"], [dimension])).entries()) {
        const where = [scheme, dimension, [...months, "2018"][index]];
        expect(parts.length).toBeGreaterThan(1);
        for (const metric of additive) {
          const whole = sum(parts.map((part) => part(metric))).toFixed();
          expect([...where, metric, whole]).toEqual([...where, metric, sum([total(metric)]).toFixed()]);
        }
      }
    }
  }
});

/** What breaks which identity, by the column under which it is reported. */
const spoiled: Record<string, (own: Books, by: bigint) => Books> = {
  INSCP_AMT: (own, by) => ({ ...own, inScope: own.inScope + by }),
  FUND_PAY_SUMAMT: (own, by) => ({ ...own, serious: own.serious + by }),
  CASH_PAYAMT: (own, by) => ({ ...own, cash: own.cash + by }),
  PSN_PAY: (own, by) => ({ ...own, person: own.person + by, account: own.account + by }),
};

test("rows whose books are off by more than the five fen that are let pass are warned of, each by its number", async () => {
  const columns = Object.keys(spoiled);
  // Of each column one row by 5 fen, one by 6 and one by −6.
  const by = [5n, 6n, -6n];
  const isBroken = (index: number) => index % 10 === 3 && index < columns.length * by.length * 10;
  const file = await balancedExtract(bureau, "broken.csv", ["2019-01"], 200, (own, index) => {
    const place = Math.floor(index / 10);
    return isBroken(index)
      ? spoiled[columns[place % columns.length]!]!(own, by[Math.floor(place / columns.length)]!)
      : own;
  });
  const { report } = await bureau.submit(file);
  const found = report.findings.filter(({ code }) => code === "L-310");
  // The header is row 1; the first of each column is let pass.
  const rowOf = (place: number) => place * 10 + 3 + 2;
  const expected = columns.map((column, at) => [
    column,
    2,
    [rowOf(at + columns.length), rowOf(at + 2 * columns.length)],
  ]);
  expect(found.map(({ column, rows, first_rows }) => [column, rows, first_rows]).sort()).toEqual(expected.sort());
});

const version = async () => (await readDataVersion(installation.database, null))!;
const nameOf = ({ table, partition }: FactFile) => `${table} ${partition}`;

test("undamaged, the doctor finds every file and every total as published", async () => {
  const findings = await examineWarehouse(installation);
  expect(findings.filter(({ status }) => status !== "ok")).toEqual([]);
  expect(findings.find(({ check }) => check === "totals")!.details.count).toBeGreaterThan(48);
});

test("one fen in one row of a published file: found each time, by table and month", async () => {
  const { files } = await version();
  const settled = files.filter(({ table }) => table === "fct_settlements");
  const { warehouseFolder } = installation.home;
  for (let turn = 0; turn < times(100, 5); turn += 1) {
    const file = settled[Math.floor(Math.random() * settled.length)]!;
    const column = money[Math.floor(Math.random() * money.length)]!;
    const path = join(warehouseFolder, file.path);
    const whole = await readFile(path);
    const changed = join(bureau.folder, "changed.parquet");
    const at = Math.floor(Math.random() * file.rows);
    await warehouse.run(
      `copy (select * exclude (file_row_number) replace (case when file_row_number = ${at} then ${column} + 0.01::decimal(18,2) else ${column} end as ${column})
        from read_parquet('${path}', file_row_number = true)) to '${changed}' (format parquet)`,
    );
    await chmod(path, 0o644);
    await writeFile(path, await readFile(changed));
    const { damaged } = await findDamagedFiles(warehouse, installation, await version());
    expect([turn, column, damaged.map(nameOf)]).toEqual([turn, column, [nameOf(file)]]);
    if (turn === 0) {
      const [found] = (await examineWarehouse(installation)).filter(({ check }) => check === "files");
      expect(found).toMatchObject({ status: "fail", details: { damaged: 1, files: file.path } });
    }
    await writeFile(path, whole);
  }
  expect((await findDamagedFiles(warehouse, installation, await version())).damaged).toEqual([]);
});

test("one fen in stored totals: found, by period; so is a cell that is missing and one that is too many", async () => {
  const { sql } = installation.database;
  const all = await listVersionTotals(installation.database, (await version()).version);
  const breaks = [
    (batch: string) => sql`
      update totals set amounts = jsonb_set(amounts, '{total_fee_amount}',
        to_jsonb(((amounts ->> 'total_fee_amount')::numeric + 0.01)::text))
      where ctid = (select ctid from totals where batch_id = ${batch} and amounts ? 'total_fee_amount'
        order by random() limit 1)`,
    (batch: string) => sql`
      delete from totals where ctid = (select ctid from totals where batch_id = ${batch} order by random() limit 1)`,
    (batch: string) => sql`
      insert into totals (batch_id, scheme, grain, cell, amounts)
      values (${batch}, '390', 'tier', '["nowhere"]', '{"total_fee_amount": "0.01"}')`,
  ];
  const named: string[] = [];
  // Every third period is broken in one way or another; the batches of some are shared.
  const batches = [...new Set(all.map(({ batchId }) => batchId))].filter((_, index) => index % 3 === 0);
  for (const [index, batch] of batches.entries()) {
    await breaks[index % breaks.length]!(batch);
    named.push(...all.filter(({ batchId }) => batchId === batch).map(({ period }) => period));
  }
  const { examined, wrong } = await findWrongTotals(warehouse, installation, await version());
  expect(examined).toBe(all.length);
  expect(wrong.map(({ period }) => period).sort()).toEqual(named.sort());
  const [found] = (await examineWarehouse(installation)).filter(({ check }) => check === "totals");
  expect(found).toMatchObject({ status: "fail", details: { wrong: named.length } });
  expect(named).toContain(String(found!.details.places).split("、")[0]!.split(" ")[1]);
});
