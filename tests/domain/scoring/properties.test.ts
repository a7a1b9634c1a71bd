import { expect, test } from "vitest";
import { Random } from "@/demo/random";
import { decimal, sum } from "@/domain/money";
import { hasPoints, type Indicator, type Rubric, type ScoringRule } from "@/domain/rubric";
import { qualitativeShares } from "@/domain/scoring/qualitative";
import { score } from "@/domain/scoring/score";
import {
  type Actual,
  executionBases,
  type IndicatorInput,
  type Points,
  qualitativeGrades,
  scoreKinds,
} from "@/domain/scoring/scored";
import { readRubric, writeRubric } from "@/rubrics/index";
import { indicator, rubric } from "./build";

/** Random rubrics with random values, the same ones every time: what holds for all of them. */

const decimals = (random: Random, most: number, places = 2) =>
  decimal(random.below(most * 10 ** places + 1))
    .div(10 ** places)
    .toString();

function randomRule(random: Random, full: string): ScoringRule {
  const rules: (() => ScoringRule)[] = [
    () => (random.chance(3_000) ? { rule: "higher_is_better", floor: "0" } : { rule: "higher_is_better" }),
    () => ({ rule: "lower_is_better" }),
    () => ({
      rule: "bands",
      steps: ["90", "70", "50"].map((atLeast, at) => ({ atLeast, share: ["1", "0.75", "0.333"][at]! })),
    }),
    () => ({ rule: "qualitative" }),
    () => ({ rule: "yes_no" }),
    () => ({
      rule: "deduction",
      findings: ["a", "b"].map((code) => ({ code, name: code, marksOff: decimal(full).div(3).toFixed(3) })),
    }),
    () => ({ rule: "budget_execution" }),
    () => ({ rule: "given" }),
  ];
  return rules[random.below(rules.length)]!();
}

function randomActual(random: Random, { scoring, marks }: Indicator): Actual {
  switch (scoring.rule) {
    case "qualitative": {
      const grade = qualitativeGrades[random.below(3)]!;
      const { least, below } = qualitativeShares[grade];
      const share = decimal(least).plus(decimal(below).minus(least).times(random.below(100)).div(100));
      return { kind: "quality", grade, share: share.toString() };
    }
    case "yes_no":
      return { kind: "yes_no", reached: random.chance(5_000) };
    case "deduction":
      return { kind: "findings", counts: { a: random.below(3), b: random.below(3) } };
    case "budget_execution":
      return {
        kind: "budget",
        base: executionBases[random.below(2)]!,
        ...{ budget: decimals(random, 1_000), executed: decimals(random, 1_000) },
      };
    case "given":
      return {
        kind: "marks",
        scores: Object.fromEntries(
          scoreKinds
            .filter(() => random.chance(5_000))
            .map((kind) => [kind, decimal(marks!).times(random.below(101)).div(100).toString()]),
        ),
      };
    default:
      return {
        kind: "number",
        value: decimal(decimals(random, 150, 3))
          .minus(20)
          .toString(),
      };
  }
}

function randomInput(random: Random, of: Indicator): IndicatorInput {
  const target = random.chance(500) ? null : decimal(decimals(random, 110)).minus(5).toString();
  return {
    target,
    actual: random.chance(1_000) ? null : randomActual(random, of),
    applies: !random.chance(1_000),
  };
}

function randomRubric(random: Random): Rubric {
  let made = 0;
  const indicators = () =>
    Array.from({ length: random.between(1, 6) }, () => {
      const full = decimal(random.between(1, 400)).div(8).toString();
      return indicator(`code_${made++}`, full, randomRule(random, full));
    });
  const sections = Array.from({ length: random.between(1, 5) }, () => ({ indicators: indicators() }));
  if (!random.chance(3_000)) return rubric(sections);
  const mayExceed = random.chance(5_000);
  return rubric([...sections, { bonus: true, indicators: indicators() }], { mayExceed });
}

function* cases(count: number) {
  const random = new Random("scoring");
  for (let at = 0; at < count; at++) {
    const of = randomRubric(random);
    const all = of.sections.flatMap(({ indicators }) => indicators);
    const inputs = Object.fromEntries(all.map((each) => [each.code, randomInput(random, each)]));
    yield { of, all, inputs, random };
  }
}

const ends = (points: Points) => [decimal(points.low), decimal(points.high)] as const;
const addedUp = (all: readonly (Points | null)[]) => {
  const known = all.filter((points) => points !== null).map(ends);
  return { low: sum(known.map(([low]) => low)).toString(), high: sum(known.map(([, high]) => high)).toString() };
};

test("400 rubrics: points lie within 0 and full, and leaves = section = total to the last digit", () => {
  for (const { of, inputs } of cases(400)) {
    const scored = score(of, inputs);
    for (const section of scored.sections) {
      for (const { points, full } of section.indicators) {
        expect(points === null).toBe(full === null);
        if (!points || !full) continue;
        const [low, high] = ends(points);
        expect(low.gte(0) && low.lte(high) && high.lte(full)).toBe(true);
      }
      expect(section.points).toEqual(addedUp(section.indicators.map(({ points }) => points)));
    }
    expect(scored.base).toEqual(addedUp(scored.sections.filter(({ bonus }) => !bonus).map(({ points }) => points)));
    const { total, scaled, bonus } = scored;
    if (!total || !scaled) continue;
    const [, high] = ends(total);
    expect(high.gte(ends(scaled)[1]) || !of.mayExceed).toBe(true);
    expect(high.lte(of.mayExceed ? decimal(of.marks!).plus(bonus?.high ?? 0) : of.marks!)).toBe(true);
  }
});

test("400 rubrics: a better actual of one indicator never lowers its points or the total", () => {
  for (const { of, all, inputs, random } of cases(400)) {
    const numbers = all.filter(({ code }) => inputs[code]!.applies && inputs[code]!.actual?.kind === "number");
    const chosen = numbers[random.below(numbers.length || 1)];
    if (!chosen) continue;
    const { value } = inputs[chosen.code]!.actual as Extract<Actual, { kind: "number" }>;
    const step = decimal(decimals(random, 30, 3));
    const better = chosen.scoring.rule === "lower_is_better" ? decimal(value).minus(step) : decimal(value).plus(step);
    const actual: Actual = { kind: "number", value: better.toString() };
    const [before, after] = [inputs, { ...inputs, [chosen.code]: { ...inputs[chosen.code]!, actual } }].map((each) =>
      score(of, each),
    );
    const pointsOf = (scored: typeof before) =>
      scored!.sections.flatMap(({ indicators }) => indicators).find(({ code }) => code === chosen.code)!.points!;
    expect(decimal(pointsOf(after).low).gte(pointsOf(before).low)).toBe(true);
    if (!before!.total) continue;
    expect(decimal(after!.total!.low).gte(before!.total!.low)).toBe(true);
    expect(decimal(after!.total!.high).gte(before!.total!.high)).toBe(true);
  }
});

test("40 rubrics: what is written is read as the same rubric", () => {
  for (const { of } of [...cases(40)]) {
    expect(hasPoints(of.form)).toBe(true);
    expect(readRubric(writeRubric(of))).toEqual(of);
  }
});
