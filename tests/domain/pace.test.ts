import { expect, test } from "vitest";
import { Decimal } from "@/domain/money";
import { paceOf } from "@/domain/pace";

const yuan = (wan: string) => new Decimal(wan).times(10_000);

test("14547.48 of 20787.52 by June ends in mid September, needs 1040.01 a month, 57.11% less", () => {
  const pace = paceOf(yuan("14547.48"), yuan("20787.52"), 6, 2018);
  expect(pace.monthlyMean.div(10_000).toFixed(2)).toBe("2424.58");
  expect(pace.end).toEqual({ month: 9, third: "middle" });
  expect(pace.needed?.monthlyMean.div(10_000).toFixed(2)).toBe("1040.01");
  expect(pace.needed?.cut.times(100).toFixed(2)).toBe("57.11");
  expect(pace.exceeded).toBeNull();
});

test("a fund that lasts the year has no end and may cost more than the mean", () => {
  const pace = paceOf(yuan("600"), yuan("1200"), 6, 2018);
  expect(pace.end).toBeNull();
  expect(pace.needed?.cut.toString()).toBe("0");
});

test("a fund already spent says by how much and nothing about the rest of the year", () => {
  const pace = paceOf(yuan("1300"), yuan("1200"), 11, 2018);
  expect(pace.exceeded?.toString()).toBe("1000000");
  expect(pace.end).toBeNull();
  expect(pace.needed).toBeNull();
});

test("the last day of a third belongs to it", () => {
  expect(paceOf(new Decimal(1), new Decimal("8.333333"), 1, 2018).end).toEqual({ month: 9, third: "early" });
  expect(paceOf(new Decimal(1), new Decimal("8.7"), 1, 2018).end).toEqual({ month: 9, third: "late" });
});

test("December needs no further month, and a month without payments has no end", () => {
  expect(paceOf(yuan("1100"), yuan("1200"), 12, 2018).needed).toBeNull();
  expect(paceOf(new Decimal(0), yuan("1200"), 3, 2018)).toMatchObject({ end: null, needed: null });
});
