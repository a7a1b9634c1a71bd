import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usualBasis } from "@/domain/availableFundBasis";
import type { FactFile, FactTable } from "@/domain/factFile";
import { Decimal, decimal } from "@/domain/money";
import { parsePeriod, periodBetween } from "@/domain/period";
import { answer, answerAll } from "@/figures/answer";
import { explain } from "@/figures/explain";
import type { Question } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { registry } from "@/metrics/registry.gen";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import type { Warehouse } from "@/warehouse/connection";
import { openWriter, publishFiles, region, scheme, writeFacts } from "./fixtureCounty";
import { randomCounty } from "./randomCounty";

let installation: TemporaryInstallation;
let warehouse: Warehouse;

const question: Question = {
  region,
  scheme,
  period: parsePeriod("2018-01..2018-02")!,
  by: [],
  where: { visit_class: ["inpatient", "chronic"] },
  metrics: Object.keys(registry),
  compare: null,
  asOf: null,
  basis: usualBasis,
};

beforeAll(async () => {
  installation = await temporaryInstallation();
  warehouse = await openWriter(installation);
  const county = randomCounty(3, periodBetween("2016-12", "2018-02").months, 40);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, county);
  await publishFiles(installation, 1, files);
  await createTables(files);
});

afterAll(async () => {
  warehouse.close();
  await closeReader(installation.home);
  await installation.close();
});

/** The tables of the version under their own names, as a person at a SQL shell has them. */
async function createTables(files: readonly FactFile[]) {
  for (const table of [
    "fct_settlements",
    "fct_manual_aid",
    "fct_enrolment",
    "fct_hardship_registry",
    "fct_funding",
  ] satisfies FactTable[]) {
    const paths = files
      .filter((file) => file.table === table)
      .map((file) => join(installation.home.warehouseFolder, file.path));
    await warehouse.run(
      `create temp view ${table} as select * from read_parquet([${paths.map((path) => `'${path}'`).join(", ")}])`,
    );
  }
}

test("the SQL shown for every measure gives the number shown", async () => {
  const [filtered, whole] = await answerAll(installation, [question, { ...question, where: {} }]);
  for (const metric of Object.values(registry)) {
    if (metric.kind !== "measure") continue;
    // A plan or an enrolment does not know visit classes: it has a number for the whole region only.
    const known = metric.fact === "payments";
    if (!known) expect(filtered!.total.values[metric.id]!.reason, metric.id).toBe("whole_only");
    const asked = known ? question : { ...question, where: {} };
    const { sql, formula } = await explain(installation, asked, metric.id);
    expect(formula).toBeNull();
    const [row] = await warehouse.rows<Record<string, string | null>>(sql);
    const found = row?.[metric.id] ?? null;
    const { value } = (known ? filtered : whole)!.total.values[metric.id]!;
    expect(found === null ? null : new Decimal(String(found)).toString(), metric.id).toBe(value);
  }
});

test("a ratio shows both its totals, each over its own whole", async () => {
  const { sql, numerator, denominator, formula, dataVersion, source } = await explain(
    installation,
    question,
    "pool_pay_share_of_expenditure",
  );
  expect([numerator?.id, denominator?.id, dataVersion]).toEqual(["pool_pay_amount", "pool_pay_amount", 1]);
  expect(formula).toEqual({
    zh: "统筹基金支出 ÷ 统筹基金支出（全地区）",
    en: "Pool payments ÷ Pool payments (whole region)",
  });
  expect(source.clause).toBe("比率");
  const statements = sql.split(";\n\n");
  expect(statements).toHaveLength(2);
  const totals = await Promise.all(
    statements.map(async (one) => decimal(String((await warehouse.rows(one))[0]!.pool_pay_amount))),
  );
  const { total } = await answer(installation, question);
  expect(totals[0]!.div(totals[1]!).toString()).toBe(total.values.pool_pay_share_of_expenditure!.value);
});

test("every explanation runs as it stands", async () => {
  for (const id of Object.keys(registry)) {
    const { sql } = await explain(installation, question, id);
    for (const statement of sql.split(";\n\n").filter(Boolean)) await warehouse.rows(statement);
  }
});
