import { expect, test } from "vitest";
import { availableFundBases, usualBasis } from "@/domain/availableFundBasis";
import { decimal } from "@/domain/money";
import {
  constant,
  derived,
  divide,
  type Measure,
  type Metric,
  measure,
  type Outcome,
  regional,
  usesBasis,
  whole,
} from "@/metrics/define";
import { evaluate, type Place } from "@/metrics/evaluate";
import { asData } from "@/metrics/format";
import { variesWith } from "@/metrics/reach";
import { registry } from "@/metrics/registry.gen";

const described = {
  label: { zh: "例", en: "Example" },
  unit: "yuan",
  meaning: { zh: "例", en: "example" },
  better: "neither",
  source: { document: "test", clause: "1" },
  reviewed: "2026-11-21",
} as const;
const fee = measure({ ...described, id: "fee", fact: "payments", sql: "sum(fee)" });
const count = measure({ ...described, id: "count", fact: "payments", sql: "sum(cases)" });
const ratio = (formula: Parameters<typeof derived>[0]["formula"]) => derived({ ...described, id: "ratio", formula });

function place(totals: Record<string, string>, rest: Partial<Place> = {}): Place {
  const total = (one: Measure, scope: string): Outcome => {
    const text = totals[`${scope}.${one.id}`] ?? totals[one.id];
    return text === undefined ? { value: null, reason: one.absent } : { value: decimal(text), reason: null };
  };
  const usual = { beginsInJanuary: true, basis: usualBasis, monthsGoneBy: 6 };
  return { total, mostlyEmpty: () => false, priorYears: () => [], ...usual, ...rest };
}

const shown = (outcome: Outcome) => outcome.value?.toFixed(6) ?? outcome.reason;

test("3300.60 ÷ 3 = 1100.20; ÷ 0 has no value and says why; a missing side gives its reason", () => {
  const mean = ratio(divide(fee, count));
  expect(shown(evaluate(mean, place({ fee: "3300.60", count: "3" })))).toBe("1100.200000");
  expect(shown(evaluate(mean, place({ fee: "3300.60", count: "0" })))).toBe("divided_by_zero");
  expect(shown(evaluate(mean, place({ fee: "3300.60" })))).toBe("no_data");
});

test("a whole is the question's, a regional total the region's, and inside a regional term everything is regional", () => {
  const totals = { "cell.count": "2", "question.count": "8", "region.count": "20" };
  expect(shown(evaluate(ratio(divide(count, whole(count))), place(totals)))).toBe("0.250000");
  expect(shown(evaluate(ratio(divide(count, regional(count))), place(totals)))).toBe("0.100000");
  const share = ratio(divide(count, whole(count)));
  expect(shown(evaluate(ratio(divide(regional(share), constant("1"))), place(totals)))).toBe("1.000000");
});

test("a mostly empty column takes the ratio away, not the sum", () => {
  const watched = measure({
    ...described,
    id: "fee",
    fact: "payments",
    sql: "s",
    column: { name: "fee", among: "settlements" },
  });
  const there = place({ fee: "1", count: "1" }, { mostlyEmpty: (one) => one.column !== undefined });
  expect(shown(evaluate(ratio(divide(watched, count)), there))).toBe("column_mostly_empty");
  expect(shown(evaluate(watched, there))).toBe("1.000000");
});

test("burn rate needs January; linear progress is months ÷ 12; seasonal is the mean of prior years", () => {
  const early = place({ pool_pay_amount: "1" }, { beginsInJanuary: false });
  expect(shown(evaluate(registry.burn_rate, early))).toBe("not_from_january");
  expect(shown(evaluate(registry.linear_progress, place({})))).toBe("0.500000");
  const years = [
    { toDate: decimal(40), year: decimal(100) },
    { toDate: decimal(30), year: decimal(60) },
  ];
  expect(shown(evaluate(registry.seasonal_progress, place({}, { priorYears: () => years })))).toBe("0.450000");
  expect(shown(evaluate(registry.seasonal_progress, place({})))).toBe("too_few_months");
});

test("the available fund by basis: ① 8000 − 600 − 0 = 7400, ② the quota of 7000, ③ 7400 + 350 = 7750", () => {
  const plan = {
    total_fund_amount: "8000",
    premium_amount: "600",
    other_set_aside_amount: "0",
    pool_pay_amount: "3875",
  };
  const county = place({ ...plan, annual_quota_amount: "7000", opening_surplus_amount: "350" });
  const under = (metric: Metric, at: Place) =>
    availableFundBases.map((basis) => shown(evaluate(metric, { ...at, basis })));
  expect(under(registry.available_fund_amount, county)).toEqual(["7400.000000", "7000.000000", "7750.000000"]);
  expect(under(registry.burn_rate, county)).toEqual(["0.523649", "0.553571", "0.500000"]);
  expect(under(registry.burn_rate, place(plan))).toEqual(["0.523649", "no_annual_quota", "no_opening_surplus"]);
  expect(registryIdsThatUseBasis()).toEqual([
    "available_fund_amount",
    "burn_rate",
    "burn_rate_ahead_of_linear_progress",
    "burn_rate_ahead_of_seasonal_progress",
    "pool_pay_share_of_available_fund",
  ]);
});

const registryIdsThatUseBasis = () =>
  Object.values(registry)
    .filter(usesBasis)
    .map(({ id }) => id);

test("an available fund by tier does not exist; a burn rate by tier does; enrolment exists by month", () => {
  expect(variesWith(registry.available_fund_amount, ["tier"])).toBe(false);
  expect(variesWith(registry.burn_rate_ahead_of_linear_progress, [])).toBe(true);
  expect(variesWith(registry.burn_rate, ["tier"])).toBe(true);
  expect(variesWith(registry.enrolled, ["month"])).toBe(true);
  expect(variesWith(registry.enrolled, ["tier"])).toBe(false);
  expect(variesWith(registry.hospitalisation_rate, ["tier"])).toBe(true);
  expect(variesWith(registry.linear_progress, ["institution"])).toBe(false);
  expect(variesWith(registry.payable_months, ["month"])).toBe(true);
});

test("as data: amounts 2, ratios 6 half up, counts 0 digits; no negative zero", () => {
  expect(asData("18661600", "yuan")).toBe("18661600.00");
  expect(asData("0.6998180", "percent")).toBe("0.699818");
  expect(asData("0.0000005", "percent")).toBe("0.000001");
  expect(asData("-0.0000004", "percent")).toBe("0.000000");
  expect(asData("11649", "cases")).toBe("11649");
  expect(asData("1984.65", "yuan_per_case")).toBe("1984.650000");
  expect(asData(null, "yuan")).toBeNull();
});
