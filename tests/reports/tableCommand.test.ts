import { readFile } from "node:fs/promises";
import { join } from "node:path";
import excel from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { table } from "@/cli/table";
import { openWriter, publishFiles, region, settlement, writeFacts } from "@/tests/figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";

let installation: TemporaryInstallation;

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: [
      settlement({ month: "2017-01", visit_class: "inpatient", pool_pay_amount: "10000.00" }),
      settlement({ month: "2018-01", visit_class: "inpatient", pool_pay_amount: "12345.67" }),
      settlement({ month: "2018-01", visit_class: "outpatient", pool_pay_amount: "99.01" }),
    ],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});
afterAll(() => installation.close());

async function run(commandArguments: string[]): Promise<string> {
  const lines: string[] = [];
  await table.run([...commandArguments, "--region", region, "--period", "2018-01"], {
    installation: async () => installation,
    now: () => new Date(0),
    print: (line) => lines.push(line),
    warn: () => undefined,
  });
  return lines.join("\n");
}

test("one JSON object by default, compared with the year before: 12345.67 − 10000.00 = 2345.67", async () => {
  const { rows, ...about } = JSON.parse(await run(["expenditure"]));
  expect(about).toMatchObject({ data_version: 1, table: "expenditure", period: "2018-01", compare: "2017-01" });
  expect(rows.map(({ label }: { label: string }) => label)).toEqual(["住院", "普通门诊", "合计"]);
  expect(rows[0].cells.change).toEqual({ metric: "pool_pay_amount", value: "2345.67", unit: "yuan" });
  expect(rows[0].cells.share_of_available_fund.value).toBeNull();
});

test("CSV and XLSX hold the same cells, in the order asked for", async () => {
  const sort = ["--sort", "expenditure.now.ascending"];
  const lines = (await run(["expenditure", "--format", "csv", ...sort])).split("\r\n");
  const header = lines.findIndex((line) => line.startsWith("就诊类别,"));
  expect(lines[header + 1]).toMatch(/^普通门诊,0\.009901,,0\.7956010118\d+,0,0\.009901,,4\.05\d+$/);
  const out = join(installation.home.root, "基金支出.xlsx");
  await run(["expenditure", "--out", out, ...sort]);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await readFile(out)).buffer as ArrayBuffer);
  const [page] = workbook.worksheets;
  const rows = lines.slice(header, header + 4).map((line) => line.split(","));
  const cells = rows.map((row, down) => row.map((_, along) => page!.getCell(header + 1 + down, along + 1).value ?? ""));
  expect(cells.map((row) => row.map(String))).toEqual(rows);
});

test("what cannot be done is refused by a code", async () => {
  const refusals: [string[], string][] = [
    [["nothing"], "Q-110"],
    [["expenditure", "--by", "region"], "Q-111"],
    [["expenditure", "--out", "a.pdf"], "Q-112"],
    [["expenditure", "--format", "xlsx"], "Q-113"],
    [["expenditure", "--out", "/nowhere/a.csv"], "Q-114"],
    [["expenditure", "--as-of", "9"], "Q-102"],
  ];
  for (const [given, code] of refusals) await expect(run(given)).rejects.toMatchObject({ code });
});
