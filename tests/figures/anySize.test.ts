import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exactText } from "@/app/writing";
import { usualBasis } from "@/domain/availableFundBasis";
import type { FactFile } from "@/domain/factFile";
import { parsePeriod, standardPeriods } from "@/domain/period";
import { totalPeriods } from "@/etl/steps/total";
import { answer } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import totalFee from "@/metrics/definitions/total_fee_amount";
import { csv } from "@/reports/render/csv";
import { type SheetContext, sheetOf } from "@/reports/render/sheet";
import { xlsx } from "@/reports/render/xlsx";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { factTables } from "@/warehouse/facts";
import { openWriter, publishFiles, region, scheme } from "./fixtureCounty";

/** Sums beyond 2^53 分, where a float begins to drop cents: exact from the rows to the cell of a spreadsheet. */

const rows = process.env.YIZHANG_TEST_FULL ? 10_000_000 : 100_000;
/** 分 of the largest row: 10 000 000.00 元 where there are ten million, which is the most that a load takes. */
const most = 10_000_000_000_000_000 / rows;
const months = ["2018-01", "2018-02"];
const tiers = ["township", "county", "city"];

/** Row `i`, once in SQL and once in plain loops: every thousandth is taken back. */
const inSql = {
  fen: `(case when i % 1000 = 7 then -1 else 1 end) * (${most} - (i * 7919) % ${most / 100} - i % 97)`,
  tier: `['${tiers.join("','")}'][i % 3 + 1]`,
};
const fenOf = (i: number) => BigInt(i % 1000 === 7 ? -1 : 1) * BigInt(most - ((i * 7919) % (most / 100)) - (i % 97));

let installation: TemporaryInstallation;
const sums = new Map<string, bigint>();
let floating = 0;

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const { warehouseFolder } = installation.home;
  const files: FactFile[] = [];
  for (const [index, month] of months.entries()) {
    const path = `facts/fct_settlements/${region}/${month}.parquet`;
    await mkdir(dirname(join(warehouseFolder, path)), { recursive: true });
    await warehouse.run(
      `copy (select ${columns(month)} from range(${(index * rows) / 2}, ${((index + 1) * rows) / 2}) as rows(i)) to '${join(warehouseFolder, path)}' (format parquet)`,
    );
    const name = { table: "fct_settlements", region, partition: month } as const;
    files.push({ ...name, path, rows: rows / 2, contentHash: month, statedHash: month, derivedBy: "" });
  }
  await publishFiles(installation, 1, files);
  const periods = standardPeriods(months);
  const batches = await totalPeriods(warehouse, installation.database, { region, files, warehouseFolder, periods });
  await publishFiles(installation, 2, files);
  await installation.database.sql`
    insert into version_totals (version, region, period, batch_id)
    select 2, ${region}, * from unnest(
      ${batches.map((one) => one.period)}::text[], ${batches.map((one) => one.batchId)}::text[])`;
  warehouse.close();
  for (let i = 0; i < rows; i += 1) {
    const fen = fenOf(i);
    floating += Number(fen);
    for (const key of ["total", tiers[i % 3]!]) sums.set(key, (sums.get(key) ?? 0n) + fen);
  }
}, 300_000);
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

function columns(month: string): string {
  const amount = `((${inSql.fen})::decimal(20,0) * 0.01::decimal(3,2))`;
  const known: Record<string, string> = {
    ...{ region: `'${region}'`, insured_region: `'${region}'`, scheme: `'${scheme}'`, month: `'${month}'` },
    ...{ settled_on: `'${month}-01'`, tier: inSql.tier, visit_class: "'outpatient'", hardship_status: "'none'" },
    ...{ special_disease: "false", reversal: "i % 1000 = 7", cases: "case when i % 1000 = 7 then -1 else 1 end" },
    ...{ total_fee_amount: amount, pool_pay_amount: amount, fund_pay_amount: amount },
  };
  return Object.entries(factTables.fct_settlements)
    .map(([name, type]) => `(${known[name] ?? "null"})::${type} as ${name}`)
    .join(", ");
}

/** 分 as 元, by digits alone. */
function yuan(fen: bigint): string {
  const digits = String(fen).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const withoutZeros = (text: string | null) => text?.replace(/\.?0+$/, "");

async function values(version: number): Promise<Record<string, string | null>> {
  const found = await answer(installation, {
    ...{ region, scheme, period: parsePeriod("2018Q1")!, by: ["tier"], where: {}, compare: null, basis: usualBasis },
    ...{ metrics: ["total_fee_amount"], asOf: version },
  });
  // As the web and the command line hand it on.
  const { total, rows: cells } = JSON.parse(JSON.stringify(found)) as typeof found;
  const of = (row: typeof total) => row.values.total_fee_amount!.value;
  return { total: of(total), ...Object.fromEntries(cells.map((cell) => [cell.key.tier, of(cell)])) };
}

test(`${rows} rows come to more than 2^53 分 with a difference of 0, from the rows and as stored, in JSON`, async () => {
  expect(sums.get("total")! > 2n ** 53n).toBe(true);
  // Added up as floats they would have lost cents.
  expect(BigInt(floating)).not.toBe(sums.get("total"));
  const oracle = Object.fromEntries([...sums].map(([key, fen]) => [key, withoutZeros(yuan(fen))]));
  for (const version of [1, 2]) {
    const found = Object.entries(await values(version)).map(([key, value]) => [key, withoutZeros(value)]);
    expect(Object.fromEntries(found), `version ${version}`).toEqual(oracle);
  }
});

test("the text on screen, the line of a CSV and the cell of a workbook have every digit of it", async () => {
  const { total } = await values(2);
  const exact = yuan(sums.get("total")!);
  const [whole, fraction] = exact.split(".") as [string, string];
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  expect(exactText(total!, "yuan", "zh-CN").replace(/\s/g, "")).toBe(`${separated}.${fraction}元`);

  const inTenThousands = withoutZeros(`${whole.slice(0, -4)}.${whole.slice(-4)}${fraction}`)!;
  const cell = { metric: totalFee, value: total ?? null, reason: null, unit: "yuan" } as const;
  const sheet = sheetOf(
    {
      ...{ id: "institutions", title: "机构", notes: [] },
      columns: [
        { id: "name", label: "名称", kind: "text" },
        { id: "fee", label: "总费用(万元)", kind: "number" },
      ],
      rows: [{ id: "all", label: "全县", role: "total", cells: { fee: cell } }],
    },
    context,
  );
  expect(new TextDecoder().decode(csv(sheet))).toContain(`全县,${inTenThousands}\r\n`);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await xlsx(sheet)).buffer as ArrayBuffer);
  const texts: unknown[] = [];
  workbook.worksheets[0]!.eachRow((row) => texts.push(row.getCell(2).value));
  expect(texts).toContain(inTenThousands);
});

const context: SheetContext = {
  scope: {
    ...{ region, scheme, period: parsePeriod("2018Q1")!, compare: null, basis: usualBasis, asOf: null, where: {} },
  },
  region: { name: "示例县", demo: true },
  version: 2,
  dataUntil: "2018-02-28",
  words: messagesIn("zh-CN"),
  language: "zh-CN",
  institutions: new Map(),
};
