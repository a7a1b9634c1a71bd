import { afterAll, beforeAll, expect, test } from "vitest";
import { usualBasis } from "@/domain/availableFundBasis";
import { parsePeriod, samePeriodLastYear } from "@/domain/period";
import { answer } from "@/figures/answer";
import type { Question } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { openWriter, person, publishFiles, region, scheme, settlement, writeFacts } from "./fixtureCounty";

let installation: TemporaryInstallation;

const fund = { year: "2018", heads: 1000 };

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: [
      settlement({ month: "2017-01", total_fee_amount: "500.00", pool_pay_amount: "200.00", person_key: person(1) }),
      settlement({ month: "2017-02", total_fee_amount: "100.00", pool_pay_amount: "60.00", person_key: person(1) }),
      settlement({ month: "2018-01", total_fee_amount: "1000.10", pool_pay_amount: "700.05", person_key: person(1) }),
      settlement({ month: "2018-02", total_fee_amount: "2000.20", pool_pay_amount: "1400.10", person_key: person(1) }),
      settlement({
        month: "2018-02",
        total_fee_amount: "300.30",
        pool_pay_amount: "100.00",
        person_key: person(2),
        tier: "township",
        voucher_kind: "01",
      }),
      settlement({
        month: "2018-02",
        total_fee_amount: "-300.30",
        pool_pay_amount: "-100.00",
        person_key: person(3),
        tier: "city",
        cases: -1,
        reversal: true,
        inpatient_days: -5,
      }),
      settlement({
        month: "2018-02",
        total_fee_amount: "50.00",
        pool_pay_amount: "30.00",
        person_key: null,
        visit_class: "outpatient",
      }),
    ],
    fct_manual_aid: [
      {
        month: "2018-02",
        hardship_status: "none",
        visit_class: "inpatient",
        cases: 3,
        amount: "12.34",
        insured_region: region,
      },
    ],
    fct_enrolment: [
      {
        month: "2018-01",
        insured_region: "361031001",
        enrolled: 900,
        target: 1000,
        population: 1200,
        population_base: "常住",
      },
      {
        month: "2018-02",
        insured_region: "361031001",
        enrolled: 600,
        target: 700,
        population: 800,
        population_base: "常住",
      },
      {
        month: "2018-02",
        insured_region: "361031002",
        enrolled: 350,
        target: 300,
        population: 200,
        population_base: "常住",
      },
    ],
    fct_funding: [
      {
        ...fund,
        line: "subsidy",
        source_level: "central",
        per_head: "5.5",
        planned_amount: "5500.00",
        in_place_amount: "4000.00",
        in_place_date: "2018-01-20",
      },
      {
        ...fund,
        line: "subsidy",
        source_level: "central",
        per_head: "5.5",
        planned_amount: "5500.00",
        in_place_amount: "1500.00",
        in_place_date: "2018-03-05",
      },
      { ...fund, line: "subsidy", source_level: "county", per_head: "0.5" },
      {
        ...fund,
        line: "individual",
        source_level: "individual",
        per_head: "2",
        planned_amount: "2000.00",
        in_place_amount: "2000.00",
      },
      { ...fund, line: "serious_illness_premium", per_head: "0.6", planned_amount: "600.00" },
    ],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});

afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

async function ask(period: string, metrics: string[], rest: Partial<Question> = {}) {
  const question = {
    region,
    scheme,
    period: parsePeriod(period)!,
    by: [],
    where: {},
    metrics,
    compare: null,
    asOf: null,
    basis: usualBasis,
  };
  return answer(installation, { ...question, ...rest });
}

const shown = (values: Record<string, { value: string | null; reason: string | null }>) =>
  Object.fromEntries(Object.entries(values).map(([id, { value, reason }]) => [id, value ?? reason]));

test("one cell: sums, distinct persons of two months, a refunded person does not count", async () => {
  const { total } = await ask("2018-01..2018-02", [
    "cases",
    "persons",
    "cases_without_person",
    "total_fee_amount",
    "pool_pay_amount",
    "inpatient_cases",
    "inpatient_days",
    "other_guarantee_pay_amount",
    "manual_aid_amount",
    "e_voucher_settlements",
    "settlements",
  ]);
  expect(shown(total.values)).toEqual({
    cases: "3",
    persons: "2",
    cases_without_person: "1",
    total_fee_amount: "3050.3",
    pool_pay_amount: "2130.15",
    inpatient_cases: "2",
    inpatient_days: "10",
    other_guarantee_pay_amount: "12.34",
    manual_aid_amount: "12.34",
    e_voucher_settlements: "1",
    settlements: "3",
  });
});

test("by tier: rows in fixed order, ratios from each row's own sums, enrolment at the whole", async () => {
  const { rows, total } = await ask("2018-02", ["cases", "fee_per_case", "case_share", "hospitalisation_rate"], {
    by: ["tier"],
  });
  expect(rows.map((row) => [row.key.tier, shown(row.values)])).toEqual([
    ["township", { cases: "1", fee_per_case: "300.3", case_share: "0.5", hospitalisation_rate: shareOf(1, 950) }],
    ["county", { cases: "2", fee_per_case: "1025.1", case_share: "1", hospitalisation_rate: shareOf(1, 950) }],
    ["city", { cases: "-1", fee_per_case: "300.3", case_share: "-0.5", hospitalisation_rate: shareOf(-1, 950) }],
    ["unclassified", { cases: "0", fee_per_case: "divided_by_zero", case_share: "0", hospitalisation_rate: "0" }],
  ]);
  expect(shown(total.values).cases).toBe("2");
});

const shareOf = (part: number, whole: number) =>
  expect.stringMatching(
    new RegExp(
      `^${String(part / whole)
        .slice(0, 12)
        .replace(".", "\\.")}`,
    ),
  );

test("the fund: 5500 + 500 + 2000 − 600 = 7400 available; central subsidy 4000 of 5500 in place by the end of February", async () => {
  const { total } = await ask("2018-01..2018-02", [
    "total_fund_amount",
    "available_fund_amount",
    "planned_enrolment",
    "burn_rate",
    "linear_progress",
    "in_place_rate",
    "central_subsidy_in_place_amount",
    "county_subsidy_planned_amount",
    "city_subsidy_planned_amount",
    "county_subsidy_in_place_rate",
    "available_fund_by_enrolment_amount",
    "payable_months",
    "seasonal_progress",
    "enrolment_rate",
  ]);
  expect(shown(total.values)).toEqual({
    total_fund_amount: "8000",
    available_fund_amount: "7400",
    planned_enrolment: "1000",
    burn_rate: expect.stringMatching(/^0\.287858108108/),
    linear_progress: expect.stringMatching(/^0\.1666/),
    in_place_rate: "0.75",
    central_subsidy_in_place_amount: "4000",
    county_subsidy_planned_amount: "500",
    city_subsidy_planned_amount: "no_funding_plan",
    county_subsidy_in_place_rate: "0",
    available_fund_by_enrolment_amount: "7030",
    payable_months: "no_opening_surplus",
    seasonal_progress: "too_few_months",
    enrolment_rate: "0.95",
  });
});

test("burn rate only from January; no plan, no available fund; an available fund by tier does not exist", async () => {
  expect(shown((await ask("2018-02", ["burn_rate"])).total.values)).toEqual({ burn_rate: "not_from_january" });
  expect(shown((await ask("2017-01", ["burn_rate", "enrolled"])).total.values)).toEqual({
    burn_rate: "no_funding_plan",
    enrolled: "no_enrolment",
  });
  const { rows } = await ask("2018-01", ["available_fund_amount", "burn_rate"], { by: ["tier"] });
  expect(shown(rows[0]!.values)).toEqual({
    available_fund_amount: "whole_only",
    burn_rate: expect.stringMatching(/^0\.0946/),
  });
});

test("a whole year compares only the months that both years have, and names the others", async () => {
  const period = parsePeriod("2018")!;
  const { total, missingMonths } = await ask("2018", ["pool_pay_amount", "fee_per_case"], {
    compare: samePeriodLastYear(period),
  });
  expect(total.compare!.period).toBe("2017-01..2017-02");
  expect(total.compare!.change.pool_pay_amount).toBe("1870.15");
  expect(total.compare!.growth.fee_per_case).toMatch(/^2\.38922/);
  expect(missingMonths).toContain("2018-03");
  expect(missingMonths).not.toContain("2018-02");
});

test("by month: rows line up with the same month last year", async () => {
  const period = parsePeriod("2018-01..2018-02")!;
  const { rows } = await ask(period.id, ["pool_pay_amount", "persons", "linear_progress"], {
    by: ["month"],
    compare: samePeriodLastYear(period),
  });
  expect(
    rows.map((row) => [row.key.month, row.values.pool_pay_amount!.value, row.compare!.values.pool_pay_amount!.value]),
  ).toEqual([
    ["2018-01", "700.05", "200"],
    ["2018-02", "1430.1", "60"],
  ]);
  expect(rows[1]!.values.linear_progress!.value).toMatch(/^0\.1666/);
});

test("filters: case share is of the filtered whole, share of expenditure of the region's", async () => {
  const { rows } = await ask("2018-02", ["case_share", "pool_pay_share_of_expenditure"], {
    by: ["tier"],
    where: { visit_class: ["inpatient"], tier: ["county", "township"] },
  });
  expect(rows.map((row) => [row.key.tier, row.values.case_share!.value])).toEqual([
    ["township", "0.5"],
    ["county", "0.5"],
  ]);
  expect(rows[1]!.values.pool_pay_share_of_expenditure!.value).toMatch(/^0\.97902/);
});

test("no settlements in the period: no value, with the reason", async () => {
  const { rows, total } = await ask("2016", ["cases", "fee_per_case"], { by: ["tier"] });
  expect(rows).toEqual([]);
  expect(shown(total.values)).toEqual({ cases: "no_data", fee_per_case: "no_data" });
});

test("unknown metric, version and region are refused", async () => {
  await expect(ask("2018", ["nothing"])).rejects.toMatchObject({ code: "Q-104" });
  await expect(ask("2018", ["cases"], { asOf: 9 })).rejects.toMatchObject({ code: "Q-102" });
  await expect(ask("2018", ["cases"], { region: "110101" })).rejects.toMatchObject({ code: "Q-103" });
});
