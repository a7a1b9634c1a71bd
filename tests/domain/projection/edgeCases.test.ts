import { describe, expect, test } from "vitest";
import { Decimal, sum } from "@/domain/money";
import { project } from "@/domain/projection/project";
import { overrunProbability, yearEndInterval } from "@/domain/projection/projection";
import { amounts, point, repeated } from "./build";

/** Two years whose months rise from 95 to 106 and a third that costs a tenth more. */
const months = Array.from({ length: 12 }, (_, index) => new Decimal(95 + index));
const history = [
  { year: 2016, months },
  { year: 2017, months: months.map((amount) => amount.times("1.1")) },
];
const codes = (flags: readonly { readonly code: string }[]) => flags.map(({ code }) => code);

describe("no prior year", () => {
  test("two months name no point: only what is paid", () => {
    const projection = project({ year: 2018, thisYear: amounts(100, 140), history: [] });
    expect(projection).toMatchObject({ kind: "none", reason: "no_history_and_too_early" });
    expect(projection.paid.toString()).toBe("240");
    expect(codes(projection.flags)).toEqual(["no_history", "early_in_year"]);
  });

  test("three months are a quarter of the year, ± 2 × 0.15 of the rest", () => {
    const projection = point({ year: 2018, thisYear: amounts(90, 110, 100), history: [] });
    expect(projection.total.toFixed(2)).toBe("1200.00");
    expect(projection.headline).toBe("run_rate");
    expect(codes(projection.flags)).toEqual(["no_history"]);
    const { low, high } = yearEndInterval(projection, 80)!;
    const halfWidth = high.minus(low).div(2).toNumber() / 900;
    expect(halfWidth).toBeGreaterThan(0.29);
    expect(halfWidth).toBeLessThan(0.32);
  });

  test("a parent's weights say that three months of 1.2 are 3.6 of 12: 300 ÷ 0.3 = 1000", () => {
    const monthWeights = [1.2, 1.2, 1.2, ...Array.from({ length: 9 }, () => 8.4 / 9)];
    const parent = { monthWeights, sigma: 0.05 };
    const projection = point({ year: 2018, thisYear: repeated(100, 3), history: [], parent });
    expect(projection.total.toFixed(2)).toBe("1000.00");
    const alone = point({ year: 2018, thisYear: repeated(100, 3), history: [] });
    const width = (each: typeof projection) =>
      yearEndInterval(each, 80)!.high.minus(yearEndInterval(each, 80)!.low).div(each.remaining);
    expect(width(projection).times(3).toFixed(6)).toBe(width(alone).toFixed(6));
  });
});

describe("k = 0, 1, 2 and 12", () => {
  test("before January: last year × (1 + a quarter of the growth, 10%), named a plan", () => {
    const projection = point({ year: 2018, thisYear: [], history });
    const before = sum(history[1]!.months);
    expect(projection.headline).toBe("plan");
    expect(projection.total.div(before).toNumber()).toBeCloseTo(1 + 0.25 * 0.1, 3);
    expect(projection.paid.isZero()).toBe(true);
  });

  test("January alone is never a twelfth: twice the usual January does not double the year", () => {
    const projection = point({ year: 2018, thisYear: amounts(220), history });
    expect(projection.methods.run_rate!.toFixed(2)).toBe("2640.00");
    expect(projection.total.toNumber()).toBeLessThan(1900);
    expect(codes(projection.flags)).toContain("early_in_year");
  });

  test("twelve months are the year, and an overrun is a fact", () => {
    const projection = point({ year: 2018, thisYear: repeated(100), history });
    expect(projection.total.toString()).toBe("1200");
    expect(projection.headline).toBe("complete");
    expect(yearEndInterval(projection, 95)).toEqual({ low: new Decimal(1200), high: new Decimal(1200) });
    expect(overrunProbability(projection, new Decimal("1199.99"))).toBe(1);
    expect(overrunProbability(projection, new Decimal(1200))).toBe(0);
  });
});

describe("zero and missing months", () => {
  test("a gap inside this year is refused with its months; what follows the last reported month is no gap", () => {
    const projection = project({ year: 2018, thisYear: amounts(100, null, 100, null, null, 90), history });
    expect(projection).toMatchObject({ kind: "none", reason: "gap_in_this_year" });
    expect(projection.kind === "none" && projection.missing).toEqual(["2018-02", "2018-04", "2018-05"]);
    expect(projection.paid.toString()).toBe("290");
    expect(point({ year: 2018, thisYear: amounts(100, 100, null, null), history }).knownMonths).toBe(2);
  });

  test("a zero is no gap", () => {
    expect(point({ year: 2018, thisYear: amounts(100, 0, 100), history }).knownMonths).toBe(3);
  });

  test("a hole in the past is filled with its month's weight and named", () => {
    const holed = [history[0]!, { year: 2017, months: history[1]!.months.map((x, i) => (i === 4 ? null : x)) }];
    const whole = point({ year: 2018, thisYear: amounts(110, 111, 112), history });
    const projection = point({ year: 2018, thisYear: amounts(110, 111, 112), history: holed });
    expect(projection.flags).toContainEqual({ code: "history_filled", months: ["2017-05"] });
    expect(projection.total.div(whole.total).minus(1).abs().toNumber()).toBeLessThan(0.005);
  });

  test("a year without spending, or with five months, is left out by name", () => {
    const projection = point({
      year: 2018,
      thisYear: repeated(100, 6),
      history: [
        { year: 2015, months: repeated(0) },
        { year: 2016, months: amounts(1, 2, 3, 4, 5, null, null, null, null, null, null, null) },
        { year: 2017, months: repeated(100) },
      ],
    });
    expect(projection.historyYears).toBe(1);
    expect(projection.flags).toContainEqual({ code: "year_left_out", year: 2015, reason: "no_spending" });
    expect(projection.flags).toContainEqual({ code: "year_left_out", year: 2016, reason: "too_few_months" });
  });

  test("last year left out: nothing is carried forward from the year before it", () => {
    const projection = point({ year: 2018, thisYear: repeated(100, 6), history: [{ year: 2016, months }] });
    expect(projection.headline).toBe("typical_methods");
    expect(projection.methods.share_of_last_year).toBeNull();
  });

  test("last year had spent nothing by now: share and growth say nothing, the run rate stands in", () => {
    const late = amounts(0, 0, 0, 100, 100, 100, 100, 100, 100, 100, 100, 100);
    const projection = point({ year: 2018, thisYear: repeated(90, 3), history: [{ year: 2017, months: late }] });
    expect(projection.methods.share_of_last_year).toBeNull();
    expect(projection.methods.credibility_growth).toBeNull();
    expect(projection.methods.mean_share).toBeNull();
    expect(codes(projection.flags)).toContain("no_spending_last_year_by_now");
    expect(projection.flags).toContainEqual({ code: "zeros", months: ["2017-01", "2017-02", "2017-03"] });
  });

  test("a year of zeros so far stays finite", () => {
    const projection = point({ year: 2018, thisYear: repeated(0, 6), history });
    expect(projection.total.isFinite()).toBe(true);
    expect(projection.total.greaterThanOrEqualTo(0)).toBe(true);
  });
});

test("a month with more refunded than paid is projected without and added back as it is", () => {
  const thisYear = amounts(110, 111, -400, 113);
  const projection = point({ year: 2018, thisYear, history });
  const usual = point({ year: 2018, thisYear: amounts(110, 111, 112, 113), history });
  expect(projection.flags).toContainEqual({ code: "negative_months", months: ["2018-03"] });
  expect(projection.months[2]!.amount.toString()).toBe("-400");
  expect(projection.paid.toString()).toBe("-66");
  expect(projection.remaining.div(usual.remaining).minus(1).abs().toNumber()).toBeLessThan(0.005);
});

describe("a policy change on a date", () => {
  const flat = [2015, 2016, 2017].map((year) => ({ year, months: repeated(100) }));
  const factor = new Decimal(1).plus(new Decimal("0.5").times(new Decimal(70).div(65).minus(1)));

  test("ahead: months before it are paid at the old rate, months from it at the new, all of it mechanical", () => {
    const projection = point({
      year: 2018,
      thisYear: repeated(100, 3),
      history: flat,
      policyChange: { from: "2018-07", factor },
    });
    expect(projection.paid.toString()).toBe("300");
    expect(projection.months[4]!.amount.toFixed(6)).toBe("100.000000");
    expect(projection.months[6]!.amount.toFixed(6)).toBe(factor.times(100).toFixed(6));
    expect(projection.policy!.mechanical.toFixed(6)).toBe(factor.minus(1).times(600).toFixed(6));
    expect(projection.policy!.behavioural.abs().toNumber()).toBeLessThan(1e-9);
  });

  test("after three months: halfway between the mechanical 1.10 and the step seen, 1.30", () => {
    const projection = point({
      year: 2018,
      thisYear: [...repeated(100, 3), ...repeated(130, 3)],
      history: flat,
      policyChange: { from: "2018-04", factor: new Decimal("1.1") },
    });
    const { mechanical, behavioural } = projection.policy!;
    expect(behavioural.div(mechanical).toNumber()).toBeCloseTo(1, 9);
    expect(projection.paid.toString()).toBe("690");
    expect(projection.total.toNumber()).toBeGreaterThan(690 + 6 * 115);
    expect(projection.total.toNumber()).toBeLessThan(690 + 6 * 135);
  });
});

describe("one-offs", () => {
  test("a campaign of 300 in March leaves the base alone; 50 committed for October are added", () => {
    const thisYear = amounts(110, 111, 412, 113);
    const plain = point({ year: 2018, thisYear: amounts(110, 111, 112, 113), history });
    const oneOffs = [
      { month: "2018-03", amount: new Decimal(300) },
      { month: "2018-10", amount: new Decimal(50) },
    ];
    const projection = point({ year: 2018, thisYear, history, oneOffs });
    expect(projection.total.minus(plain.total).toFixed(9)).toBe("350.000000000");
    expect(projection.oneOffs.toString()).toBe("350");
    expect(projection.months[9]!.amount.minus(plain.months[9]!.amount).toFixed(9)).toBe("50.000000000");
    expect(projection.methods.run_rate!.minus(plain.methods.run_rate!).toFixed(9)).toBe("350.000000000");
  });

  test("a recovery of 5000 to come brings the year below what is paid, and the interval with it", () => {
    const oneOffs = [{ month: "2018-12", amount: new Decimal(-5000) }];
    const projection = point({ year: 2018, thisYear: repeated(110, 6), history, oneOffs });
    expect(projection.total.lessThan(projection.paid)).toBe(true);
    const { low, high } = yearEndInterval(projection, 80)!;
    expect(low.lessThanOrEqualTo(projection.total) && high.greaterThanOrEqualTo(projection.total)).toBe(true);
  });

  test("last year's campaign is taken out of the base, or every method would inherit it", () => {
    const campaign = [
      history[0]!,
      { year: 2017, months: history[1]!.months.map((x, i) => (i === 8 ? x.plus(500) : x)) },
    ];
    const thisYear = amounts(110, 111, 112);
    const tagged = point({
      year: 2018,
      thisYear,
      history: campaign,
      oneOffs: [{ month: "2017-09", amount: new Decimal(500) }],
    });
    expect(tagged.total.toFixed(9)).toBe(point({ year: 2018, thisYear, history }).total.toFixed(9));
    const untagged = point({ year: 2018, thisYear, history: campaign });
    expect(untagged.flags).toContainEqual({ code: "one_off_suspected", months: ["2017-09"] });
  });

  test("a December half as large again as the other months asks for the clearing when it is the only one known", () => {
    const clearing = [{ year: 2017, months: [...repeated(100, 11), new Decimal(200)] }];
    const projection = point({ year: 2018, thisYear: repeated(100, 6), history: clearing });
    expect(projection.flags).toContainEqual({ code: "december_clearing_suspected", year: 2017 });
    const two = [{ year: 2016, months: clearing[0]!.months }, ...clearing];
    const learnt = point({ year: 2018, thisYear: repeated(100, 6), history: two });
    expect(codes(learnt.flags)).not.toContain("december_clearing_suspected");
    expect(learnt.months[11]!.amount.toNumber()).toBeGreaterThan(190);
  });
});

describe("a year unlike the others", () => {
  const shock = [history[0]!, { year: 2017, months: months.map((amount) => amount.times(2)) }];

  test("is suggested when it grew by more than 25%", () => {
    const projection = point({ year: 2018, thisYear: repeated(100, 6), history: shock });
    expect(projection.flags).toContainEqual({ code: "atypical_base_year_suggested", because: "growth" });
  });

  test("once marked, the headline is the mean of run rate and level, and nothing leans on it", () => {
    const marked = [shock[0]!, { ...shock[1]!, atypical: true }];
    const projection = point({ year: 2018, thisYear: repeated(100, 6), history: marked });
    expect(projection.headline).toBe("typical_methods");
    expect(projection.methods).toMatchObject({ share_of_last_year: null, mean_share: null, trailing_twelve: null });
    expect(projection.methods.credibility_growth).toBeNull();
    const { run_rate, level } = projection.methods;
    expect(projection.total.toFixed(9)).toBe(run_rate!.plus(level!).div(2).toFixed(9));
    expect(codes(projection.flags)).not.toContain("atypical_base_year_suggested");
  });

  test("marked and alone: no month weights are taken from it", () => {
    const alone = [{ year: 2017, months: months.map((amount, index) => amount.times(index)), atypical: true }];
    const projection = point({ year: 2018, thisYear: repeated(100, 6), history: alone });
    expect(projection.monthWeights.every((weight) => weight === 1)).toBe(true);
  });
});

test("a structural break: a point, but neither an interval nor a chance while the fund lasts", () => {
  const projection = point({ year: 2018, thisYear: repeated(60, 6), history, structuralBreak: true });
  expect(projection.spread).toEqual({ kind: "withheld", reason: "structural_break" });
  expect(yearEndInterval(projection, 80)).toBeNull();
  expect(overrunProbability(projection, new Decimal(700))).toBeNull();
  expect(overrunProbability(projection, new Decimal(300))).toBe(1);
});

test("methods further apart than the interval is wide: low agreement", () => {
  const calm = [2016, 2017].map((year) => ({ year, months: repeated(100) }));
  const projection = point({ year: 2018, thisYear: repeated(112, 3), history: calm });
  expect(codes(projection.flags)).toContain("low_agreement");
});

describe("late rows", () => {
  const completion = { factors: [0.5, 0.8, 0.92, 0.96, 1, 1, 1, 1, 1, 1, 1, 1], tau: 0.4, ageOfNewest: 1 };
  const flat = [2016, 2017].map((year) => ({ year, months: repeated(100) }));

  test("months known 90% and more are grossed up, others are projected with their known part as a floor", () => {
    const thisYear = amounts(100, 100, 96, 92, 80);
    const projection = point({ year: 2018, thisYear, history: flat, completion });
    expect(projection.knownMonths).toBe(4);
    expect(projection.lateRows.toFixed(6)).toBe("12.000000");
    expect(projection.months[4]).toMatchObject({ state: "incomplete", completeness: 0.8 });
    expect(projection.months[4]!.amount.toFixed(6)).toBe("100.000000");
    expect(projection.months[4]!.crossCheck!.toFixed(6)).toBe("100.000000");
    expect(projection.total.toFixed(6)).toBe("1200.000000");
    expect(projection.paid.toString()).toBe("468");
    expect(projection.flags).toContainEqual({ code: "months_incomplete", months: ["2018-05"] });
    const floor = point({ year: 2018, thisYear: amounts(100, 100, 96, 92, 150), history: flat, completion });
    expect(floor.months[4]!.amount.toString()).toBe("150");
  });

  test("a year that is over keeps the uncertainty of its late rows", () => {
    const thisYear = [...repeated(100, 10), new Decimal(96), new Decimal(92)];
    const projection = point({
      year: 2018,
      thisYear,
      history: flat,
      completion: { ...completion, ageOfNewest: 2 },
    });
    expect(projection.headline).toBe("complete");
    expect(projection.total.toFixed(6)).toBe("1200.000000");
    const { low, high } = yearEndInterval(projection, 80)!;
    const deviation = 0.4 * Math.hypot(4, 8) * 1.281552;
    expect(high.minus(1200).toNumber()).toBeCloseTo(deviation, 6);
    expect(low.minus(1200).toNumber()).toBeCloseTo(-deviation, 6);
  });
});
