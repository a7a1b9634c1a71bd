import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demo } from "@/cli/demo";
import { readDataVersion } from "@/db/queries/readDataVersion";
import { usualBasis } from "@/domain/availableFundBasis";
import { decompose } from "@/domain/decomposition";
import type { Dimension } from "@/domain/dimensions";
import { influences } from "@/domain/influence";
import { Decimal, decimal, roundHalfUp, sum, zero } from "@/domain/money";
import { parsePeriod, periodBetween, samePeriodLastYear, standardPeriods } from "@/domain/period";
import { answer, answerAll } from "@/figures/answer";
import type { AnswerRow, Question } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { storedGrains } from "@/metrics/grains";
import { registry } from "@/metrics/registry.gen";
import { askTables } from "@/reports/askTable";
import { cases } from "@/reports/tables/cases";
import { causes } from "@/reports/tables/causes";
import type { Quantity } from "@/reports/tables/define";
import { perCase } from "@/reports/tables/perCase";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { Warehouse } from "@/warehouse/connection";

const published = JSON.parse(readFileSync("tests/fixtures/county-half-year-2018.json", "utf8"));
const half = parsePeriod("2018H1")!;
const months = periodBetween("2016-01", "2018-06").months;

let installation: TemporaryInstallation;

/** The demo county as people get it: thirty-one loads, each read, checked and published. */
beforeAll(async () => {
  installation = await temporaryInstallation();
  await demo.run(["--json"], {
    installation: async () => installation,
    now: () => new Date("2018-07-06T09:00:00+08:00"),
    print: () => undefined,
    warn: () => undefined,
  });
}, 900_000);

afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

function question(metrics: readonly string[], rest: Partial<Question> = {}): Question {
  const base = { region: "361031", scheme: "390", period: half, by: [], where: {}, basis: usualBasis, asOf: null };
  return { ...base, compare: samePeriodLastYear(rest.period ?? half), ...rest, metrics };
}

const inpatient = { visit_class: ["inpatient"] };

async function total(metric: string, where: Question["where"] = {}, period = half): Promise<AnswerRow> {
  return (await answer(installation, question([metric], { where, period }))).total;
}

async function member(metric: string, by: Dimension, name: string, where: Question["where"] = {}): Promise<AnswerRow> {
  const { rows } = await answer(installation, question([metric], { by: [by], where }));
  return rows.find((row) => row.key[by] === name)!;
}

const nowOf = (row: AnswerRow, metric: string) => decimal(row.values[metric]!.value!);
const before = (row: AnswerRow, metric: string) => decimal(row.compare!.values[metric]!.value!);
const growthOf = (row: AnswerRow, metric: string) => decimal(row.compare!.growth[metric]!);
const changeOf = (row: AnswerRow, metric: string) => decimal(row.compare!.change[metric]!);
const wan = (yuan: Decimal) => yuan.div(10_000);
const percent = (fraction: Decimal) => fraction.times(100);

/** Each statement as the product answers it, unrounded, in the unit of the statement. */
const answered: Record<string, () => Promise<Decimal>> = {
  "total-fund": async () => wan(nowOf(await total("total_fund_amount"), "total_fund_amount")),
  "available-fund": async () => wan(nowOf(await total("available_fund_amount"), "available_fund_amount")),
  "burn-rate": async () => percent(nowOf(await total("burn_rate"), "burn_rate")),
  "ip-cases-2018": async () => nowOf(await total("cases", inpatient), "cases"),
  "ip-cases-2017": async () => before(await total("cases", inpatient), "cases"),
  "total-cases-2017": async () => before(await total("cases"), "cases"),
  "ip-cases-growth": async () => percent(growthOf(await total("cases", inpatient), "cases")),
  "total-cases-growth": async () => percent(growthOf(await total("cases"), "cases")),
  "ip-city-share-2018": async () => percent(nowOf(await member("case_share", "tier", "city", inpatient), "case_share")),
  "poor-share-2018": async () =>
    percent(nowOf(await member("case_share", "hardship_status", "registered_poor", inpatient), "case_share")),
  "poor-cases-increase": async () =>
    changeOf(await member("cases", "hardship_status", "registered_poor", inpatient), "cases"),
  "ip-share-of-available": () => shareOfAvailable("inpatient"),
  "op-share": () => shareOfAvailable("outpatient"),
  "chronic-share": () => shareOfAvailable("chronic"),
  "expenditure-growth": async () => percent(growthOf(await total("pool_pay_amount"), "pool_pay_amount")),
  "township-growth": () => payGrowth("township"),
  "city-growth": () => payGrowth("city"),
  "city-fee-per-case-change": async () =>
    percent(growthOf(await member("fee_per_case", "tier", "city", inpatient), "fee_per_case")).negated(),
  "ip-fee-per-case-2018": async () => nowOf(await total("fee_per_case", inpatient), "fee_per_case"),
  "ip-fee-per-case-2017": async () => before(await total("fee_per_case", inpatient), "fee_per_case"),
};

async function shareOfAvailable(visitClass: string): Promise<Decimal> {
  const metric = "pool_pay_share_of_available_fund";
  return percent(nowOf(await member(metric, "visit_class", visitClass), metric));
}

async function payGrowth(tier: string): Promise<Decimal> {
  return percent(growthOf(await member("pool_pay_amount", "tier", tier, inpatient), "pool_pay_amount"));
}

interface Statement {
  id: string;
  label: string;
  stated: string;
  recomputed: string;
  verdict: string;
}

const projections = ["projection", "overrun", "poor-overrun"];
const statements = (published.checks as Statement[]).filter(({ id }) => !projections.includes(id));

describe("the county's statements, line by line", () => {
  test("every statement that is not a projection is held", () => {
    expect(Object.keys(answered).sort()).toEqual(statements.map(({ id }) => id).sort());
  });

  for (const { id, label, stated, recomputed, verdict } of statements) {
    const expected = verdict === "consistent" ? stated : recomputed;
    test(`${label} (${id}, ${verdict}): ${expected}`, async () => {
      const places = expected.split(".")[1]?.length ?? 0;
      expect(roundHalfUp(await answered[id]!(), places).toFixed(places)).toBe(expected);
    });
  }
});

describe("the county's figures by tier × class and class × status", () => {
  for (const period of ["2018H1", "2017H1"] as const) {
    test(period, async () => {
      const inputs = published.inputs[period];
      const metrics = ["cases", "pool_pay_amount", "fee_per_case"];
      const [byTier, byStatus] = (await answerAll(installation, [
        question(metrics, { period: parsePeriod(period)!, by: ["tier", "visit_class"] }),
        question(metrics, { period: parsePeriod(period)!, by: ["visit_class", "hardship_status"] }),
      ])) as [Awaited<ReturnType<typeof answer>>, Awaited<ReturnType<typeof answer>>];
      for (const tier of Object.keys(inputs.inpatient_cases)) {
        const row = byTier.rows.find(({ key }) => key.tier === tier && key.visit_class === "inpatient")!;
        expect(row.values.cases!.value).toBe(String(inputs.inpatient_cases[tier]));
        expect(wan(nowOf(row, "pool_pay_amount")).toFixed(2)).toBe(inputs.inpatient_pool_pay_wan[tier]);
        expect(nowOf(row, "fee_per_case").toFixed(2)).toBe(inputs.inpatient_fee_per_case_yuan[tier]);
      }
      const poor = byStatus.rows.find(
        ({ key }) => key.visit_class === "inpatient" && key.hardship_status === "registered_poor",
      )!;
      expect(poor.values.cases!.value).toBe(String(inputs.registered_poor_inpatient_cases));
      expect(wan(nowOf(poor, "pool_pay_amount")).toFixed(2)).toBe(inputs.registered_poor_inpatient_pool_pay_wan);
      expect(wan(nowOf(byTier.total, "pool_pay_amount")).toFixed(2)).toBe(inputs.total_pool_pay_wan);
    });
  }
});

describe("why it changed", () => {
  const cells = async (by: Dimension[], where: Question["where"]) => {
    const { rows } = await answer(
      installation,
      question(["cases", "total_fee_amount", "pool_pay_amount"], { by, where }),
    );
    const side = (pick: typeof nowOf) =>
      rows.map((row) => ({
        key: Object.values(row.key).join(),
        cases: pick(row, "cases"),
        fee: pick(row, "total_fee_amount"),
        pay: pick(row, "pool_pay_amount"),
      }));
    return { cellsNow: side(nowOf), cellsThen: side(before) };
  };

  test("inpatients by tier: volume 72.15% + mix 7.17% = 79.32%, price 19.25%, rate 1.43%; county tier 3138.11 万元", async () => {
    const { cellsNow, cellsThen } = await cells(["tier"], inpatient);
    const result = decompose(cellsThen, cellsNow);
    const share = (part: Decimal) => percent(part.div(result.change)).toFixed(2);
    expect([result.volume, result.mix, result.volume.plus(result.mix), result.price, result.rate].map(share)).toEqual([
      "72.15",
      "7.17",
      "79.32",
      "19.25",
      "1.43",
    ]);
    expect(wan(result.cells.find(({ key }) => key === "county")!.change).toFixed(2)).toBe("3138.11");
  });

  test("inpatients are 90.49% of the increase; the registered poor 44.94% of theirs and 40.67% of all", async () => {
    const all = changeOf(await total("pool_pay_amount"), "pool_pay_amount");
    const inpatients = changeOf(await total("pool_pay_amount", inpatient), "pool_pay_amount");
    const poor = changeOf(
      await member("pool_pay_amount", "hardship_status", "registered_poor", inpatient),
      "pool_pay_amount",
    );
    const shares = [inpatients.div(all), poor.div(inpatients), poor.div(all)];
    expect(shares.map((share) => percent(share).toFixed(2))).toEqual(["90.49", "44.94", "40.67"]);
  });

  test("one institution explains the fall of the city tier's fee per case: 817 cases, without it the mean stands still", async () => {
    const { cellsNow, cellsThen } = await cells(["institution"], { ...inpatient, tier: ["city"] });
    const members = (side: typeof cellsNow) => side.map(({ key, cases, fee }) => ({ key, cases, amount: fee }));
    const result = influences(members(cellsThen), members(cellsNow));
    expect(percent(result.growth!).toFixed(2)).toBe("-21.37");
    expect(result.members[0]!.casesNow.toString()).toBe("817");
    expect(percent(result.members[0]!.growthWithout!).abs().lt(1)).toBe(true);
  });
});

test("the tables of the report: 35149 stays, the poor 35.92% of them; city −21.37%, without one −0.01%; 72.15%", async () => {
  const naming = { words: messagesIn("zh-CN"), language: "zh-CN", institutions: new Map() } as const;
  const context = { scope: question([]), by: null, events: [], ...naming };
  const [tables] = await askTables(installation, [cases, perCase, causes], context);
  const printed = (table: number, row: string, column: string, unit = 1) => {
    const content = tables[table]!.rows.find(({ id }) => id === row)!.cells[column] as Quantity;
    return decimal(content.printed ?? content.value!)
      .div(unit)
      .toFixed(2);
  };
  expect([printed(0, "inpatient", "now"), printed(0, "inpatient", "before")]).toEqual(["35149.00", "23978.00"]);
  expect(printed(0, "inpatient.registered_poor", "share", 0.01)).toBe("35.92");
  expect(["growth", "growth_without"].map((id) => printed(1, "city", id, 0.01))).toEqual(["-21.37", "-0.01"]);
  const shares = ["volume", "mix", "price", "rate", "total"].map((cause) => printed(2, cause, "share", 0.01));
  expect(shares).toEqual(["72.15", "7.17", "19.25", "1.43", "100.00"]);
});

const additive = Object.values(registry).flatMap((metric) =>
  metric.kind === "measure" && metric.fact === "payments" && metric.total === "sum" ? [metric.id] : [],
);

describe("every grain and period of the demo", () => {
  const periods = standardPeriods(months);

  for (const by of storedGrains.filter((grain) => grain.length > 0)) {
    test(`by ${by.join(" and ")}: sums add up to the total; persons: each cell ≤ total ≤ sum of cells`, async () => {
      const metrics = [...additive, "persons"];
      const answers = await answerAll(
        installation,
        periods.map((period) => question(metrics, { period, by, compare: null })),
      );
      for (const { rows, total: whole, period } of answers) {
        for (const id of additive) {
          const parts = sum(rows.map((row) => decimal(row.values[id]!.value ?? "0")));
          expect(parts.toString(), `${id} ${period}`).toBe(whole.values[id]!.value ?? "0");
        }
        const persons = rows.map((row) => nowOf(row, "persons"));
        const all = nowOf(whole, "persons");
        expect(Decimal.max(zero, ...persons).lte(all), `persons ${period}`).toBe(true);
        expect(sum(persons).gte(all), `persons ${period}`).toBe(true);
      }
    });
  }

  test("persons equal an independent distinct count, and ratios what their sums give", async () => {
    const { files } = (await readDataVersion(installation.database, null))!;
    const { home } = installation;
    const paths = files
      .filter(({ table, partition }) => table === "fct_settlements" && half.months.includes(partition))
      .map(({ path }) => `'${join(home.warehouseFolder, path)}'`);
    const warehouse = await Warehouse.open({ folders: [home.warehouseFolder], spillFolder: home.spillFolder });
    const counted = await warehouse.rows<Record<string, string>>(`
      select tier, count(*)::varchar as persons, sum(fee)::varchar as fee, sum(cases)::varchar as cases from (
        select tier, person_key, sum(cases) as cases, sum(total_fee_amount) as fee
        from read_parquet([${paths.join(", ")}]) where scheme = '390' group by all having sum(cases) > 0
      ) group by tier order by tier`);
    warehouse.close();
    const { rows } = await answer(
      installation,
      question(["persons", "cases", "total_fee_amount", "fee_per_case"], { by: ["tier"] }),
    );
    const found = new Map(rows.map((row) => [row.key.tier, row]));
    for (const { tier, persons } of counted) expect(found.get(tier as never)!.values.persons!.value).toBe(persons);
    for (const row of rows.filter((one) => !nowOf(one, "cases").isZero())) {
      const mean = nowOf(row, "total_fee_amount").div(nowOf(row, "cases"));
      expect(row.values.fee_per_case!.value).toBe(mean.toString());
    }
  });

  test("stored totals and rows give the same answers", async () => {
    const { sql } = installation.database;
    const current = (await readDataVersion(installation.database, null))!.version;
    const rowsOnly = current + 1000;
    await sql`
      insert into data_versions (version, published_at, load_ids, content_hash, files)
      select ${rowsOnly}, published_at, load_ids, content_hash, files from data_versions where version = ${current}`;
    const metrics = Object.keys(registry);
    const wide = ["2016", "2018Q1", "2018-01..2018-05"].map((text) => parsePeriod(text)!);
    for (const by of storedGrains) {
      const ask = (asOf: number) =>
        answerAll(
          installation,
          wide.map((period) => question(metrics, { period, by, asOf, compare: null })),
        );
      const [stored, sliced] = [await ask(current), await ask(rowsOnly)];
      const plain = (answers: typeof stored) => answers.map(({ dataVersion: _, ...rest }) => rest);
      expect(plain(stored)).toEqual(plain(sliced));
    }
  }, 300_000);
});
