import { describe, expect, test } from "vitest";
import { Decimal, sum } from "@/domain/money";
import { chances } from "@/domain/projection/intervalTable";
import { fanOf, overrunProbability, printedYear, yearEndInterval } from "@/domain/projection/projection";
import { point, randomInput } from "./build";

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

describe("200 random counties", () => {
  test("printed months add up to the printed total, and reported months stay as they are", () => {
    for (const seed of seeds) {
      const input = randomInput(seed);
      const printed = printedYear(point(input));
      expect(sum(printed.months).toFixed(2)).toBe(printed.total.toFixed(2));
      input.thisYear.forEach((amount, index) => {
        expect(printed.months[index]!.toFixed(2)).toBe(amount.toFixed(2));
      });
    }
  });

  test("paid, late rows and remaining add up to the total", () => {
    for (const seed of seeds) {
      const { total, paid, lateRows, remaining } = point(randomInput(seed));
      expect(paid.plus(lateRows).plus(remaining).toString()).toBe(total.toString());
    }
  });

  test("a wider chance holds a narrower one, every interval holds the point, no end lies below what is paid", () => {
    for (const seed of seeds) {
      const projection = point(randomInput(seed));
      let inner = { low: projection.total, high: projection.total };
      for (const chance of chances) {
        const { low, high } = yearEndInterval(projection, chance)!;
        expect(low.lessThanOrEqualTo(inner.low) && high.greaterThanOrEqualTo(inner.high)).toBe(true);
        expect(low.greaterThanOrEqualTo(projection.paid)).toBe(true);
        inner = { low, high };
      }
    }
  });

  test("the fan ends on the interval and is as narrow as a point where months are known", () => {
    for (const seed of seeds) {
      const projection = point(randomInput(seed));
      const fan = fanOf(projection, 80);
      const { low, high } = yearEndInterval(projection, 80)!;
      expect(fan[11]!.cumulated.toString()).toBe(projection.total.toString());
      expect(fan[11]!.low!.minus(low).abs().toNumber()).toBeLessThan(1e-6);
      expect(fan[11]!.high!.minus(high).abs().toNumber()).toBeLessThan(1e-6);
      const now = fan[projection.knownMonths - 1]!;
      expect(now.low!.equals(projection.paid) && now.high!.equals(projection.paid)).toBe(true);
    }
  });

  test("the chance of an overrun falls as the budget grows, from 1 below what is paid", () => {
    for (const seed of seeds) {
      const projection = point(randomInput(seed));
      const named = [0.5, 0.8, 0.9, 1, 1.1, 1.2, 3].map(
        (times) => overrunProbability(projection, projection.total.times(times))!,
      );
      for (let index = 1; index < named.length; index++) expect(named[index]!).toBeLessThanOrEqual(named[index - 1]!);
      expect(overrunProbability(projection, projection.paid.minus(0.01))).toBe(1);
      expect(named.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
    }
  });

  test("ten times the money gives ten times the projection", () => {
    const ten = (months: readonly (Decimal | null)[]) => months.map((amount) => amount?.times(10) ?? null);
    for (const seed of seeds) {
      const input = randomInput(seed);
      const once = point(input);
      const tenfold = point({
        ...input,
        thisYear: ten(input.thisYear),
        history: input.history.map((prior) => ({ ...prior, months: ten(prior.months) })),
      });
      expect(tenfold.total.div(once.total).minus(10).abs().toNumber()).toBeLessThan(1e-9);
      const [one, other] = [yearEndInterval(once, 80)!, yearEndInterval(tenfold, 80)!];
      expect(other.high.div(one.high).minus(10).abs().toNumber()).toBeLessThan(1e-9);
      expect(tenfold.flags).toEqual(once.flags);
    }
  });

  test("years before the last three, and the order in which years are given, do not matter", () => {
    for (const seed of seeds.slice(0, 50)) {
      const input = randomInput(seed);
      const other = randomInput(seed + 1000).history[0]!.months;
      const years = [2017, 2016, 2015].map((year, index) => input.history[index] ?? { year, months: other });
      const older = [2011, 2012, 2013].map((year) => ({ year, months: other }));
      const once = point({ ...input, history: years });
      expect(point({ ...input, history: [...older, ...years.toReversed()] })).toEqual(once);
    }
  });

  test("a factor on every month before a date, undone by a policy change of that factor, changes nothing", () => {
    const steady = Array.from({ length: 12 }, (_, index) => new Decimal(1000 + 40 * (index % 3)));
    const history = [2016, 2017].map((year) => ({ year, months: steady }));
    const plain = point({ year: 2018, thisYear: steady.slice(0, 6), history });
    const halved = (months: readonly Decimal[]) => months.map((amount) => amount.div(1.25));
    const changed = point({
      year: 2018,
      thisYear: [...halved(steady.slice(0, 3)), ...steady.slice(3, 6)],
      history: history.map(({ year, months }) => ({ year, months: halved(months) })),
      policyChange: { from: "2018-04", factor: new Decimal(1.25) },
    });
    expect(changed.remaining.div(plain.remaining).minus(1).abs().toNumber()).toBeLessThan(0.01);
  });
});
