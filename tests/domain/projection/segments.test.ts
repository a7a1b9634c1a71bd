import { describe, expect, test } from "vitest";
import { Decimal, roundHalfUp, sum } from "@/domain/money";
import { printedSegments, type Segment, scaleSegments } from "@/domain/projection/segments";
import { amounts, point, randomInput, repeated } from "./build";

const paidOf = (months: readonly (Decimal | null)[]) => sum(months.filter((amount) => amount !== null));

/** A county cut into three parts whose cents add up. */
function split(seed: number) {
  const input = randomInput(seed);
  const parts = [0.5, 0.3].map((share) => (amount: Decimal) => roundHalfUp(amount.times(share), 2));
  const cut = (part: number) => (amount: Decimal | null) =>
    amount && (part < 2 ? parts[part]!(amount) : amount.minus(parts[0]!(amount)).minus(parts[1]!(amount)));
  const segments = ["county", "township", "city"].map((key, part): Segment => {
    const thisYear = input.thisYear.map(cut(part));
    const history = input.history.map(({ year, months }) => ({ year, months: months.map(cut(part)) }));
    return {
      key,
      paid: paidOf(thisYear),
      projection: point({ year: input.year, thisYear, history }),
      lastTwelve: paidOf(history[0]!.months),
    };
  });
  return { whole: point(input), segments };
}

describe("segments", () => {
  test("add up to the whole, and printed to its printed total", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const { whole, segments } = split(seed);
      const scaled = scaleSegments(whole, segments);
      const off = sum(scaled.segments.map(({ total }) => total)).minus(whole.total);
      expect(off.abs().toNumber()).toBeLessThan(1e-20 * whole.total.toNumber() + 1e-20);
      expect(sum(printedSegments(scaled)).toFixed(2)).toBe(roundHalfUp(whole.total, 2).toFixed(2));
      for (const { interval, total, paid } of scaled.segments)
        if (interval) {
          expect(interval.low.minus(total).toNumber()).toBeLessThan(1e-6);
          expect(interval.high.minus(total).toNumber()).toBeGreaterThan(-1e-6);
          expect(interval.low.minus(paid).toNumber()).toBeGreaterThan(-1e-6);
        }
    }
  });

  test("1200 in two halves of 600: no scale, no disagreement; a whole that says 10% more scales them and says so", () => {
    const history = [2015, 2016, 2017].map((year) => ({ year, months: repeated(50) }));
    const half = (key: string): Segment => ({
      key,
      paid: new Decimal(300),
      projection: point({ year: 2018, thisYear: repeated(50, 6), history }),
      lastTwelve: new Decimal(600),
    });
    const whole = (value: number) =>
      point({
        year: 2018,
        thisYear: repeated(100, 6),
        history: [2015, 2016, 2017].map((year) => ({ year, months: [...repeated(100, 6), ...repeated(value, 6)] })),
      });
    const agreed = scaleSegments(whole(100), [half("a"), half("b")]);
    expect(agreed.scale!.toFixed(9)).toBe("1.000000000");
    expect(agreed.disagree).toBe(false);
    const scaled = scaleSegments(whole(115), [half("a"), half("b")]);
    expect(scaled.scale!.toNumber()).toBeGreaterThan(1.05);
    expect(scaled.disagree).toBe(true);
  });

  test("a segment without a projection of its own takes the part of the whole that it had in the last twelve months", () => {
    const whole = point({
      year: 2018,
      thisYear: repeated(100, 6),
      history: [2015, 2016, 2017].map((year) => ({ year, months: repeated(100) })),
    });
    const own = point({
      year: 2018,
      thisYear: repeated(75, 6),
      history: [2015, 2016, 2017].map((year) => ({ year, months: repeated(75) })),
    });
    const closed = amounts(25, 0, 0, 25, 50, 50);
    const sparse = point({
      year: 2018,
      thisYear: closed,
      history: [{ year: 2017, months: [...repeated(0, 1), ...repeated(25, 11)] }],
    });
    const scaled = scaleSegments(whole, [
      { key: "big", paid: new Decimal(450), projection: own, lastTwelve: new Decimal(900) },
      { key: "closed", paid: new Decimal(150), projection: sparse, lastTwelve: new Decimal(300) },
    ]);
    expect(scaled.segments.map(({ source }) => source)).toEqual(["own", "parent"]);
    expect(scaled.segments[1]!.remaining.toFixed(6)).toBe("150.000000");
  });

  test("segments that are not the whole are refused", () => {
    const { whole, segments } = split(1);
    expect(() => scaleSegments(whole, segments.slice(1))).toThrow(RangeError);
  });
});
