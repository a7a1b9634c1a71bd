import { describe, expect, test } from "vitest";
import { Decimal, sum } from "@/domain/money";
import { project } from "@/domain/projection/project";
import { festivalDays, festivalFactors, festivalWeight, newYearDays } from "@/domain/projection/springFestival";
import { randomNumbers } from "@/tests/setup/random";

const years = Object.keys(newYearDays).map(Number);

describe("the table of dates, recomputed from sun and moon", () => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const sin = (degrees: number) => Math.sin(radians(degrees));

  /** Astronomical new moon number `count` since January 2000, as a Julian day of universal time (Meeus, chapter 49). */
  function newMoon(count: number): number {
    const t = count / 1236.85;
    const e = 1 - 0.002516 * t;
    const sun = 2.5534 + 29.1053567 * count;
    const moon = 201.5643 + 385.81693528 * count + 0.0107582 * t * t;
    const latitude = 160.7108 + 390.67050284 * count;
    const node = 124.7746 - 1.56375588 * count;
    const corrections =
      -0.4072 * sin(moon) +
      0.17241 * e * sin(sun) +
      0.01608 * sin(2 * moon) +
      0.01039 * sin(2 * latitude) +
      0.00739 * e * sin(moon - sun) -
      0.00514 * e * sin(moon + sun) +
      0.00208 * e * e * sin(2 * sun) -
      0.00111 * sin(moon - 2 * latitude) -
      0.00057 * sin(moon + 2 * latitude) +
      0.00056 * e * sin(2 * moon + sun) -
      0.00042 * sin(3 * moon) +
      0.00042 * e * sin(sun + 2 * latitude) +
      0.00038 * e * sin(sun - 2 * latitude) -
      0.00024 * e * sin(2 * moon - sun) -
      0.00017 * sin(node) +
      0.000325 * sin(299.77 + 0.107408 * count - 0.009173 * t * t);
    const secondsBehind = 72;
    return 2451550.09766 + 29.530588861 * count + 0.00015437 * t * t + corrections - secondsBehind / 86400;
  }

  /** Days since 1 January 1970 in Beijing. */
  const beijingDay = (julianDay: number) => Math.floor(julianDay - 2440587.5 + 8 / 24);

  /** Which of the twelve sectors of 30° the sun is in when a day begins in Beijing. */
  function sunSector(day: number): number {
    const t = (day - 8 / 24 + 2440587.5 - 2451545) / 36525;
    const anomaly = 357.52911 + 35999.05029 * t;
    const centre = 1.9146 * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
    const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
    return Math.floor((((longitude % 360) + 360) % 360) / 30);
  }

  /** Months as runs of days from one new moon to the next; the eleventh holds the winter solstice, a leap month no sector's beginning. */
  function newYearOf(year: number): string {
    const around = Math.floor((year - 2000) * 12.3685) - 4;
    const starts = Array.from({ length: 18 }, (_, index) => beijingDay(newMoon(around + index)));
    const holdsSolstice = (index: number) =>
      [7, 8].includes(sunSector(starts[index]!)) && [9, 10].includes(sunSector(starts[index + 1]!));
    const [solstice, nextSolstice] = starts.slice(0, -1).flatMap((_, index) => (holdsSolstice(index) ? [index] : []));
    if (solstice === undefined || nextSolstice === undefined) throw new Error("no solstice");
    const isLeap = (index: number) => sunSector(starts[index]!) === sunSector(starts[index + 1]!);
    const firstLeap = nextSolstice - solstice === 13 ? starts.findIndex((_, i) => i > solstice && isLeap(i)) : -1;
    const first = solstice + 2 + (firstLeap > solstice && firstLeap <= solstice + 2 ? 1 : 0);
    return new Date(starts[first]! * 86400000).toISOString().slice(0, 10);
  }

  test.each(years)("%i", (year) => {
    expect(`${year}-${newYearDays[year]}`).toBe(newYearOf(year));
  });

  test("the runtime's calendar agrees, but for 2027 and 2030", () => {
    const format = new Intl.DateTimeFormat("en-u-ca-chinese", { month: "numeric", day: "numeric", timeZone: "UTC" });
    const differing = years.filter((year) => {
      const parts = format.formatToParts(new Date(`${year}-${newYearDays[year]}T00:00:00Z`));
      const of = (type: string) => parts.find((part) => part.type === type)?.value;
      return !(of("month") === "1" && of("day") === "1");
    });
    expect([[], [2027, 2030]]).toContainEqual(differing);
  });
});

test("the festival of 2017 lies in January and February: 28 January to 3 February is 4 + 3 days", () => {
  expect(festivalDays(2017)?.slice(0, 3)).toEqual([4, 3, 0]);
  expect(festivalDays(2014)).toBeNull();
  expect(festivalFactors(2017, 0.4)![0]).toBeCloseTo(30.42 / (31 - 0.4 * 4), 12);
  expect(festivalFactors(2017, 0.4)![11]).toBeCloseTo(30.42 / 31, 12);
});

/** Months that cost 100 a festival-free mean month, with noise, of a county whose festival days cost `1 − weight`. */
function county(seed: number, year: number, weight: number, noise: number) {
  const random = randomNumbers(seed * 10_000 + year);
  const months = festivalFactors(year, weight)!.map(
    (factor) => new Decimal((100 / factor) * (1 + noise * (2 * random() - 1))),
  );
  return { year, months };
}

test("three years without noise give back how much less a festival day costs", () => {
  const history = [2019, 2020, 2021].map((year) => {
    const { months } = county(1, year, 0.47, 0);
    return { year, months: months.map(Number), atypical: false };
  });
  expect(festivalWeight(history)).toBe(0.47);
  expect(festivalWeight(history.slice(1))).toBe(0.4);
});

test("after one to three months the adjusted projection is closer than the plain one", () => {
  const errors = (calendar: "plain" | "spring_festival", known: number) => {
    let sumOfErrors = 0;
    for (let seed = 1; seed <= 10; seed++)
      for (let year = 2019; year <= 2026; year++) {
        const actual = county(seed, year, 0.42, 0.07).months;
        const history = [3, 2, 1].map((back) => county(seed, year - back, 0.42, 0.07));
        const projection = project({ year, thisYear: actual.slice(0, known), history, calendar });
        if (projection.kind === "none") throw new Error("no projection");
        sumOfErrors += projection.total.div(sum(actual)).minus(1).abs().toNumber();
      }
    return sumOfErrors / 80;
  };
  for (const known of [1, 2, 3]) expect(errors("spring_festival", known)).toBeLessThan(errors("plain", known));
});

test("a year outside the table is projected plainly and says so", () => {
  const months = Array.from({ length: 12 }, () => new Decimal(100));
  const history = [{ year: 2035, months }];
  const projection = project({ year: 2036, thisYear: months.slice(0, 6), history, calendar: "spring_festival" });
  expect(projection.flags).toContainEqual({ code: "festival_dates_unknown" });
  expect(projection.kind === "point" && projection.total.toFixed(2)).toBe("1200.00");
});
