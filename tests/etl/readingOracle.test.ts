import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomNumbers } from "@/tests/setup/random";
import { times } from "../faults/bureau";
import { sumsOf } from "../oracle/settlementFile";
import { delimited, ReadingBench, type SettlementCells, settlement } from "./readingSetup";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

/** Choices by a seed. */
function randomOf(seed: number) {
  const next = randomNumbers(seed);
  return {
    below: (n: number) => Math.floor(next() * n),
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!,
  };
}

const yuan = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;

/** Faults that the oracle and the loader must agree on: each is clear from the cell alone. */
const faults: SettlementCells[] = [
  { MEDFEE_SUMAMT: "1,2O4.5" },
  { MEDFEE_SUMAMT: "12.345" },
  { HIFP_PAY: "" },
  { HIFP_PAY: "1e3" },
  { HIFP_PAY: "--5" },
  { PSN_NO: "" },
  { SETL_TIME: "01/02/2018" },
  { MEDFEE_SUMAMT: "10000001.00" },
  { INSU_ADMDVS: "110101" },
  { VALI_FLAG: "0" },
  { BRDY: "2018-02-30" },
  { CASH_PAYAMT: "x" },
  { MEDFEE_SUMAMT: "１,234.50" },
  { MEDFEE_SUMAMT: "0.2万元", HIFP_PAY: "12.500" },
];

function randomFile(seed: number) {
  const random = randomOf(seed);
  const separator = random.pick([",", "\t", ";", "|"]);
  const lineEnd = random.pick(["\n", "\r\n"]);
  const rows: Record<string, string>[] = [];
  const count = 50 + random.below(400);
  for (let i = 0; i < count; i++) {
    const pool = random.below(500_000);
    const row = {
      ...settlement,
      SETL_ID: random.below(20) === 0 && i > 0 ? rows[random.below(i)]!.SETL_ID! : `S${i}`,
      MEDFEE_SUMAMT: yuan(pool + random.below(100_000)),
      HIFP_PAY: yuan(pool),
      FIXMEDINS_NAME: random.pick(["甲院", "乙,院", 'a "b" c', "两\n行"]),
      UPDT_TIME: random.pick(["2018-06-03 12:00:00", "2018-06-04 12:00:00", ""]),
      ...(random.below(8) === 0 ? random.pick(faults) : {}),
    };
    rows.push(random.below(30) === 0 && i > 0 ? rows[random.below(i)]! : row);
  }
  const text = delimited(rows, separator, lineEnd);
  const lines = [text];
  if (random.below(2) === 0) lines.unshift(`2018年6月${lineEnd}`);
  if (random.below(2) === 0) lines.push(lineEnd);
  if (random.below(2) === 0) lines.push(`only${separator}three${separator}cells${lineEnd}`);
  return { text: lines.join(""), separator };
}

const files = process.env.YIZHANG_TEST_FULL ? 500 : 60;

test(`${files} random faulty files: read = accepted + held + excluded, in rows and to the cent, as an independent reader counts`, async () => {
  for (let seed = 1; seed <= files; seed++) {
    const { text, separator } = randomFile(seed);
    const expected = sumsOf(text, separator, { fee: "MEDFEE_SUMAMT", pool: "HIFP_PAY" });
    const load = await bench.stage({ "a.csv": text }, { settings: { heldShare: 1, otherRegionShare: 1 } });
    const { rows, total_fee_amount: fee, pool_pay_amount: pool, ...rest } = load.report.reconciliation;
    const cents = (amount: string) => BigInt(amount.replace(".", ""));
    expect({ seed, refused: load.refused, ...rest }).toEqual({
      seed,
      refused: false,
      balanced: true,
      unreadable_amount_rows: expected.unreadable,
      control: null,
    });
    expect([seed, rows.read, cents(fee.read), cents(pool.read)]).toEqual([
      seed,
      expected.rows,
      expected.fee,
      expected.pool,
    ]);
    expect(rows.accepted + rows.quarantined + rows.excluded).toBe(rows.read);
    const reasons = load.report.findings.filter(({ severity }) => severity === "hold" || severity === "exclude");
    expect(reasons.reduce((sum, finding) => sum + finding.rows, 0)).toBe(rows.quarantined + rows.excluded);
  }
}, 1_200_000);

const rowsOfEach = times(1000, 100);
test(`12 faults in fields that are not required, ${rowsOfEach} rows of each: the sums stay, none is held, every row is warned of`, async () => {
  // Nobody was born in a thirteenth month; one number in hundreds of rows would be said to stand for nobody.
  const impossible = (i: number) => `11010519491331${String(Math.floor(i / 12)).padStart(3, "0")}0`;
  const faultsElsewhere = (i: number): [string, SettlementCells & { AGE?: string; DISE_NO?: string }][] => [
    ["L-403", { CERTNO: impossible(i) }],
    ["L-301", { INSCP_AMT: "?" }],
    ["L-303", { CASH_PAYAMT: "1e9" }],
    ["L-411", { BRDY: "?" }],
    ["L-411", { UPDT_TIME: "?" }],
    ["L-411", { BEGNDATE: "24-01-01" }],
    ["L-410", { ENDDATE: "2018-13-01" }],
    ["L-412", { BEGNDATE: "2018-06-05" }],
    ["L-204", { FIXMEDINS_NAME: "示例县\u202e人民\u200b医院" }],
    ["L-416", { DISE_NO: "E1O.9" }],
    ["L-417", { INSUTYPE: "x" }],
    ["L-418", { BRDY: "", AGE: "200", MDTRT_ID: "" }],
  ];
  const rows = Array.from(
    { length: 12 * rowsOfEach },
    (_, i): Record<string, string> => ({
      ...{ ...settlement, AGE: "60", DISE_NO: "", SETL_ID: `F${i}`, PSN_NO: `P${i}`, CERTNO: "" },
      ...faultsElsewhere(i)[i % 12]![1],
    }),
  );
  const { report } = await bench.stage({ "a.csv": delimited(rows) });
  expect(report.files[0]).toMatchObject({ accepted: rows.length, quarantined: 0, excluded: 0 });
  expect(report.reconciliation.total_fee_amount.accepted).toBe(`${rows.length}000.00`);
  const expected: Record<string, number> = {};
  for (const [code] of faultsElsewhere(0)) expected[code] = (expected[code] ?? 0) + rowsOfEach;
  const warned: Record<string, number> = {};
  for (const { code, severity, rows: count } of report.findings)
    if (severity === "warn") warned[code] = (warned[code] ?? 0) + count;
  expect(warned).toEqual(expected);
});

test("no name, number or phone of anybody is in what is left, nor in the report", async () => {
  const canaries = {
    PSN_NAME: "欧阳蘦",
    CERTNO: "990105194912310021",
    PSN_NO: "CANARY36100099",
    TEL: "13800991234",
    SETL_ID: "CANARYSETL",
  };
  const person = { ...settlement, ...canaries };
  const bad = [
    { MEDFEE_SUMAMT: canaries.PSN_NAME },
    { MEDFEE_SUMAMT: canaries.TEL },
    { HIFP_PAY: canaries.CERTNO },
    { SETL_TIME: canaries.PSN_NAME },
    { BRDY: canaries.PSN_NAME },
    { MED_TYPE: "" },
  ].map((cells, i) => ({ ...person, SETL_ID: `${canaries.SETL_ID}${i}`, ...cells }));
  const good = Array.from({ length: 50 }, (_, i) => ({ ...person, SETL_ID: `${canaries.SETL_ID}9${i}` }));
  const load = await bench.stage(
    { "a.csv": `${delimited([...good, ...bad])}欧阳蘦,1\n` },
    { settings: { heldShare: 1 } },
  );
  const everything = JSON.stringify([load, await bench.accepted(load), await bench.held(load)]);
  const files = bench.filesLeft().map((name) => readFileSync(join(bench.root, name)).toString("latin1"));
  for (const canary of Object.values(canaries)) {
    expect([canary, everything.includes(canary)]).toEqual([canary, false]);
    const bytes = Buffer.from(canary).toString("latin1");
    expect([canary, files.some((content) => content.includes(bytes))]).toEqual([canary, false]);
  }
  expect(readdirSync(join(bench.root, "spill"))).toEqual([]);

  const refused = await bench.stage({ "a.csv": `"${delimited(good)}` });
  expect(JSON.stringify(refused)).not.toContain("CANARY");
  expect(readdirSync(join(bench.root, "spill"))).toEqual([]);
});
