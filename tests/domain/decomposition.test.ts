import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CellTotals, decompose, decomposeMean, printedCauses } from "@/domain/decomposition";
import { influences } from "@/domain/influence";
import { Decimal, decimal, roundHalfUp, roundToTotal, sum } from "@/domain/money";
import { randomNumbers } from "@/tests/setup/random";

const county = JSON.parse(readFileSync("tests/fixtures/county-half-year-2018.json", "utf8"));

/** Inpatients of a half-year by tier: cases and fee per case as published, payments in 万元. */
function inpatients(half: "2017H1" | "2018H1"): CellTotals[] {
  const inputs = county.inputs[half];
  return Object.keys(inputs.inpatient_cases).map((key) => {
    const cases = decimal(inputs.inpatient_cases[key]);
    const fee = cases.times(inputs.inpatient_fee_per_case_yuan[key]);
    return { key, cases, fee, pay: decimal(inputs.inpatient_pool_pay_wan[key]).times(10000) };
  });
}

describe("the county's half-year", () => {
  const result = decompose(inpatients("2017H1"), inpatients("2018H1"));
  const percent = (part: Decimal) => roundHalfUp(part.div(result.change).times(100), 2).toFixed(2);

  test("inpatient payments grew by 5298.77 万元: volume 72.15%, mix 7.17%, price 19.25%, rate 1.43%", () => {
    expect(result.change.div(10000).toFixed(2)).toBe("5298.77");
    expect([result.volume, result.mix, result.price, result.rate].map(percent)).toEqual([
      "72.15",
      "7.17",
      "19.25",
      "1.43",
    ]);
    expect(percent(result.volume.plus(result.mix))).toBe("79.32");
    expect(result.uncounted.isZero()).toBe(true);
  });

  test("the county tier brought 3138.11 万元", () => {
    const tier = result.cells.find((cell) => cell.key === "county")!;
    expect(tier.change.div(10000).toFixed(2)).toBe("3138.11");
  });

  test("printed causes add up to the printed change", () => {
    const printed = printedCauses(result);
    expect(sum(Object.values(printed) as Decimal[]).toFixed(2)).toBe(result.change.toFixed(2));
  });
});

const cell = (key: string, cases: number, fee: number, pay: number): CellTotals => ({
  key,
  cases: decimal(cases),
  fee: decimal(fee),
  pay: decimal(pay),
});

const causesOf = ({ volume, mix, price, rate, uncounted }: ReturnType<typeof decompose>) =>
  [volume, mix, price, rate, uncounted].map((part) => part.toFixed(4));

test("more cases alike are volume only: 10 → 12 cases of 100 yuan paid half = +100", () => {
  expect(causesOf(decompose([cell("a", 10, 1000, 500)], [cell("a", 12, 1200, 600)]))).toEqual([
    "100.0000",
    "0.0000",
    "0.0000",
    "0.0000",
    "0.0000",
  ]);
});

test("a new cell takes its own fee and rate for the year before and counts as volume and mix", () => {
  const result = decompose([cell("a", 10, 1000, 500)], [cell("a", 10, 1000, 500), cell("b", 10, 2000, 1000)]);
  expect(result.cells[1]).toMatchObject({ key: "b", presence: "new" });
  expect([result.price, result.rate].every((part) => part.isZero())).toBe(true);
  expect(result.volume.plus(result.mix).toFixed(2)).toBe("1000.00");
  const ended = decompose([cell("a", 10, 1000, 500), cell("b", 1, 10, 5)], [cell("a", 10, 1000, 500)]);
  expect(ended.cells[1]!.presence).toBe("ended");
});

test("money without cases (a refund of an earlier period) is named apart", () => {
  const result = decompose([cell("a", 10, 1000, 500)], [cell("a", 10, 1000, 500), cell("b", 0, -80, -40)]);
  expect(result.uncounted.toFixed(2)).toBe("-40.00");
  expect(result.change.toFixed(2)).toBe("-40.00");
});

test("500 random pairs with zeros, negatives, new and ended cells: the causes make the change, printed ones to the 分", () => {
  const random = randomNumbers(11);
  const amount = (scale: number) => {
    const kind = random();
    if (kind < 0.15) return 0;
    return Math.round((random() - (kind < 0.3 ? 0.6 : 0)) * scale);
  };
  for (let round = 0; round < 500; round++) {
    const side = () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, (_, index) =>
        cell(String(random() < 0.2 ? index + 10 : index), amount(50), amount(1e7) / 100, amount(1e7) / 100),
      );
    const unique = (cells: CellTotals[]) => [...new Map(cells.map((one) => [one.key, one])).values()];
    const result = decompose(unique(side()), unique(side()));
    const parts = sum([result.volume, result.mix, result.price, result.rate, result.uncounted]);
    const scale = Decimal.max(1, ...result.cells.flatMap((one) => [one.volume.abs(), one.price.abs(), one.rate.abs()]));
    expect(parts.minus(result.change).abs().div(scale).lt("1e-30")).toBe(true);
    const printed = sum(Object.values(printedCauses(result)) as Decimal[]);
    expect(printed.toFixed(2)).toBe(roundHalfUp(result.change, 2).toFixed(2));
  }
});

describe("a mean over institutions", () => {
  const then = [
    { key: "eye", cases: decimal(0), amount: decimal(0) },
    { key: "city", cases: decimal(701), amount: decimal("7311408.97") },
  ];
  const now = [
    { key: "eye", cases: decimal(817), amount: decimal(817 * 5390) },
    { key: "city", cases: decimal(1031), amount: decimal(1031 * 10430) },
  ];

  test("rate and mix add up to the change of the mean", () => {
    const result = decomposeMean(then, now)!;
    expect(result.rate.plus(result.mix).minus(result.change).abs().lt("1e-30")).toBe(true);
    const members = sum(result.members.map((member) => member.rate.plus(member.mix)));
    expect(members.minus(result.change).abs().lt("1e-30")).toBe(true);
    expect(result.members.find((member) => member.key === "eye")!.mix.isNegative()).toBe(true);
  });

  test("the fall of a fifth is the eye hospital's: without it the mean stands still", () => {
    const result = influences(then, now);
    expect(result.growth!.times(100).toFixed(1)).toBe("-21.4");
    expect(result.members[0]!.key).toBe("eye");
    expect(result.members[0]!.growthWithout!.abs().lt("0.001")).toBe(true);
    expect(result.members[1]!.influence).toBeNull();
  });

  test("no mean without cases", () => {
    expect(decomposeMean([], now)).toBeNull();
    expect(influences([], now).growth).toBeNull();
  });
});

test("largest remainder: thirds of 100.00 are 33.34, 33.33, 33.33; of −0.01 one part takes it", () => {
  const third = decimal(100).div(3);
  expect(roundToTotal([third, third, third]).map(String)).toEqual(["33.34", "33.33", "33.33"]);
  const parts = roundToTotal([decimal("-0.004"), decimal("-0.004"), decimal("-0.004")]);
  expect(sum(parts).toFixed(2)).toBe("-0.01");
});
