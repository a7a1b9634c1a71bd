import { describe, expect, test } from "vitest";
import type { CellTotals } from "@/domain/decomposition";
import { Decimal, decimal, sum } from "@/domain/money";
import { fundOutlook } from "@/domain/projection/fundOutlook";
import { type Lever, pullLevers } from "@/domain/projection/levers";
import { yearEndInterval } from "@/domain/projection/projection";
import { point, repeated } from "./build";

const flat = [2015, 2016, 2017].map((year) => ({ year, months: repeated(100) }));
const base = point({ year: 2018, thisYear: repeated(100, 6), history: flat });
/** The rest of the year by cell: 600 in all, of which 360 outside the county. */
const rest: CellTotals[] = [
  { key: "county", cases: decimal(4), fee: decimal(300), pay: decimal(240) },
  { key: "outside", cases: decimal(2), fee: decimal(600), pay: decimal(360) },
];
const change = (...levers: Lever[]) => pullLevers(base, rest, levers).total.minus(base.total).toFixed(6);
const all = ["county", "outside"];

describe("levers", () => {
  test("none pulled is the projection itself", () => {
    const scenario = pullLevers(base, rest, []);
    expect(scenario.total.toString()).toBe(base.total.toString());
    expect(yearEndInterval(scenario, 80)).toEqual(yearEndInterval(base, 80));
  });

  test("10% fewer cases outside from October: three of six months of 60 a month, −18", () => {
    expect(change({ kind: "cases", cells: ["outside"], change: decimal("-0.1"), from: "2018-10" })).toBe("-18.000000");
  });

  test("fee per case +5% from July: 600 × 5%", () => {
    expect(change({ kind: "fee_per_case", cells: all, change: decimal("0.05"), from: "2018-07" })).toBe("30.000000");
  });

  test("five points more in the county: 300 of fee × 5%", () => {
    expect(change({ kind: "rate", cells: ["county"], points: decimal("0.05"), from: "2018-01" })).toBe("15.000000");
  });

  test("half of the cases outside treated in the county: 1 case less of 180, 1 more of 60", () => {
    const lever: Lever = {
      kind: "treated_elsewhere",
      cells: ["outside"],
      to: ["county"],
      share: decimal("0.5"),
      from: "2018-07",
    };
    expect(change(lever)).toBe("-120.000000");
  });

  test("a policy of 1.1 from December and a campaign of 25 in August; nothing changes months that are over", () => {
    expect(change({ kind: "policy", cells: all, factor: decimal("1.1"), from: "2018-12" })).toBe("10.000000");
    expect(change({ kind: "campaign", amount: decimal(25), month: "2018-08" })).toBe("25.000000");
    expect(change({ kind: "campaign", amount: decimal(25), month: "2018-03" })).toBe("0.000000");
  });

  test("effects add up to the change, and a cheaper year is less likely to overrun", () => {
    const levers: Lever[] = [
      { kind: "cases", cells: all, change: decimal("-0.2"), from: "2018-07" },
      { kind: "fee_per_case", cells: all, change: decimal("-0.1"), from: "2018-07" },
    ];
    const scenario = pullLevers(base, rest, levers);
    expect(scenario.effects.map((effect) => effect.toFixed(6))).toEqual(["-120.000000", "-48.000000"]);
    expect(sum(scenario.effects).toFixed(9)).toBe(scenario.total.minus(base.total).toFixed(9));
    const budget = new Decimal(1100);
    expect(fundOutlook(scenario, budget).probability!).toBeLessThan(fundOutlook(base, budget).probability!);
    expect(fundOutlook(scenario, budget).overrun.toFixed(6)).toBe("-68.000000");
  });
});
