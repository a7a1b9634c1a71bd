import { expect, test } from "vitest";
import type { Rubric } from "@/domain/rubric";
import { score } from "@/domain/scoring/score";
import { inapplicable, indicator, input, number, rubric } from "./build";

/** Totals: what does not apply, bonus, conversion, grades and vetoes. */

/** One indicator of 100 marks whose target is 100, so that the actual is the total. */
const plain = rubric([{ indicators: [indicator("all", "100", undefined, { target: "100" })] }]);
const gradeOf = (total: string, of: Rubric = plain, vetoes: readonly string[] = []) =>
  score(of, { all: number(total) }, vetoes).grade;

test("exactly 90, 80 and 60 are 优, 良 and 中; a hair below is not", () => {
  expect(["90", "80", "60", "0"].map((total) => gradeOf(total))).toEqual(["优", "良", "中", "差"]);
  const below = ["89.999999999999", "79.999999999999", "59.999999999999"];
  expect(below.map((total) => gradeOf(total))).toEqual(["良", "中", "差"]);
});

test("89.995 prints 90.00 and is 良: the grade is of the unrounded total", () => {
  const { total, grade } = score(plain, { all: number("89.995") });
  expect([total?.low, Number(total?.low).toFixed(2), grade]).toEqual(["89.995", "90.00", "良"]);
});

test("3 × 10 × ⅓ + 80 is 90: divisions that do not end leave nothing behind", () => {
  const thirds = ["a", "b", "c"].map((code) => indicator(code, "10", undefined, { target: "3" }));
  const of = rubric([{ indicators: [...thirds, indicator("rest", "80", undefined, { target: "1" })] }]);
  const scored = score(of, { a: number("1"), b: number("1"), c: number("1"), rest: number("1") });
  expect([scored.grade, Number(scored.total!.low).toFixed(2)]).toEqual(["优", "90.00"]);
});

test("不适用: 45 of the 60 marks that apply are 75 of 100; both totals are there", () => {
  const two = rubric([
    { indicators: [indicator("a", "60", undefined, { target: "100" })] },
    { indicators: [indicator("b", "40", undefined, { target: "100" })] },
  ]);
  const scored = score(two, { a: number("75"), b: inapplicable });
  expect([scored.full, scored.base, scored.scaled, scored.total, scored.grade]).toEqual([
    ...["60", { low: "45", high: "45" }, { low: "75", high: "75" }, { low: "75", high: "75" }, "中"],
  ]);
  const nothing = score(two, { a: inapplicable, b: inapplicable });
  expect([nothing.base, nothing.scaled, nothing.total, nothing.grade]).toEqual([
    ...[{ low: "0", high: "0" }, null, null, null],
  ]);
});

test("120 marks converted to 100: 102 of 120 are 85; of 100 that apply 85 are 85", () => {
  const check = rubric(
    [
      { indicators: [indicator("a", "100", undefined, { target: "100" })] },
      { indicators: [indicator("b", "20", undefined, { target: "20" })] },
    ],
    { form: "check", convertedTo: "100" },
  );
  expect(score(check, { a: number("85"), b: number("17") }).total).toEqual({ low: "85", high: "85" });
  expect(score(check, { a: number("85"), b: inapplicable }).total).toEqual({ low: "85", high: "85" });
});

test("a bonus is shown apart, is no reason for a deviation, and exceeds 100 only where the rubric says so", () => {
  const sections = [
    { indicators: [indicator("all", "100", undefined, { target: "100" })] },
    { bonus: true as const, indicators: [indicator("extra", "5", { rule: "given" })] },
  ];
  const extra = input({ kind: "marks", scores: { self: "3" } });
  const [capped, open] = [false, true].map((mayExceed) =>
    score(rubric(sections, { mayExceed }), { all: number("99"), extra }),
  );
  expect([capped!.scaled, capped!.bonus, capped!.total].map((points) => points?.low)).toEqual(["99", "3", "100"]);
  expect(open!.total?.low).toBe("102");
  expect(open!.sections[1]!.indicators[0]!.flags).toEqual([]);
  const more = score(rubric(sections, { mayExceed: false }), { all: number("90"), extra });
  expect([more.scaled?.low, more.total?.low]).toEqual(["90", "93"]);
});

test("a pending indicator makes the total an interval; the grade is said once both ends agree", () => {
  const two = rubric([
    { indicators: [indicator("a", "50", undefined, { target: "100" }), indicator("b", "50", { rule: "given" })] },
  ]);
  const estimated = (estimate: string) => input({ kind: "marks", scores: { estimate } });
  const wide = score(two, { a: number("100"), b: estimated("35") });
  expect([wide.total, wide.grade]).toEqual([{ low: "85", high: "100" }, null]);
  expect(score(two, { a: number("100"), b: estimated("40") }).grade).toBe("优");
  expect(score(two, {}).total).toEqual({ low: "0", high: "100" });
});

test("a veto caps the grade and takes no points; of several the hardest holds; an unknown one is none", () => {
  const vetoes = [
    { code: "fraud", name: "欺诈骗保", gradeAtMost: "差" },
    { code: "false_records", name: "伪造文书", gradeAtMost: "中" },
  ];
  const of = { ...plain, vetoes };
  expect(gradeOf("95", of)).toBe("优");
  expect(gradeOf("95", of, ["false_records"])).toBe("中");
  expect(gradeOf("50", of, ["false_records"])).toBe("差");
  expect(gradeOf("95", of, ["false_records", "fraud"])).toBe("差");
  const scored = score(of, { all: number("95") }, ["fraud", "unknown"]);
  expect([scored.total?.low, scored.vetoes]).toEqual(["95", ["fraud"]]);
  expect(score(of, {}, ["fraud"]).grade).toBe("差");
});

test("a form without points has flags and attainment, and no points anywhere", () => {
  const transfer = rubric([{ indicators: [indicator("cases", undefined, undefined, { target: "50000" })] }], {
    form: "transfer",
  });
  const scored = score(transfer, { cases: number("110406") });
  const [cases] = scored.sections[0]!.indicators;
  expect([scored.total, scored.base, scored.grade, cases!.points, cases!.full]).toEqual([null, null, null, null, null]);
  expect([cases!.attainment, cases!.flags, cases!.trace]).toEqual([
    ...["2.20812", ["far_over_target"]],
    { rule: "higher_is_better", formula: "target_reached", inputs: { actual: "110406", target: "50000" } },
  ]);
});
