import { afterAll, beforeAll, expect, test } from "vitest";
import { table } from "@/cli/table";
import { type FactRow, openWriter, publishFiles, region, settlement, writeFacts } from "@/tests/figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";

let installation: TemporaryInstallation;

const month = "2018-06";
const settled = (visit_class: string, count: number, aid: string, row: FactRow = {}) =>
  Array.from({ length: count }, () => settlement({ month, visit_class, medical_aid_pay_amount: aid, ...row }));
const byHand = (visit_class: string, cases: number | null, amount: string): FactRow => ({
  month,
  visit_class,
  insured_region: region,
  hardship_status: "subsistence_allowance",
  cases,
  amount,
});

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: [
      ...settled("inpatient", 400, "4940.00"),
      ...settled("outpatient", 300, "2800.00"),
      // Taken back again, and never aided: neither is a case of aid.
      ...settled("outpatient", 1, "77.00"),
      ...settled("outpatient", 1, "-77.00", { cases: -1, reversal: true }),
      ...settled("outpatient", 5, "0.00"),
    ],
    fct_manual_aid: [
      byHand("inpatient", 3606, "2963000.00"),
      byHand("inpatient", null, "1000.00"),
      byHand("outpatient", 10223, "280000.00"),
    ],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});
afterAll(() => installation.close());

test("住院 400 + 3606 = 4006人次 494万元, 门诊 300 + 10223 = 10523人次 112万元: 14529人次, 606万元", async () => {
  const lines: string[] = [];
  await table.run(["medical_aid", "--region", region, "--period", month], {
    installation: async () => installation,
    now: () => new Date(0),
    print: (line) => lines.push(line),
    warn: () => undefined,
  });
  const { rows } = JSON.parse(lines.join("\n"));
  const printed = rows.map(({ label, cells }: { label: string; cells: Record<string, { value: string }> }) => [
    label,
    ...Object.values(cells).map(({ value }) => value),
  ]);
  expect(printed).toEqual([
    ["住院", "400", "1976000.00", "3606", "2964000.00", "4006", "4940000.00"],
    ["普通门诊", "300", "840000.00", "10223", "280000.00", "10523", "1120000.00"],
    ["合计", "700", "2816000.00", "13829", "3244000.00", "14529", "6060000.00"],
  ]);
});
