import { expect, test } from "vitest";
import { apportion, apportionWithin, sum } from "@/demo/apportion";
import { Random } from "@/demo/random";

test("100 by 1 : 1 : 1 is 34, 33, 33", () => {
  expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
});

test("nothing goes to a weight of zero, however much is left over", () => {
  expect(apportion(5, [0, 1, 0, 1])).toEqual([0, 3, 0, 2]);
});

test("what a cap cuts off goes to the others, in proportion to their room", () => {
  expect(apportionWithin(100, [90, 5, 5], [40, 50, 20])).toEqual([40, 43, 17]);
});

test("a total above the caps is refused", () => {
  expect(() => apportionWithin(11, [1, 1], [5, 5])).toThrow(RangeError);
  expect(() => apportion(1, [0, 0])).toThrow(RangeError);
});

test("parts add up to the fen and stay below their caps, beyond the reach of doubles", () => {
  const random = new Random("apportion");
  for (let round = 0; round < 200; round++) {
    const weights = Array.from({ length: random.between(1, 300) }, () => random.between(1, 5_000_000));
    const total = random.between(0, 4_000_000) * 1_000;
    const parts = apportion(total, weights);
    expect(sum(parts)).toBe(total);
    const caps = parts.map((part) => Math.floor(part * 0.7) + random.between(0, part));
    const within = Math.min(total, sum(caps));
    const capped = apportionWithin(within, weights, caps);
    expect(sum(capped)).toBe(within);
    expect(capped.every((part, i) => part <= caps[i]!)).toBe(true);
  }
});
