import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backtest } from "@/cli/backtest";
import { project as projectCommand } from "@/cli/project";
import { changeSetting } from "@/db/queries/changeSetting";
import { Decimal, sum } from "@/domain/money";
import { type Month, parsePeriod } from "@/domain/period";
import { project } from "@/domain/projection/project";
import type { ProjectionMark } from "@/domain/projectionMark";
import { type Forecast, forecast, partCuts } from "@/figures/forecast/forecast";
import { pastProjections } from "@/figures/forecast/lessons";
import type { QuestionScope } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { forecastAsData } from "@/reports/render/forecast";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { region } from "./fixtureCounty";
import { knownAtFirst, months, payments, VintageCounty } from "./vintageCounty";

const paid = payments();
const wholeOf = (month: Month) => sum([...paid.values()].map((own) => new Decimal(own.get(month)!)));
const yearOf = (year: number) => months.filter((month) => month.startsWith(`${year}-`));

let installation: TemporaryInstallation;
let county: VintageCounty;
/** What was said when each month of 2018 had just been published. */
const saidThen = new Map<Month, unknown>();

const scope = (rest: Partial<QuestionScope> = {}): QuestionScope => ({
  region,
  scheme: "390",
  period: parsePeriod("2018H1")!,
  where: {},
  compare: null,
  basis: "annual_quota",
  asOf: null,
  ...rest,
});
const told = (made: Forecast) => JSON.stringify(forecastAsData(made));
const through = (month: Month) => parsePeriod(`2018-01..${month}`)!;

beforeAll(async () => {
  installation = await temporaryInstallation();
  county = await VintageCounty.write(installation, paid);
  for (const [index, month] of months.slice(11).entries()) {
    await county.publish(index + 1, month);
    if (month.startsWith("2018"))
      saidThen.set(month, told(await forecast(installation, scope({ period: through(month) }))));
  }
}, 60_000);
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

describe("a forecast from the store", () => {
  let made: Forecast;
  beforeAll(async () => {
    made = await forecast(installation, scope());
  });

  test("gives the engine the months of the version, to the cent, and takes its answer", () => {
    const reported = yearOf(2018).map((month) => wholeOf(month).times(month === "2018-06" ? knownAtFirst : 1));
    expect(made.input.thisYear.map(String)).toEqual(reported.map(String));
    expect(made.input.history.map(({ year, months }) => [year, ...months.map(String)])).toEqual(
      [2016, 2017].map((year) => [year, ...yearOf(year).map((month) => String(wholeOf(month)))]),
    );
    const { total } = project(made.input) as { total: Decimal };
    expect(made.point!.printed.total.toString()).toBe(total.toDecimalPlaces(2).toString());
    expect(made.doubling!.total.toString()).toBe(sum(reported).times(2).toString());
    expect(made.doubling!.use!.toString()).toBe(sum(reported).times(2).div(1_000_000).toString());
    expect(made.point!.fund!.overrun.toString()).toBe(total.minus(1_000_000).toString());
  });

  test("18 imports teach that a month is known to 80% at first: June is projected, not grossed up", () => {
    expect(made.completeness.imports).toBe(19);
    expect(made.completeness.learnt!.factors[0]).toBeCloseTo(knownAtFirst, 12);
    expect(made.completeness.learnt!.factors.slice(1).every((factor) => Math.abs(factor - 1) < 1e-12)).toBe(true);
    expect(made.completeness.months.map(({ share }) => share!.toFixed(2))).toEqual([
      ..."11111".split("").map(() => "1.00"),
      "0.80",
    ]);
    const { knownMonths, months, flags } = made.projection as Extract<typeof made.projection, { kind: "point" }>;
    expect([knownMonths, months[5]!.state, months[4]!.state]).toEqual([5, "incomplete", "known"]);
    expect(flags).toContainEqual({ code: "months_incomplete", months: ["2018-06"] });
    const far = months[5]!.amount.div(wholeOf("2018-06")).minus(1).abs().toNumber();
    expect(far).toBeLessThan(0.1);
  });

  test("months, the parts of every cut, and the bridge add up to the printed total", async () => {
    for (const by of partCuts) {
      const { point } = await forecast(installation, scope(), by);
      const { printed, parts, bridge } = point!;
      expect(sum(printed.months).toString()).toBe(printed.total.toString());
      expect(point!.fan.at(-1)!.cumulated.toString()).toBe(printed.total.toString());
      expect(sum(parts.parts.map((part) => part.printed)).toString()).toBe(printed.total.toString());
      expect(parts.disagree).toBe(false);
      expect(bridge!.available.plus(sum(Object.values(bridge!.lines))).toString()).toBe(printed.total.toString());
      expect(bridge!.lines.base_gap.toString()).toBe(sum(yearOf(2017).map(wholeOf)).minus(1_000_000).toString());
    }
  });

  test("every past origin is said again with what was known then", async () => {
    const { record } = await pastProjections(installation, scope());
    expect([record.years, record.lagReproduced, record.rows.length]).toEqual([[2017], true, 11]);
    const june = record.rows.find(({ knownMonths }) => knownMonths === 6)!;
    const known = yearOf(2017).slice(0, 6);
    const then = project({
      year: 2017,
      thisYear: known.map((month) => wholeOf(month).times(month === "2017-06" ? knownAtFirst : 1)),
      history: [{ year: 2016, months: yearOf(2016).map(wholeOf) }],
      calendar: "spring_festival",
      completion: { factors: [knownAtFirst, 1, 1, 1, 1, 1], tau: 0.4, ageOfNewest: 0 },
    });
    if (then.kind === "none") throw new Error(then.reason);
    expect(june.completeMonths).toBe(5);
    expect(june.projection.div(then.total).toNumber()).toBeCloseTo(1, 9);
    expect(june.actual.toString()).toBe(sum(yearOf(2017).map(wholeOf)).toString());
    expect(made.record.misses.length).toBeGreaterThan(record.rows.length);
  });

  test("what was said of an earlier version is said of it still", async () => {
    for (const [index, month] of yearOf(2018).entries()) {
      const again = await forecast(installation, scope({ period: through(month), asOf: 14 + index }));
      expect(told(again)).toBe(saidThen.get(month));
    }
  });

  test("a filtered part has no fund of its own; its payments are its own", async () => {
    const city = await forecast(installation, scope({ where: { tier: ["city"] } }));
    expect([city.point!.fund, city.availableFund.reason]).toEqual([null, "whole_only"]);
    expect(city.input.thisYear[0]!.toString()).toBe(String(paid.get("city inpatient")!.get("2018-01")));
  });
});

describe("marks of a person", () => {
  const mark = (key: string, value: ProjectionMark, seen = 0) =>
    changeSetting(installation.database, {
      region,
      kind: "projection_mark",
      key,
      value,
      seen,
      enteredAt: new Date("2018-07-06"),
      enteredBy: "张三",
      reason: "测试",
    });
  const about = { scheme: "390", text: "白内障" };

  test("a one-off is taken out and added back; the bridge still adds up; a break withholds the interval", async () => {
    await mark("a", { ...about, mark: "one_off", month: "2018-03", amount: "30000" });
    await mark("b", { ...about, mark: "atypical_year", year: "2017" });
    await mark("e", { ...about, scheme: "310", mark: "one_off", month: "2018-03", amount: "7" });
    expect((await forecast(installation, scope({ where: { tier: ["city"] } }))).input.oneOffs).toEqual([]);
    const { projection, point, input } = await forecast(installation, scope());
    if (projection.kind === "none") throw new Error(projection.reason);
    expect([projection.headline, projection.oneOffs.toString(), input.history[1]!.atypical]).toEqual([
      "typical_methods",
      "30000",
      true,
    ]);
    const { bridge, printed } = point!;
    expect(bridge!.lines.one_off.toString()).toBe("30000");
    expect(bridge!.available.plus(sum(Object.values(bridge!.lines))).toString()).toBe(printed.total.toString());
    await mark("c", { ...about, mark: "structural_break", year: "2018" });
    const broken = await forecast(installation, scope());
    expect([broken.point!.intervals[80], broken.point!.fund!.probability]).toEqual([null, null]);
    await installation.database.sql`delete from settings where kind = 'projection_mark'`;
  });

  test("a policy change is told apart from what people do: 1.05 from July on costs 5% more", async () => {
    const before = (await forecast(installation, scope())).projection;
    await mark("d", { ...about, mark: "policy_change", from: "2018-07", factor: "1.05" });
    const { projection } = await forecast(installation, scope());
    if (projection.kind === "none" || before.kind === "none") throw new Error("no point");
    const { mechanical, behavioural } = projection.policy!;
    expect([mechanical.greaterThan(0), behavioural.toNumber()]).toEqual([true, 0]);
    expect(projection.total.minus(before.total).div(mechanical).toNumber()).toBeCloseTo(1, 1);
    await installation.database.sql`delete from settings where kind = 'projection_mark'`;
  });
});

describe("at the edges of a store", () => {
  test("the order of files changes nothing", async () => {
    await county.publish(20, "2018-06", { reversed: true });
    const again = JSON.parse(told(await forecast(installation, scope())));
    const before = JSON.parse(told(await forecast(installation, scope({ asOf: 19 }))));
    expect({ ...again, data_version: 19 }).toEqual(before);
  });

  test("a missing month is a gap and never 0; a missing past month is filled and named", async () => {
    await county.publish(21, "2018-06", { without: "2018-03" });
    const { projection, point, doubling } = await forecast(installation, scope());
    expect([point, doubling]).toEqual([null, null]);
    expect(projection).toMatchObject({ kind: "none", reason: "gap_in_this_year", missing: ["2018-03"] });
    await county.publish(22, "2018-06", { without: "2017-03" });
    const filled = await forecast(installation, scope());
    expect(filled.projection.flags).toContainEqual({ code: "history_filled", months: ["2017-03"] });
    expect([filled.lastYear, filled.point!.bridge]).toEqual([null, null]);
  });

  test("a scheme without settlements has no months, which are not zeros", async () => {
    const { projection, through } = await forecast(installation, scope({ scheme: "310", asOf: 19 }));
    expect([through, projection.kind]).toEqual([null, "none"]);
  });

  test("before January there is a plan, and no doubling", async () => {
    const { projection, doubling, through } = await forecast(
      installation,
      scope({ period: parsePeriod("2019-01")!, asOf: 19 }),
    );
    expect(through).toBeNull();
    expect([projection.kind === "point" && projection.headline, doubling]).toEqual(["plan", null]);
  });

  test("the first year has run rate only from March on, and no evidence", async () => {
    const january = await forecast(installation, scope({ period: parsePeriod("2016-02")!, asOf: 19 }));
    expect(january.projection).toMatchObject({ kind: "none", reason: "no_history_and_too_early" });
    const march = await forecast(installation, scope({ period: parsePeriod("2016Q1")!, asOf: 19 }));
    expect(march.projection).toMatchObject({ kind: "point", headline: "run_rate" });
    expect(march.record.rows).toEqual([]);
  });
});

describe("from the command line", () => {
  const run = async (command: typeof backtest, commandArguments: string[]) => {
    const lines: string[] = [];
    const code = await command.run(
      [...commandArguments, "--region", region, "--basis", "annual_quota", "--as-of", "19"],
      {
        installation: async () => installation,
        now: () => new Date(0),
        print: (line) => lines.push(line),
        warn: () => undefined,
      },
    );
    return { code, out: lines.join("\n") };
  };

  test("project prints what the page shows, as one object; backtest its evidence", async () => {
    const { out } = await run(projectCommand, [
      "--year",
      "2018",
      "--through",
      "2018-06",
      "--by",
      "visit_class",
      "--json",
    ]);
    expect(out).toBe(told(await forecast(installation, scope({ asOf: 19 }), "visit_class")));
    const without = await run(projectCommand, ["--by", "visit_class", "--json"]);
    expect(without.out).toBe(out);
    const evidence = JSON.parse((await run(backtest, ["--json"])).out);
    expect(evidence).toMatchObject({ data_version: 19, years: [2017], lag_reproduced: true });
    expect(evidence.by_known_months.length).toBe(11);
    expect((await run(projectCommand, [])).out).toMatch(/^全年预计\t\d+\.\d\d\t80%区间/m);
  });

  test("a year that cannot be is refused by a code", async () => {
    await expect(run(projectCommand, ["--year", "18"])).rejects.toMatchObject({ code: "Q-121" });
    await expect(run(projectCommand, ["--year", "2018", "--through", "2017-06"])).rejects.toMatchObject({
      code: "Q-122",
    });
    await expect(run(projectCommand, ["--by", "month"])).rejects.toMatchObject({ code: "Q-123" });
    await expect(run(projectCommand, ["--series", "x.csv"])).rejects.toMatchObject({ code: "Q-124" });
  });
});
