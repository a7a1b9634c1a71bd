import { describe, expect, test } from "vitest";
import { PlainError } from "@/domain/errors";
import type { ScoringRule } from "@/domain/rubric";
import type { Actual, IndicatorInput, ScoringFormula } from "@/domain/scoring/scored";
import { input, number, one } from "./build";

/** Each rule of scoring on its own, of 10 marks: points, the formula that applied, what is said. */

type Case = [IndicatorInput, points: string, formula: ScoringFormula, ...flags: string[]];

function holds(scoring: ScoringRule, cases: readonly Case[]) {
  for (const [known, points, formula, ...flags] of cases) {
    const scored = one(scoring, known);
    const { low, high } = scored.points!;
    expect([known, low === high ? low : `${low}–${high}`, scored.trace?.formula, scored.flags]).toEqual([
      ...[known, points, formula, flags],
    ]);
  }
}

test("higher is better: full from the target on, else 10 × actual ÷ target; no division by zero", () => {
  holds({ rule: "higher_is_better" }, [
    [number("8755", "8755"), "10", "target_reached"],
    [number("7004", "8755"), "8", "share_of_target", "unmet"],
    [number("0", "8755"), "0", "no_share_of_target", "unmet"],
    [number("-3", "8755"), "0", "no_share_of_target", "unmet"],
    [number("0", "0"), "10", "target_reached"],
    [number("-0.01", "0"), "0", "no_share_of_target", "unmet"],
    [number("-0.04", "-0.05"), "10", "target_reached"],
    [number("-0.06", "-0.05"), "0", "no_share_of_target", "unmet"],
    [number("1.3", "1"), "10", "target_reached"],
    [number("1.300001", "1"), "10", "target_reached", "far_over_target"],
    [number("5"), "0–10", "no_target", "no_target"],
    [input(null, "5"), "0–10", "pending", "pending"],
  ]);
});

test("below the floor nothing; at the floor its share", () => {
  holds({ rule: "higher_is_better", floor: "60" }, [
    [number("60", "100"), "6", "share_of_target", "unmet"],
    [number("59.999", "100"), "0", "below_floor", "unmet"],
  ]);
});

test("lower is better: full up to the target, else 10 × target ÷ actual", () => {
  holds({ rule: "lower_is_better" }, [
    [number("75", "75"), "10", "target_kept"],
    [number("20", "75"), "10", "target_kept"],
    [number("100", "75"), "7.5", "target_share_of_actual", "unmet"],
    [number("0", "0"), "10", "target_kept"],
    [number("1", "0"), "0", "no_share_of_target", "unmet"],
    [number("3", "-1"), "0", "no_share_of_target", "unmet"],
    [number("75"), "0–10", "no_target", "no_target"],
  ]);
});

test("bands: the highest step that is reached, to the last digit", () => {
  const steps = [
    { atLeast: "0.95", share: "1" },
    { atLeast: "0.9", share: "0.8" },
    { atLeast: "0.8", share: "0.5" },
  ];
  holds({ rule: "bands", steps }, [
    [number("0.95"), "10", "band"],
    [number("0.9499999999"), "8", "band", "unmet"],
    [number("0.8"), "5", "band", "unmet"],
    [number("0.7999"), "0", "below_bands", "unmet"],
  ]);
});

test("qualitative: the share inside the grade, 达成 80–100, 部分达成 60–80, 未达成 0–60", () => {
  const said = (grade: "reached" | "partly" | "missed", share: string) => input({ kind: "quality", grade, share });
  holds({ rule: "qualitative" }, [
    [said("reached", "1"), "10", "quality_share"],
    [said("reached", "0.8"), "8", "quality_share"],
    [said("partly", "0.79"), "7.9", "quality_share", "unmet"],
    [said("partly", "0.6"), "6", "quality_share", "unmet"],
    [said("missed", "0"), "0", "quality_share", "unmet"],
  ]);
});

test("yes or no", () => {
  holds({ rule: "yes_no" }, [
    [input({ kind: "yes_no", reached: true }), "10", "yes"],
    [input({ kind: "yes_no", reached: false }), "0", "no", "unmet"],
  ]);
});

test("deduction: 10 − 2 × 2.5 − 1 × 3, never below 0", () => {
  const findings = [
    { code: "late", name: "迟报", marksOff: "2.5" },
    { code: "wrong", name: "错报", marksOff: "3" },
  ];
  holds({ rule: "deduction", findings }, [
    [input({ kind: "findings", counts: {} }), "10", "marks_off"],
    [input({ kind: "findings", counts: { late: 2, wrong: 1 } }), "2", "marks_off", "unmet"],
    [input({ kind: "findings", counts: { late: 5 } }), "0", "marks_off", "unmet"],
  ]);
});

test("budget execution: 10 × executed ÷ budget, at most full; more than the budget contradicts its base", () => {
  const of = (budget: string, executed: string) =>
    input({ kind: "budget", base: "with_carried_over", budget, executed });
  holds({ rule: "budget_execution" }, [
    [of("656600", "656600"), "10", "share_of_budget"],
    [of("100", "99.1"), "9.91", "share_of_budget", "unmet"],
    [of("100", "100.01"), "10", "share_of_budget", "contradicts"],
    [of("0", "0"), "0", "no_budget"],
    [of("0", "1"), "0", "no_budget", "contradicts"],
  ]);
  const thisYear = input({ kind: "budget", base: "this_year_only", budget: "200", executed: "100" });
  expect(one({ rule: "budget_execution" }, thisYear).trace?.formula).toBe("share_of_this_year_budget");
});

test("given: review before self, an estimate makes an interval, self and estimate that differ contradict", () => {
  const of = (scores: Record<string, string>) => input({ kind: "marks", scores });
  holds({ rule: "given" }, [
    [of({ self: "10" }), "10", "marks_given"],
    [of({ self: "9" }), "9", "marks_given", "unmet"],
    [of({ estimate: "8" }), "8–10", "marks_estimated", "pending"],
    [of({ self: "9", estimate: "8" }), "8–9", "marks_estimated", "pending", "contradicts"],
    [of({ self: "7", estimate: "8" }), "7–8", "marks_estimated", "pending", "contradicts"],
    [of({ self: "8", estimate: "8.00" }), "8", "marks_estimated", "pending"],
    [of({ self: "10", estimate: "8", review: "9.5" }), "9.5", "marks_given", "unmet", "contradicts"],
    [of({}), "0–10", "pending", "pending"],
  ]);
});

describe("an actual that cannot be one is refused", () => {
  const findings = [{ code: "late", name: "迟报", marksOff: "1" }];
  const quality = (grade: "reached" | "partly", share: string): Actual => ({ kind: "quality", grade, share });
  const cases: [string, ScoringRule, Actual][] = [
    ["R-201", { rule: "higher_is_better" }, { kind: "yes_no", reached: true }],
    ["R-201", { rule: "given" }, { kind: "marks", scores: { other: "1" } as Record<string, string> }],
    ["R-202", { rule: "higher_is_better" }, { kind: "number", value: "1e3" }],
    ["R-202", { rule: "lower_is_better" }, { kind: "number", value: "1,000" }],
    ["R-202", { rule: "lower_is_better" }, { kind: "number", value: "NaN" }],
    ["R-202", { rule: "lower_is_better" }, { kind: "number", value: "" }],
    ["R-202", { rule: "budget_execution" }, { ...budget, budget: "-1" }],
    ["R-202", { rule: "budget_execution" }, { ...budget, executed: "全部" }],
    ["R-203", { rule: "qualitative" }, quality("reached", "0.79")],
    ["R-203", { rule: "qualitative" }, quality("reached", "1.01")],
    ["R-203", { rule: "qualitative" }, quality("partly", "0.8")],
    ["R-204", { rule: "deduction", findings }, { kind: "findings", counts: { unknown: 1 } }],
    ["R-205", { rule: "deduction", findings }, { kind: "findings", counts: { late: 0.5 } }],
    ["R-205", { rule: "deduction", findings }, { kind: "findings", counts: { late: -1 } }],
    ["R-206", { rule: "given" }, { kind: "marks", scores: { self: "10.01" } }],
    ["R-206", { rule: "given" }, { kind: "marks", scores: { self: "-1" } }],
  ];
  test.each(cases)("%s %j %j", (code, scoring, actual) => {
    let thrown: unknown;
    try {
      one(scoring, input(actual, "1"));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(PlainError);
    expect((thrown as PlainError).code).toBe(code);
  });
});

const budget = { kind: "budget", base: "with_carried_over", budget: "1", executed: "1" } as const;
