import { afterAll, beforeAll, expect, test } from "vitest";
import { randomNumbers } from "@/tests/setup/random";
import { times } from "../faults/bureau";
import type { Files } from "./badInput";
import { delimited, ReadingBench, type StageOptions, settlement } from "./readingSetup";
import { sheetOf, xlsx } from "./workbookFiles";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

type Row = Record<string, string>;
const medianFee = 180;

/** Visits as a county has them: most are small, one in eight is a stay; sorted by size in one file of three. */
function month(seed: number, growth = 1): Row[] {
  const random = randomNumbers(seed);
  const count = 60 + Math.floor(random() * 1500);
  const fees = Array.from({ length: count }, () => {
    const spread = Math.exp((random() + random() + random() - 1.5) * 1.6);
    return (random() < 0.125 ? 5200 : 150) * spread * growth;
  });
  if (seed % 3 === 0) fees.sort((a, b) => a - b);
  return fees.map((fee, i) => ({
    ...settlement,
    ...{ SETL_ID: `U${i}`, MDTRT_ID: `V${i}`, PSN_NO: `P${i}`, CERTNO: "" },
    ...{ MEDFEE_SUMAMT: fee.toFixed(2), INSCP_AMT: "", CASH_PAYAMT: "", HIFP_PAY: (fee * 0.55).toFixed(2) },
  }));
}

/** The same amount in 万元, under a header that does not say so. */
const inTenThousand = (row: Row, columns = ["MEDFEE_SUMAMT", "HIFP_PAY"]): Row => ({
  ...row,
  ...Object.fromEntries(columns.map((column) => [column, (Number(row[column]) / 10_000).toFixed(4).slice(0, -2)])),
});
const csv = (rows: readonly Row[]): Files => ({ "2018-06.csv": delimited(rows) });
const half = (rows: readonly Row[]) => Math.floor(rows.length / 2);

/** A sheet of its own is read where it is asked for; of two that may be the data neither is read unasked (L-114). */
const asked = { sheet: "2" };

const mistakes: readonly [what: string, files: (rows: Row[]) => Files | Promise<Files>, options?: StageOptions][] = [
  ["the whole file", (rows) => csv(rows.map((row) => inTenThousand(row)))],
  ["one column", (rows) => csv(rows.map((row) => inTenThousand(row, ["HIFP_PAY"])))],
  [
    "one sheet",
    async (rows) => {
      const [first, second] = [rows.slice(0, half(rows)), rows.slice(half(rows)).map((row) => inTenThousand(row))];
      return { "2018-06.xlsx": await xlsx([sheetOf(first, "1"), sheetOf(second, "2")]) };
    },
    asked,
  ],
  ["half of the rows", (rows) => csv(rows.map((row, i) => (i < half(rows) ? row : inTenThousand(row))))],
];
const recent = { rowsPerMonth: 800, medianFee: async () => medianFee };
const wrong = times(6, 2);

test(`万元 in ${mistakes.map(([what]) => what).join(", ")}: each of ${wrong} files is sent back, with and without months before it`, async () => {
  for (const [what, files, options] of mistakes)
    for (let seed = 1; seed <= wrong; seed += 1) {
      const load = await bench.stage(await files(month(seed)), { ...options, ...(seed % 2 ? { recent } : {}) });
      const codes = load.report.findings.filter(({ severity }) => severity === "refuse").map(({ code }) => code);
      expect([what, seed, codes]).toEqual([what, seed, ["L-308"]]);
    }
}, 600_000);

const honest = times(240, 24);
test(`${honest} honest months, 40% less to 40% more than those before: no false alarm`, async () => {
  for (let seed = 1; seed <= honest; seed += 1) {
    const load = await bench.stage(csv(month(1000 + seed, 0.6 + (0.8 * seed) / honest)), { recent });
    expect([seed, load.refused, load.report.findings.filter(({ code }) => code !== "L-108")]).toEqual([
      seed,
      false,
      [],
    ]);
  }
});
