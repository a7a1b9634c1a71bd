import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualBasis } from "@/domain/availableFundBasis";
import type { FactFile } from "@/domain/factFile";
import { parsePeriod, periodBetween, samePeriodLastYear, standardPeriods } from "@/domain/period";
import { type PeriodBatch, totalPeriods } from "@/etl/steps/total";
import { answer, answerAll } from "@/figures/answer";
import type { Answer, Question } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { storedGrains } from "@/metrics/grains";
import { registry } from "@/metrics/registry.gen";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import type { Warehouse } from "@/warehouse/connection";
import { type FactRow, openWriter, publishFiles, region, writeFacts } from "./fixtureCounty";
import { randomCounty } from "./randomCounty";

const months = periodBetween("2016-11", "2018-04").months;
const county = randomCounty(7, months, 60);
const everything = Object.keys(registry);

let installation: TemporaryInstallation;
let warehouse: Warehouse;
let files: FactFile[];
let batches: PeriodBatch[];

const request = () => ({
  region,
  files,
  warehouseFolder: installation.home.warehouseFolder,
  periods: standardPeriods(months),
});

/** Version 1 has rows only; version 2 the same rows and their totals. */
beforeAll(async () => {
  installation = await temporaryInstallation();
  warehouse = await openWriter(installation);
  files = await writeFacts(warehouse, installation.home.warehouseFolder, county);
  await publishFiles(installation, 1, files);
  batches = await totalPeriods(warehouse, installation.database, request());
  await publishFiles(installation, 2, files);
  await mapTotals(2, batches);
});

afterAll(async () => {
  warehouse.close();
  await closeReader(installation.home);
  await installation.close();
});

async function mapTotals(version: number, totals: readonly PeriodBatch[]) {
  await installation.database.sql`
    insert into version_totals (version, region, period, batch_id)
    select ${version}, ${region}, * from unnest(
      ${totals.map((one) => one.period)}::text[], ${totals.map((one) => one.batchId)}::text[])`;
}

function question(period: string, rest: Partial<Question> = {}): Question {
  return {
    region,
    scheme: "390",
    period: parsePeriod(period)!,
    by: [],
    where: {},
    metrics: everything,
    compare: null,
    asOf: null,
    basis: usualBasis,
    ...rest,
  };
}

const withoutVersion = ({ dataVersion: _, ...rest }: Answer) => rest;

async function bothWays(questions: Question[]) {
  const rows = await answerAll(
    installation,
    questions.map((one) => ({ ...one, asOf: 1 })),
  );
  const stored = await answerAll(
    installation,
    questions.map((one) => ({ ...one, asOf: 2 })),
  );
  return { rows: rows.map(withoutVersion), stored: stored.map(withoutVersion) };
}

describe("stored totals and rows give the same answer to the cent", () => {
  for (const by of storedGrains) {
    test(`every metric, every standard period, by ${by.join(" and ") || "nothing"}`, async () => {
      const { rows, stored } = await bothWays(standardPeriods(months).map((period) => question(period.id, { by })));
      expect(stored).toEqual(rows);
    });
  }

  test("by month, with filters, against last year, in the other scheme", async () => {
    const compare = samePeriodLastYear(parsePeriod("2018")!);
    const { rows, stored } = await bothWays([
      question("2017", { by: ["month", "tier"] }),
      question("2018", { by: ["visit_class"], compare }),
      question("2018", { by: ["month"], compare, where: { visit_class: ["inpatient"] } }),
      question("2017H1", {
        by: ["hardship_status"],
        where: { visit_class: ["inpatient", "chronic"], tier: ["county"] },
      }),
      question("2017-02..2017-09", { by: ["tier"] }),
      question("2017", { by: ["tier"], where: { month: ["2017-03", "2017-05"] } }),
      question("2017Q3", { by: ["institution"], where: { tier: ["city"] }, scheme: "310" }),
      question("2017Q3", { by: ["tier"], scheme: "999" }),
      question("2017Q3", { by: ["hardship_status"], metrics: ["pool_pay_amount"] }),
    ]);
    expect(stored).toEqual(rows);
  });
});

/** Counts in 分 over the rows as they were written, without a line of the product. */
function centsBy(keyOf: (row: FactRow) => string, column: string, inPeriod: (row: FactRow) => boolean) {
  const cents = new Map<string, bigint>();
  for (const row of county.fct_settlements!) {
    if (row.scheme !== "390" || !inPeriod(row)) continue;
    const amount = BigInt(String(row[column]).replace(".", ""));
    cents.set(keyOf(row), (cents.get(keyOf(row)) ?? 0n) + amount);
  }
  return cents;
}

const asCents = (value: string | null) =>
  BigInt((Number.isInteger(Number(value)) ? `${value}.00` : value!).replace(/\.(\d)$/, ".$10").replace(".", ""));

test("an independent sum in 分 finds the same pool payments by tier and class", async () => {
  const { rows } = await answer(installation, question("2017H1", { by: ["tier", "visit_class"] }));
  const expected = centsBy(
    (row) => `${row.tier} ${row.visit_class}`,
    "pool_pay_amount",
    ({ month }) => parsePeriod("2017H1")!.months.includes(String(month)),
  );
  const found = rows
    .filter((row) => row.values.settlements!.value !== "0" || row.values.pool_pay_amount!.value !== "0")
    .map((row) => [`${row.key.tier} ${row.key.visit_class}`, asCents(row.values.pool_pay_amount!.value)] as const);
  expect(new Map(found)).toEqual(expected);
});

test("an independent count finds the same persons in every cell, and each cell ≤ total ≤ sum of cells", async () => {
  const { rows, total } = await answer(installation, question("2017", { by: ["hardship_status"] }));
  const counted = new Map<string, Map<string, number>>();
  for (const row of county.fct_settlements!) {
    if (row.scheme !== "390" || !String(row.month).startsWith("2017") || row.person_key === null) continue;
    for (const cell of [String(row.hardship_status), "*"]) {
      const people = counted.get(cell) ?? new Map<string, number>();
      people.set(String(row.person_key), (people.get(String(row.person_key)) ?? 0) + Number(row.cases));
      counted.set(cell, people);
    }
  }
  const present = (cell: string) => [...(counted.get(cell)?.values() ?? [])].filter((cases) => cases > 0).length;
  const persons = rows.map((row) => Number(row.values.persons!.value));
  expect(persons).toEqual(rows.map((row) => present(row.key.hardship_status!)));
  expect(total.values.persons!.value).toBe(String(present("*")));
  expect(Math.max(...persons)).toBeLessThanOrEqual(present("*"));
  expect(persons.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(present("*"));
});

test("additive measures add up to the total over every stored grain", async () => {
  const additive = ["cases", "total_fee_amount", "pool_pay_amount", "medical_aid_pay_amount", "inpatient_days"];
  for (const by of storedGrains.filter((grain) => grain.length > 0)) {
    const { rows, total } = await answer(installation, question("2017", { by, metrics: additive }));
    for (const id of additive) {
      const sum = rows.reduce((cents, row) => cents + asCents(row.values[id]!.value), 0n);
      expect(sum).toBe(asCents(total.values[id]!.value));
    }
  }
});

test("totalling again writes nothing; one changed month renews only the periods that hold it", async () => {
  const { sql } = installation.database;
  const [before] = await sql<{ count: string }[]>`select count(*) from totals`;
  expect(await totalPeriods(warehouse, installation.database, request())).toEqual(batches);
  const [after] = await sql<{ count: string }[]>`select count(*) from totals`;
  expect(after).toEqual(before);

  const changed = files.map((file) =>
    file.table === "fct_settlements" && file.partition === "2018-03" ? { ...file, contentHash: "other" } : file,
  );
  const renewed = await totalPeriods(warehouse, installation.database, { ...request(), files: changed });
  const moved = renewed.filter(
    ({ period, batchId }) => batches.find((one) => one.period === period)!.batchId !== batchId,
  );
  expect(moved.map(({ period }) => period).sort()).toEqual(
    ["2018", "2018-01..2018-04", "2018-03", "2018H1", "2018Q1"].sort(),
  );
});

test("totals stored under other definitions are passed over: the rows answer", async () => {
  await publishFiles(installation, 3, files);
  await mapTotals(
    3,
    batches.map(({ period }) => ({ period, batchId: `another-${period}` })),
  );
  const [now, then] = await Promise.all(
    [2, 3].map((asOf) => answer(installation, question("2017", { asOf, by: ["tier"] }))),
  );
  expect(withoutVersion(then!)).toEqual(withoutVersion(now!));
});

test("a column with more than 1% empty gives its ratios no value; wholly empty, no sum either", async () => {
  const { total } = await answer(installation, question("2016-11..2017-02", { metrics: ["account_pay_amount"] }));
  expect(total.values.account_pay_amount!.value).not.toBeNull();
  const [early] = await answerAll(installation, [
    question("2016-12", { metrics: ["account_pay_amount", "in_policy_reimbursement_rate"] }),
  ]);
  expect(early!.total.values.account_pay_amount).toMatchObject({ value: null, reason: "column_mostly_empty" });
});
