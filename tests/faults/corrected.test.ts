import { afterAll, beforeAll, expect, test } from "vitest";
import { decimal } from "@/domain/money";
import { publish } from "@/etl/index";
import { compareVersions } from "@/figures/compareVersions";
import { closeReader } from "@/figures/reader";
import type { FileRow } from "../setup/extractFiles";
import { temporaryInstallation } from "../setup/installation";
import { publishedMonths } from "../setup/publishedMonths";
import { yuan } from "./balancedCounty";
import { Bureau } from "./bureau";

/** A corrected export never overwrites silently: what it changes is said to the fen, before consent and for good. */

let bureau: Bureau;
beforeAll(async () => {
  const installation = await temporaryInstallation();
  bureau = await Bureau.open(installation, installation.environment);
});
afterAll(async () => {
  await closeReader(bureau.installation.home);
  await bureau.close();
});

interface Settled {
  readonly id: string;
  readonly month: string;
  /** Pool payment in 分; of a row that takes another back, what is taken back. */
  readonly pool: bigint;
  readonly takesBack?: string;
}
type County = readonly Settled[];

const settled = (id: string, month: string, pool: bigint): Settled => ({ id, month, pool });
const months = ["2018-04", "2018-05", "2018-06"];
const before: County = months.flatMap((month, at) =>
  [1, 2, 3, 4].map((number) => settled(`${month}-${number}`, month, BigInt(100_000 * number + 37 * at + number))),
);
const without = (rows: County, id: string) => rows.filter((row) => row.id !== id);
const withPool = (rows: County, id: string, change: bigint) =>
  rows.map((row) => (row.id === id ? { ...row, pool: row.pool + change } : row));

/** Each is sent as a new export of some months. */
const corrections: [name: string, months: readonly string[], correct: (rows: County) => County][] = [
  ["a row is added", ["2018-06"], (rows) => [...rows, settled("new", "2018-06", 12_345n)]],
  ["a row is removed", ["2018-05"], (rows) => without(rows, "2018-05-2")],
  ["an amount is one fen more", ["2018-04"], (rows) => withPool(rows, "2018-04-3", 1n)],
  [
    "a row moves to the month before",
    ["2018-05", "2018-06"],
    (rows) => rows.map((row) => (row.id === "2018-06-1" ? { ...row, month: "2018-05" } : row)),
  ],
  [
    "a settlement of April is taken back in June",
    ["2018-06"],
    (rows) => [...rows, { ...settled("back", "2018-06", 200_002n), takesBack: "2018-04-2" }],
  ],
  [
    "added, removed and changed in three months at once",
    months,
    (rows) => [...without(withPool(rows, "2018-05-3", -250n), "2018-04-1"), settled("last", "2018-06", 99n)],
  ],
];

interface Sums {
  readonly cases: bigint;
  readonly pool: bigint;
}

/** Months in plain loops. */
function sumsOf(rows: County): Map<string, Sums> {
  const sums = new Map(months.map((month) => [month, { cases: 0n, pool: 0n }]));
  for (const { month, pool, takesBack } of rows) {
    const sign = takesBack === undefined ? 1n : -1n;
    const own = sums.get(month)!;
    sums.set(month, { cases: own.cases + sign, pool: own.pool + sign * pool });
  }
  return sums;
}

const fileRow = ({ id, month, pool, takesBack }: Settled): FileRow => ({
  ...{ id, settled: `${month}-09`, fee: takesBack ? "-9999.00" : "9999.00" },
  pool: takesBack ? yuan(-pool) : yuan(pool),
  ...(takesBack ? { original: takesBack, refund: "1", visit: `V${takesBack}`, person: `P${takesBack}` } : {}),
});

const sent = (rows: County, sentMonths: readonly string[]) =>
  bureau.extract(rows.filter(({ month }) => sentMonths.includes(month)).map(fileRow));

const exact = (value: string) => decimal(value).toFixed();

test("six corrections: the difference before consent and between versions is the oracle's, earlier versions answer as before", async () => {
  const { installation } = bureau;
  const remembered: Record<string, string>[] = [];
  let rows = before;
  await bureau.load(await sent(rows, months));
  remembered.push(await publishedMonths(installation));

  for (const [name, sentMonths, correct] of corrections) {
    const [was, is] = [sumsOf(rows), sumsOf(correct(rows))];
    const changed = months.filter(
      (month) => JSON.stringify(was.get(month), text) !== JSON.stringify(is.get(month), text),
    );
    rows = correct(rows);

    const { loadId, report } = await bureau.submit(await sent(rows, sentMonths));
    expect([name, report.changes]).toMatchObject([
      name,
      changed.map((month) => ({
        month,
        cases_before: String(was.get(month)!.cases),
        cases_after: String(is.get(month)!.cases),
        pool_pay_before: yuan(was.get(month)!.pool),
        pool_pay_after: yuan(is.get(month)!.pool),
      })),
    ]);
    // Nobody sees anything of it before it is published.
    expect(await publishedMonths(installation)).toEqual(remembered.at(-1));

    const { dataVersion } = await publish(installation, loadId, new Date());
    const compared = await compareVersions(installation, { one: dataVersion - 1, other: dataVersion });
    const differences = compared.settlements.filter(({ metric }) => ["cases", "pool_pay_amount"].includes(metric));
    const expected = changed.flatMap((month) => [
      [month, "cases", exact(String(is.get(month)!.cases - was.get(month)!.cases))],
      [month, "pool_pay_amount", exact(yuan(is.get(month)!.pool - was.get(month)!.pool))],
    ]);
    expect([name, differences.map(({ month, metric, change }) => [month, metric, exact(change)])]).toEqual([
      name,
      expected.filter(([, , change]) => change !== "0"),
    ]);

    remembered.push(await publishedMonths(installation));
    expect(remembered.at(-1)).toEqual(Object.fromEntries([...is].map(([month, { pool }]) => [month, yuan(pool)])));
  }
  for (const [index, then] of remembered.entries())
    expect([index + 1, await publishedMonths(installation, index + 1)]).toEqual([index + 1, then]);
});

/** For JSON, which has no bigint. */
const text = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
