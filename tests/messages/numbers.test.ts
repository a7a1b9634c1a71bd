import { expect, test } from "vitest";
import { count, exactly, money, moneyWithUnit, percent, points, signed } from "@/messages/numbers";

test("207 875 200.00 yuan is 20787.52万元 in prose, 20,787.52 in a table, 207.88 million in English", () => {
  expect(moneyWithUnit("207875200.00", "zh-CN")).toBe("20787.52万元");
  expect(money("207875200.00", "zh-CN", "table")).toBe("20,787.52");
  expect(moneyWithUnit("207875200.00", "en")).toBe("207.88 million yuan");
});

test("a half goes up, away from zero, and only once", () => {
  expect(percent("0.699850")).toBe("69.99%");
  expect(percent("0.69984999999")).toBe("69.98%");
  expect(money("-50", "zh-CN", "table")).toBe("−0.01");
});

test("what rounds to zero has no sign", () => {
  expect(money("-49.99", "zh-CN", "table")).toBe("0.00");
  expect(signed("0.00")).toBe("0.00");
  expect(signed(percent("-0.2137"))).toBe("−21.37%");
  expect(signed(points("0.1998"))).toBe("+19.98");
});

test("counts are grouped by three", () => {
  expect(count("1234567")).toBe("1,234,567");
  expect(count("35149", "prose")).toBe("35149");
});

test("the exact value keeps its digits and says when it is cut", () => {
  expect(exactly("18661600.00")).toBe("18,661,600");
  expect(exactly("145474775.12")).toBe("145,474,775.12");
  expect(exactly("0.6998181818181818")).toBe("0.699818181818…");
});
