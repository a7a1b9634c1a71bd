import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Metric, units } from "@/metrics/define";
import { registry } from "@/metrics/registry.gen";
import { glossaryText } from "@/scripts/generateGlossary";
import { registryText } from "@/scripts/generateRegistry";

const metrics: [string, Metric][] = Object.entries(registry);

test("registry.gen.ts is what generate:registry writes", () => {
  expect(readFileSync("metrics/registry.gen.ts", "utf8")).toBe(registryText());
});

test("docs/metrics.md is what generate:glossary writes", () => {
  expect(readFileSync("docs/metrics.md", "utf8")).toBe(glossaryText());
});

test("every definition is in the registry, under the name of its file", () => {
  const files = readdirSync("metrics/definitions").map((file) => file.replace(/\.ts$/, ""));
  expect(metrics.map(([id]) => id)).toEqual(files.sort());
  for (const [id, metric] of metrics) expect(metric.id).toBe(id);
});

test("every metric says what it is, in both languages, with a known unit and a source", () => {
  for (const [id, metric] of metrics) {
    const texts = [metric.label.zh, metric.label.en, metric.meaning.zh, metric.meaning.en, metric.source.clause];
    expect(
      texts.every((text) => text.trim().length > 1),
      id,
    ).toBe(true);
    expect(metric.label.zh, id).toMatch(/\p{Script=Han}/u);
    expect(units).toContain(metric.unit);
    expect(metric.reviewed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test("no two metrics have the same name", () => {
  for (const language of ["zh", "en"] as const) {
    const labels = metrics.map(([, metric]) => metric.label[language]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test("SQL totals only: no measure divides, averages or rounds", () => {
  for (const [id, metric] of metrics) {
    if (metric.kind === "measure") expect(metric.sql, id).not.toMatch(/\/|\bavg\b|\bround\b|\bmedian\b|double|float/i);
  }
});

test("every ratio and measure of the domain page is there under its id", () => {
  const ids = `cases persons total_fee_amount in_scope_fee_amount pool_pay_amount serious_illness_pay_amount
    medical_aid_pay_amount other_guarantee_pay_amount fund_pay_amount account_pay_amount cash_pay_amount inpatient_days
    fee_per_case pool_pay_per_case pool_payment_rate actual_reimbursement_rate in_policy_reimbursement_rate
    pool_pay_share_of_available_fund pool_pay_share_of_expenditure case_share hospitalisation_rate cases_per_person
    mean_stay_days in_county_case_share in_county_pool_pay_share e_voucher_settlement_rate enrolment_rate
    available_fund_amount burn_rate payable_months`.split(/\s+/);
  expect(ids.filter((id) => !(id in registry))).toEqual([]);
});
