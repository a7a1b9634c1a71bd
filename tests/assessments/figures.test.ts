import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adviseTarget, monitor, submitAssessment } from "@/assessments/index";
import { saveRubric } from "@/db/queries/saveRubric";
import type { Indicator, Rubric } from "@/domain/rubric";
import { messagesIn } from "@/messages/index";
import { projectForm } from "@/reports/performance/index";
import { randomNumbers } from "@/tests/setup/random";
import { indicator, rubric } from "../domain/scoring/build";
import { County, region, scheme } from "./county";

/** What the figures of the registry say of targets: in years gone by, in the middle of the year, after submission. */

let county: County;
beforeAll(async () => {
  county = await County.open();
  await county.publish({ enrolled: { 2015: 840, 2016: 900, 2017: 960, 2018: 930 } });
});
afterAll(() => county.close());

/** A rubric of the bureau's own, of indicators that metrics feed. */
async function keep(id: string, indicators: readonly Indicator[], rest: Partial<Rubric> = {}): Promise<Rubric> {
  const kept = rubric([{ indicators }], { id, ...rest });
  await saveRubric(county.installation.database, kept, county.by());
  return kept;
}

const fed = (metric: string, rest: Partial<Indicator> = {}) =>
  indicator(metric, "10", rest.scoring, { unit: "percent", source: { metric }, ...rest });

describe("the target adviser", () => {
  const advise = (rubricAsked: Rubric, target: string | null, year = 2018) =>
    adviseTarget(county.installation, { region, scheme, year, rubric: rubricAsked, code: "enrolment_rate", target });

  test("84%, 90% and 96%: 60% was far exceeded each year, 97% never reached, 90% is neither", async () => {
    const asked = await keep("advised", [fed("enrolment_rate"), indicator("satisfaction", "10")]);
    const said = await advise(asked, "0.6");
    expect(said.years.map(({ year, value, outcome }) => [year, value, outcome])).toEqual([
      [2015, "0.84", "far_over"],
      [2016, "0.9", "far_over"],
      [2017, "0.96", "far_over"],
    ]);
    // 0.84 ÷ 0.6 = 140%.
    expect(said.years[0]).toMatchObject({ attainment: "1.4", figure: { dataVersion: 1, period: "2015" } });
    expect(said.verdict).toBe("always_far_over");
    const never = await advise(asked, "0.97");
    expect([never.verdict, never.years.map(({ outcome }) => outcome)]).toEqual([
      "never_reached",
      ["unmet", "unmet", "unmet"],
    ]);
    const fair = await advise(asked, "0.9");
    expect([fair.verdict, fair.years.map(({ outcome }) => outcome)]).toEqual([null, ["unmet", "reached", "reached"]]);
    expect((await advise(asked, null)).years.map(({ outcome }) => outcome)).toEqual([null, null, null]);
    const manual = { region, scheme, year: 2018, rubric: asked, code: "satisfaction", target: "1" };
    expect(await adviseTarget(county.installation, manual)).toEqual({ years: [], verdict: null });
  });

  test("a year without all its months is shown and says nothing of a target", async () => {
    const asked = await keep("advised_later", [fed("enrolment_rate")]);
    const { years, verdict } = await advise(asked, "0.6", 2019);
    expect(years.at(-1)).toMatchObject({ year: 2018, value: "0.93", whole: false, outcome: null });
    expect(verdict).toBe("always_far_over");
  });
});

test("in the middle of the year: as it stands, at its pace, as projected, with the light that this speaks for", async () => {
  const lower = { rule: "lower_is_better" } as const;
  const yuan = { unit: "yuan", scoring: lower } as const;
  await keep("monitored", [
    fed("enrolment_rate", { target: "0.95" }),
    fed("enrolment_completion_rate", { target: "0.9" }),
    fed("county_subsidy_in_place_rate", { target: "1" }),
    // Six of 75.00 so far; each of the years before paid 900.00.
    fed("pool_pay_amount", { ...yuan, target: "2000" }),
    fed("cases", { unit: "cases", scoring: lower, target: "5" }),
    indicator("execution", "10", { rule: "budget_execution" }),
    indicator("satisfaction", "10", { rule: "higher_is_better" }, { target: "0.9" }),
  ]);
  const id = await county.create("monitored", 2018);
  const row = { source: "this_year", opening: "100", adjusted: "100", executed: "40" } as const;
  const satisfaction = { actual: { kind: "number", value: "0.93" } } as const;
  await county.enter(id, { satisfaction }, { budget: { rows: [row], base: "with_carried_over" } });
  const monitoring = await monitor(county.installation, await county.view(id));
  expect(monitoring).toMatchObject({ through: "2018-06", elapsed: "0.5", executionRate: "0.4" });
  const said = monitoring.indicators.map(({ code, soFar, expected, suggested }) => [
    code,
    soFar,
    // What exactly is projected is for the tests of the projection.
    expected && (expected.by === "forecast" ? "forecast" : `${expected.by} ${expected.value}`),
    suggested && `${suggested.chance} ${suggested.because}`,
  ]);
  expect(said).toEqual([
    ["enrolment_rate", "0.93", "standing 0.93", "possible stands_unmet"],
    ["enrolment_completion_rate", "0.93", "standing 0.93", "certain stands_met"],
    ["county_subsidy_in_place_rate", "0.5", "pace 1", "possible pace_meets"],
    ["pool_pay_amount", "450", "forecast", "certain interval_meets"],
    ["cases", "6", "pace 12", "impossible already_exceeded"],
    ["execution", "0.4", "pace 0.8", "possible pace_misses"],
    ["satisfaction", "0.93", null, null],
  ]);
  // A year that is over leaves nothing to come.
  const whole = await county.create("monitored", 2017);
  const [enrolment] = (await monitor(county.installation, await county.view(whole))).indicators;
  expect(enrolment).toMatchObject({ expected: { by: "whole_year" }, suggested: { because: "year_met" } });
});

test("the campaign of 2021: 50 claimed and 40 estimated are two values; 90 to 100 before the bonus, never simply 100", async () => {
  const id = await county.create("enrolment_campaign", 2021);
  const given = (self: string, estimate?: string) => ({ scores: estimate ? { self, estimate } : { self } });
  const value = (text: string) => ({ actual: { kind: "number", value: text } as const });
  await county.enter(id, {
    deployment: given("10"),
    enrolment_rate: { ...value("0.98"), overrideReason: "2021年数据尚未导入" },
    county_subsidy_in_place_rate: { ...value("1"), overrideReason: "2021年数据尚未导入" },
    online_payment_rate: value("0.9"),
    cooperation: given("10"),
    superior_assessment: given("50", "40"),
    criticism: { actual: { kind: "findings", counts: {} } },
    bonus: given("3"),
  });
  const { scored, totals, sections } = await county.view(id);
  const superior = sections[3]!.indicators[0]!;
  expect(superior.scores).toEqual({
    self: { low: "50", high: "50" },
    estimate: { low: "40", high: "40" },
    review: null,
  });
  expect(superior.scored.flags).toEqual(["pending", "contradicts"]);
  expect(superior.missing).toContain("reason_missing");
  expect([scored.base, scored.bonus, scored.total]).toEqual([
    { low: "90", high: "100" },
    { low: "3", high: "3" },
    { low: "93", high: "100" },
  ]);
  expect(totals).toEqual({ self: { low: "100", high: "100" }, estimate: { low: "93", high: "93" }, review: null });
  await county.enter(id, { superior_assessment: { scores: { self: "50", estimate: "40", review: "45" } } });
  expect((await county.view(id)).totals.review).toEqual({ low: "98", high: "98" });
});

test("a value that is not known yet is missing until it is estimated, and its points stay an interval", async () => {
  await keep("estimated", [
    fed("enrolment_rate", { target: "0.5" }),
    indicator("satisfaction", "10", undefined, { target: "0.9" }),
  ]);
  const id = await county.create("estimated", 2017);
  const satisfaction = async () => (await county.view(id)).sections[0]!.indicators[1]!;
  expect((await satisfaction()).missing).toEqual(["pending_actual"]);
  await county.enter(id, { satisfaction: { scores: { estimate: "8" } } });
  expect(await satisfaction()).toMatchObject({ missing: [], scored: { points: { low: "0", high: "10" } } });
  const { scored, totals } = await county.view(id);
  expect([scored.total, totals.estimate]).toEqual([
    { low: "10", high: "20" },
    { low: "18", high: "18" },
  ]);
});

test("parts of a standard add up to it, or are listed: 416 + 73 + 20 + 80 = 589", async () => {
  await keep("parted", [
    fed("enrolment_rate", { target: "0.95" }),
    indicator("standard", "10", undefined, { target: "589" }),
  ]);
  const id = await county.create("parted", 2018);
  const part = (name: string, value: string) => ({ name, value });
  const all = [part("中央", "416"), part("省", "73"), part("市", "20"), part("县", "80")];
  const missingWith = async (targetParts: typeof all) => {
    await county.enter(id, { standard: { target: "589", targetParts } });
    return (await county.view(id)).sections[0]!.indicators[1]!.missing.includes("parts_differ");
  };
  expect([await missingWith(all), await missingWith(all.slice(1)), await missingWith([])]).toEqual([
    false,
    true,
    false,
  ]);
});

test("whatever is loaded after submission: the same form, and a drift that names just what moved", async () => {
  await keep("frozen", [
    fed("enrolment_rate", { target: "0.5" }),
    fed("in_policy_reimbursement_rate", { target: "0.5" }),
  ]);
  const id = await county.create("frozen", 2017);
  const row = { source: "this_year", opening: "100", adjusted: "100", executed: "100" } as const;
  const reason = "目标沿用旧数，下年调整。";
  await county.enter(
    id,
    { enrolment_rate: { reason }, in_policy_reimbursement_rate: { reason } },
    { goal: { expected: "应保尽保", achieved: "应保尽保" }, budget: { rows: [row], base: "with_carried_over" } },
  );
  const { assessment, data } = await county.view(id);
  const request = { id, seen: assessment.revision, dataVersion: data.version, ...county.by() };
  await submitAssessment(county.installation, request);
  const words = messagesIn("zh-CN");
  const submitted = projectForm(await county.view(id), words, "zh-CN");
  const random = randomNumbers(7);
  for (let version = 0; version < (process.env.YIZHANG_TEST_FULL ? 30 : 5); version++) {
    const enrolled = 940 + Math.floor(random() * 3) * 20;
    const pool = ["75.00", "80.00"][Math.floor(random() * 2)]!;
    await county.publish({ enrolled, pool });
    const later = await county.view(id);
    expect(projectForm(later, words, "zh-CN")).toEqual(submitted);
    expect(later.drift.map((drift) => [drift.indicator, drift.now.value])).toEqual([
      ...(enrolled === 960 ? [] : [["enrolment_rate", `${enrolled / 1000}`]]),
      ...(pool === "75.00" ? [] : [["in_policy_reimbursement_rate", "0.8"]]),
    ]);
  }
});
