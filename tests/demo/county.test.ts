import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DemoLoad, generateCounty, writeLoads } from "@/demo/generate";
import { Random } from "@/demo/random";
import published from "@/tests/fixtures/county-half-year-2018.json";
import { type Counted, Counting, type Dealt } from "./countRows";
import { Plausibility } from "./plausibility";
import { amount, type Row, readExtract } from "./readExtract";

let folder: string;
let loads: DemoLoad[];
let dealt: Dealt;
let halves: Record<Half, Counted[]>;
let looks: Map<string, { encoding: string; separator: string; titled: boolean; totals: boolean }>;
let impossible: string[];
let slips: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-demo-"));
  loads = await generateCounty(folder);
  const [institutions, hardship] = loads[0]!.files.map(rowsIn);
  const counting = new Counting({
    institutions: new Map(institutions!.map((row) => [row("FIXMEDINS_CODE")!, row])),
    poor: registeredPoor(hardship!),
  });
  const watch = new Plausibility();
  looks = new Map();
  for (const { files } of loads.slice(1)) {
    const month = /\d{4}-\d\d/.exec(basename(files[0]!))![0];
    const extract = readExtract(files[0]!);
    counting.add(month, extract, watch.look);
    looks.set(month, { ...extract, totals: extract.totals !== null });
    if (extract.totals) watch.totals(month, extract);
  }
  dealt = counting.finish();
  const inFirstHalf =
    (year: string) =>
    ({ month }: Counted) =>
      month >= `${year}-01` && month <= `${year}-06`;
  halves = { "2017H1": dealt.counted.filter(inFirstHalf("2017")), "2018H1": dealt.counted.filter(inFirstHalf("2018")) };
  impossible = watch.faults;
  slips = watch.slips;
  // A third of a million rows written and read again: half a minute alone, more on a busy machine.
}, 600_000);

function rowsIn(file: string): Row[] {
  const { lines, row } = readExtract(file);
  return lines.map(row);
}

/** The rows of the files whose names begin so. */
function rowsNamed(name: string): Row[] {
  const files = loads.flatMap((load) => load.files).filter((file) => basename(file).startsWith(name));
  return files.flatMap(rowsIn);
}

function registeredPoor(rows: readonly Row[]): Map<string, [string, string][]> {
  const intervals = new Map<string, [string, string][]>();
  for (const row of rows) {
    if (!row("PSN_IDET_TYPE")!.includes("建档立卡")) continue;
    const holder = row("PSN_NO") || row("CERTNO")!;
    intervals.set(holder, [...(intervals.get(holder) ?? []), [row("BEGNDATE")!, row("ENDDATE")!]]);
  }
  return intervals;
}

afterAll(() => rm(folder, { recursive: true }));

const tiers = ["township", "county", "city", "provincial_plus"] as const;
type Half = "2017H1" | "2018H1";

function rowsOf(half: Half, keep: (row: Counted) => boolean = () => true): Counted[] {
  return halves[half].filter(keep);
}

/** Exact sums: amounts are whole fen, far below 2^53. */
const cases = (rows: Counted[]) => BigInt(rows.reduce((sum, row) => sum + row.cases, 0));
const pool = (rows: Counted[]) => BigInt(rows.reduce((sum, row) => sum + row.pool, 0));
const fee = (rows: Counted[]) => BigInt(rows.reduce((sum, row) => sum + row.fee, 0));
const inFen = (yuan: string) => BigInt(amount(yuan)!);

/** numerator ÷ denominator, rounded half up to two decimals. */
function rounded(numerator: bigint, denominator: bigint): string {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const hundredths = (n * 200n + d) / (2n * d);
  const text = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
  return negative && hundredths > 0n ? `-${text}` : text;
}
/** Fen in 万元 as printed. */
const inWan = (fen: bigint) => rounded(fen, 1_000_000n);
const perCase = (rows: Counted[]) => rounded(fee(rows), cases(rows) * 100n);

const inpatient = (row: Counted) => row.visitClass === "inpatient";
const ofTier = (tier: string) => (row: Counted) => inpatient(row) && row.tier === tier;
const ofClass = (visitClass: string) => (row: Counted) => row.visitClass === visitClass;
const ofPoor = (row: Counted) => inpatient(row) && row.poor;

describe.each(["2017H1", "2018H1"] as const)("%s equals what was published", (half) => {
  const printed = published.inputs[half];

  test.each(tiers)("inpatients of tier %s", (tier) => {
    const rows = rowsOf(half, ofTier(tier));
    expect(Number(cases(rows))).toBe(printed.inpatient_cases[tier]);
    expect(inWan(pool(rows))).toBe(printed.inpatient_pool_pay_wan[tier]);
    expect(perCase(rows)).toBe(printed.inpatient_fee_per_case_yuan[tier]);
    // The fee is exactly cases × fee per case, not only when rounded.
    expect(fee(rows)).toBe(cases(rows) * inFen(printed.inpatient_fee_per_case_yuan[tier]));
  });

  test("outpatients, chronic care and the whole", () => {
    const [outpatients, chronic, all] = [
      rowsOf(half, ofClass("outpatient")),
      rowsOf(half, ofClass("chronic")),
      rowsOf(half),
    ];
    expect(Number(cases(outpatients))).toBe(printed.outpatient_cases);
    expect(inWan(pool(outpatients))).toBe(printed.outpatient_pool_pay_wan);
    expect(Number(cases(chronic))).toBe(printed.chronic_cases);
    expect(inWan(pool(chronic))).toBe(printed.chronic_pool_pay_wan);
    expect(inWan(pool(all))).toBe(printed.total_pool_pay_wan);
    expect(new Set(all.map((row) => row.visitClass))).toEqual(new Set(["inpatient", "outpatient", "chronic"]));
    expect(new Set(all.map((row) => row.tier))).toEqual(new Set(tiers));
  });

  test("registered poor and special disease among the inpatients", () => {
    const [poor, special] = [rowsOf(half, ofPoor), rowsOf(half, ({ special }) => special)];
    expect(Number(cases(poor))).toBe(printed.registered_poor_inpatient_cases);
    expect(inWan(pool(poor))).toBe(printed.registered_poor_inpatient_pool_pay_wan);
    expect(Number(cases(special))).toBe(printed.special_disease_inpatient_cases_within_inpatient);
    expect(special.every(inpatient)).toBe(true);
  });
});

test("2018H1: the whole, and chronic fee per case as printed", () => {
  const printed = published.inputs["2018H1"];
  expect(Number(cases(rowsOf("2018H1")))).toBe(printed.total_cases);
  expect(Number(cases(rowsOf("2018H1", inpatient)))).toBe(printed.inpatient_total_cases);
  expect(inWan(pool(rowsOf("2018H1", inpatient)))).toBe(printed.inpatient_total_pool_pay_wan);
  const chronic = rowsOf("2018H1", ofClass("chronic"));
  expect(fee(chronic)).toBe(cases(chronic) * inFen(printed.chronic_fee_per_case_yuan));
});

test("2018H1: parts and total hold together only within a few yuan", () => {
  const short = (visitClass: string, printed: string) =>
    inFen(printed) * 10_000n - pool(rowsOf("2018H1", ofClass(visitClass)));
  const shortfalls = [short("inpatient", "12888.16"), short("outpatient", "1093.36"), short("chronic", "565.97")];
  for (const fen of shortfalls) {
    expect(fen).toBeGreaterThanOrEqual(0n);
    expect(fen).toBeLessThanOrEqual(50_00n);
  }
  const total = pool(rowsOf("2018H1"));
  expect(total).toBeGreaterThanOrEqual(14_547_477_500n);
  expect(total).toBeLessThan(14_547_482_500n);
  expect(pool(rowsOf("2018H1", ofTier("township")))).toBe(1_866_160_000n);
});

test("2017H1: a chronic case costs more than the fund paid for it", () => {
  const chronic = rowsOf("2017H1", ofClass("chronic"));
  expect(perCase(chronic)).toBe("4412.60");
  expect(pool(chronic)).toBeLessThan(fee(chronic));
});

test("the eye hospital: 817 free operations of about 5 390 yuan in the city tier, none before", () => {
  const list = rowsIn(loads[0]!.files[0]!);
  const eye = list.find((row) => row("FIXMEDINS_NAME")!.includes("眼科"))!;
  const operations = rowsOf("2018H1", ({ institution }) => institution === eye("FIXMEDINS_CODE"));
  expect(eye("OWNERSHIP")).toBe("private");
  expect(Number(cases(operations))).toBe(published.inputs["2018H1"].eye_hospital_free_cataract_cases_city_tier);
  expect(
    operations.every(({ tier, visitClass, cash }) => tier === "city" && visitClass === "inpatient" && cash === 0),
  ).toBe(true);
  expect(perCase(operations)).toBe("5390.00");
  expect(rowsOf("2017H1", ({ institution }) => institution === eye("FIXMEDINS_CODE"))).toEqual([]);
  const others = rowsOf("2018H1", (row) => ofTier("city")(row) && row.institution !== eye("FIXMEDINS_CODE"));
  expect(Number(cases(others))).toBe(1_031);
  expect(perCase(others)).toBe("10428.87");
});

test("every published statement recomputes from the records", () => {
  const [now, then] = [rowsOf("2018H1"), rowsOf("2017H1")];
  const both = (keep: (row: Counted) => boolean) => [now.filter(keep), then.filter(keep)] as const;
  const [stays, staysThen] = both(inpatient);
  const [poor, poorThen] = both(ofPoor);
  const funding = rowsNamed("funding-2018");
  const lines = new Map(funding.map((row) => [`${row("LINE")} ${row("SOURCE_LEVEL")}`, row]));
  const plannedOf = (keep: (line: string) => boolean) =>
    [...lines].filter(([line]) => keep(line)).reduce((sum, [, row]) => sum + inFen(row("PLANNED_AMOUNT")!), 0n);
  const totalFund = plannedOf((line) => !line.includes("premium"));
  const available = totalFund - plannedOf((line) => line.includes("premium"));
  const growth = (a: bigint, b: bigint) => rounded((a - b) * 100n, b);
  const share = (a: bigint, b: bigint) => rounded(a * 100n, b);
  const growthOfTier = (tier: string) => growth(...(both(ofTier(tier)).map(pool) as [bigint, bigint]));
  const [city, cityThen] = both(ofTier("city"));
  const recomputed: Record<string, string> = {
    "total-fund": inWan(totalFund),
    "available-fund": inWan(available),
    "burn-rate": share(pool(now), available),
    "ip-cases-2018": String(cases(stays)),
    "ip-cases-2017": String(cases(staysThen)),
    "total-cases-2017": String(cases(then)),
    "ip-cases-growth": growth(cases(stays), cases(staysThen)),
    "total-cases-growth": growth(cases(now), cases(then)),
    "ip-city-share-2018": share(cases(city), cases(stays)),
    "poor-share-2018": share(cases(poor), cases(stays)),
    "poor-cases-increase": String(cases(poor) - cases(poorThen)),
    "ip-share-of-available": share(pool(stays), available),
    "op-share": share(pool(now.filter(ofClass("outpatient"))), available),
    "chronic-share": share(pool(now.filter(ofClass("chronic"))), available),
    "expenditure-growth": growth(pool(now), pool(then)),
    "township-growth": growthOfTier("township"),
    "city-growth": growthOfTier("city"),
    "city-fee-per-case-change": rounded(
      (fee(cityThen) * cases(city) - fee(city) * cases(cityThen)) * 100n,
      fee(cityThen) * cases(city),
    ),
    "ip-fee-per-case-2018": perCase(stays),
    "ip-fee-per-case-2017": perCase(staysThen),
    projection: share(2n * pool(now), available),
    overrun: inWan(2n * pool(now) - available),
    "poor-overrun": inWan(2n * (pool(poor) - pool(poorThen))),
  };
  const expected = Object.fromEntries(published.checks.map(({ id, recomputed }) => [id, recomputed]));
  expect(recomputed).toEqual(expected);

  const increase = pool(now) - pool(then);
  expect(inWan(increase)).toBe("5855.61");
  expect(growth(pool(now), pool(then))).toBe("67.37");
  expect(inWan(pool(poor) - pool(poorThen))).toBe("2381.41");
  expect(share(pool(poor) - pool(poorThen), increase)).toBe("40.67");
  expect(share(pool(poor) - pool(poorThen), pool(stays) - pool(staysThen))).toBe("44.94");
  expect(share(pool(stays) - pool(staysThen), increase)).toBe("90.49");
  expect(inWan(pool(now.filter(ofTier("county"))) - pool(then.filter(ofTier("county"))))).toBe("3138.11");
});

test("the increase by tier: volume 72.15%, mix 7.17%, price 19.25%, rate 1.43%", () => {
  // Nested Bennet decomposition in doubles: the expected shares have two decimals.
  const cells = tiers.map((tier) =>
    (["2018H1", "2017H1"] as const).map((half) => {
      const rows = rowsOf(half, ofTier(tier));
      return { n: Number(cases(rows)), fee: Number(fee(rows)), pool: Number(pool(rows)) };
    }),
  );
  const total = (i: number) => cells.reduce((sum, pair) => sum + pair[i]!.n, 0);
  const [now, then] = [total(0), total(1)];
  const mean = (a: number, b: number) => (a + b) / 2;
  const effects = { volume: 0, mix: 0, price: 0, rate: 0 };
  for (const [a, b] of cells as [
    { n: number; fee: number; pool: number },
    { n: number; fee: number; pool: number },
  ][]) {
    effects.volume += (now - then) * mean(a.n / now, b.n / then) * mean(a.pool / a.n, b.pool / b.n);
    effects.mix += mean(now, then) * (a.n / now - b.n / then) * mean(a.pool / a.n, b.pool / b.n);
    effects.price += mean(a.n, b.n) * mean(a.pool / a.fee, b.pool / b.fee) * (a.fee / a.n - b.fee / b.n);
    effects.rate += mean(a.n, b.n) * mean(a.fee / a.n, b.fee / b.n) * (a.pool / a.fee - b.pool / b.fee);
  }
  const increase = cells.reduce((sum, pair) => sum + pair[0]!.pool - pair[1]!.pool, 0);
  const shares = Object.entries(effects).map(([name, effect]) => [name, ((effect / increase) * 100).toFixed(2)]);
  expect(Object.fromEntries(shares)).toEqual({ volume: "72.15", mix: "7.17", price: "19.25", rate: "1.43" });
});

test("enrolment: 322 778 at the end of June 2018, 3 170 more than a year before", () => {
  const rows = rowsNamed("enrolment");
  const enrolled = (month: string) =>
    rows.filter((row) => row("MONTH") === month).reduce((sum, row) => sum + Number(row("ENROLLED")), 0);
  expect(enrolled("2018-06")).toBe(published.inputs.funding_2018.enrolled_2018_06);
  expect(enrolled("2018-06") - enrolled("2017-06")).toBe(published.inputs.funding_2018.enrolled_increase_vs_2017);
  expect(new Set(rows.map((row) => row("MONTH"))).size).toBe(30);
});

test("every row could have happened", () => {
  expect(impossible).toEqual([]);
  // The parts of the fund payment do not add up in a few rows, as in any real extract.
  expect(slips).toBeGreaterThan(20);
  expect(slips).toBeLessThan(dealt.read / 1_000);
});

test("about 330 000 rows, with everything that makes an extract untidy", () => {
  expect(dealt.read).toBeGreaterThan(325_000);
  expect(dealt.read).toBeLessThan(335_000);
  const reversals = dealt.counted.filter(({ cases }) => cases < 0).length;
  expect(reversals).toBeGreaterThan(400);
  expect(dealt.late).toBeGreaterThan(1_500);
  expect(Object.fromEntries(dealt.excluded)).toEqual({
    duplicate: expect.any(Number),
    superseded: expect.any(Number),
    invalid: expect.any(Number),
    "lone refund": 4,
  });
  expect([...dealt.held.keys()].sort()).toEqual(["fund above fee", "no PSN_NO", "settled later", "unreadable amount"]);
  const heldRows = [...dealt.held.values()].reduce((sum, rows) => sum + rows, 0);
  expect(heldRows).toBeLessThan(dealt.read / 1_000);
});

test("persons come several times, fewer than cases", () => {
  const rows = rowsOf("2018H1");
  const persons = new Set(rows.map(({ person }) => person)).size;
  expect(persons).toBeGreaterThan(40_000);
  expect(persons).toBeLessThan(Number(cases(rows)) * 0.85);
});

test("Spring Festival and the year's end show in the monthly payments", () => {
  const byMonth = new Map<string, number>();
  for (const { month, pool } of dealt.counted) byMonth.set(month, (byMonth.get(month) ?? 0) + pool);
  expect([...byMonth.keys()].sort()).toHaveLength(30);
  const paid = (month: string) => byMonth.get(month)!;
  expect(paid("2016-02")).toBeLessThan(paid("2016-03"));
  expect(paid("2017-01")).toBeLessThan(paid("2017-03"));
  expect(paid("2018-02")).toBeLessThan(paid("2018-03"));
  expect(paid("2016-12")).toBeGreaterThan(paid("2016-11"));
  expect(paid("2017-12")).toBeGreaterThan(paid("2017-11"));
});

test("layouts and encodings change over the years as they do in the wild", () => {
  const count = (keep: (look: { encoding: string; separator: string; titled: boolean; totals: boolean }) => boolean) =>
    [...looks.values()].filter(keep).length;
  expect(count(({ encoding }) => encoding === "gb18030")).toBe(9);
  expect(count(({ encoding }) => encoding === "utf-8-bom")).toBeGreaterThan(3);
  expect(count(({ separator }) => separator === "\t")).toBe(5);
  expect(count(({ titled }) => titled)).toBe(4);
  expect(count(({ totals }) => totals)).toBe(3);
});

/** The registries and half a year, with YIZHANG_TEST_FULL all thirty months. */
const compared = process.env.YIZHANG_TEST_FULL ? 31 : 7;

test("the same seed gives the same bytes, another seed others", async () => {
  const again = await mkdtemp(join(tmpdir(), "yizhang-demo-"));
  try {
    const second: DemoLoad[] = [];
    for await (const load of writeLoads(again)) {
      second.push(load);
      if (second.length === compared) break;
    }
    const first = loads.slice(0, compared);
    expect(second.map(({ receivedOn }) => receivedOn)).toEqual(first.map(({ receivedOn }) => receivedOn));
    expect(await hashes(second)).toEqual(await hashes(first));
    expect(new Random("one").next()).not.toBe(new Random("two").next());
  } finally {
    await rm(again, { recursive: true });
  }
}, 300_000);

async function hashes(list: readonly DemoLoad[]): Promise<[file: string, hash: string][]> {
  const files = list.flatMap((load) => load.files);
  return Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [
        basename(file),
        createHash("sha256")
          .update(await readFile(file))
          .digest("hex"),
      ],
    ),
  );
}

test("the loads come in order, thirty-one of them", () => {
  const days = loads.map(({ receivedOn }) => receivedOn);
  expect(days).toHaveLength(31);
  expect(days).toEqual([...days].sort());
  expect(loads[0]!.files.map((file) => basename(file))).toEqual([
    "institutions.csv",
    "hardship-registry.csv",
    "funding-2016.csv",
    "enrolment-2016.csv",
  ]);
  expect(loads[13]!.files.map((file) => basename(file))).toEqual([
    expect.stringContaining("settlements-2017-01"),
    "funding-2017.csv",
    "enrolment-2017.csv",
  ]);
});
