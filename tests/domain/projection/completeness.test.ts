import { describe, expect, test } from "vitest";
import { decimal } from "@/domain/money";
import { addMonths } from "@/domain/period";
import { completenessOf, completionFactors, crossCheck, paidByAge } from "@/domain/projection/completeness";

const known = [0.34, 0.71, 0.87, 0.957, 0.985, 0.995, 1, 1, 1, 1, 1, 1, 1];
const months = Array.from({ length: 24 }, (_, index) => addMonths("2017-01", index));

/** An import at the end of each month from 2018-01 on, each with all service months so far. */
function snapshots(share: (month: number, age: number) => number) {
  return months.slice(12).map((seenAtEndOf, index) => ({
    seenAtEndOf,
    paid: new Map(
      months.slice(0, 13 + index).map((month, at) => [month, decimal(String(1000 * share(at, 12 + index - at)))]),
    ),
  }));
}

describe("completion factors from imports", () => {
  test("months that always complete alike give back how", () => {
    const completion = completionFactors(paidByAge(snapshots((_, age) => known[Math.min(age, 12)]!)))!;
    completion.factors.forEach((factor, age) => {
      expect(factor).toBeCloseTo(known[age]!, 12);
    });
    expect(completenessOf(completion, "2018-10", "2018-12", 1)).toBeCloseTo(0.957, 12);
    expect(completenessOf(completion, "2016-10", "2018-12", 1)).toBe(1);
  });

  test("one import alone teaches nothing, two in a row teach every age", () => {
    const all = snapshots((_, age) => known[Math.min(age, 12)]!);
    expect(completionFactors(paidByAge(all.slice(0, 1)))).toBeNull();
    expect(completionFactors(paidByAge(all.slice(0, 2)))!.factors[0]).toBeCloseTo(0.34, 12);
  });

  test("a store of four months knows three ages, and what it has not seen counts as complete: 34 ÷ 95.7", () => {
    const young = snapshots((_, age) => known[Math.min(age, 12)]!)
      .slice(0, 4)
      .map(({ seenAtEndOf, paid }) => ({ seenAtEndOf, paid: new Map([...paid].slice(12)) }));
    const completion = completionFactors(paidByAge(young))!;
    expect(completion.factors.length).toBe(3);
    expect(completion.factors[0]).toBeCloseTo(0.34 / 0.957, 12);
    expect(completenessOf(completion, "2018-01", "2018-04", 0)).toBe(1);
  });

  test("without enough own months tau is 0.4; with them it is the spread of the missing share", () => {
    const alike = completionFactors(paidByAge(snapshots((_, age) => known[Math.min(age, 12)]!)).slice(0, 40));
    expect(alike?.tau ?? 0.4).toBe(0.4);
    const wavering = snapshots((month, age) => 1 - (1 - known[Math.min(age, 12)]!) * (month % 2 ? 0.5 : 1));
    const completion = completionFactors(paidByAge(wavering))!;
    expect(completion.tau).toBeGreaterThan(Math.log(2) / 2);
    expect(completion.tau).toBeLessThan(0.45);
  });
});

test("cross-check: 710 known at 71% of a month projected at 1000 make 710 + 290", () => {
  expect(crossCheck(710, 0.71, 1000)).toBeCloseTo(1000, 12);
});
