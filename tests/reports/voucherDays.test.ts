import { afterAll, beforeAll, expect, test } from "vitest";
import { readScope } from "@/app/scope";
import type { FactFile } from "@/domain/factFile";
import { answer } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { askTable } from "@/reports/askTable";
import type { Table } from "@/reports/tables/define";
import { voucherDays } from "@/reports/tables/voucherDays";
import { voucherRow } from "@/reports/vouchers/days";
import { type FactRow, openWriter, publishFiles, region, settlement, writeFacts } from "@/tests/figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { askedAgain, isQuantity } from "./readAgain";

let installation: TemporaryInstallation;
let files: FactFile[];

/** On a day: how many settlements, how many of them with the e-voucher. */
const on = (settled_on: string, count: number, vouchers: number): FactRow[] =>
  Array.from({ length: count }, (_, index) =>
    settlement({ month: settled_on.slice(0, 7), settled_on, voucher_kind: index < vouchers ? "01" : "02" }),
  );

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: [
      ...on("2018-05-21", 10, 1),
      ...on("2018-05-31", 10, 2),
      ...on("2018-06-01", 10, 3),
      ...on("2018-06-02", 4, 2),
      // Taken back on the day after: counted where it was taken back.
      settlement({ month: "2018-06", settled_on: "2018-06-02", voucher_kind: "01", reversal: true, cases: -1 }),
      ...on("2018-06-11", 20, 5),
      ...on("2018-06-30", 5, 5),
    ],
    fct_manual_aid: [{ month: "2018-06", visit_class: "inpatient", hardship_status: "none", cases: 9, amount: "1.00" }],
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

const scope = readScope({ period: "2018-06" }, { region, months: [], bases: {} });
const context = {
  ...{ scope, by: null, words: messagesIn("zh-CN"), language: "zh-CN" as const },
  ...{ institutions: new Map(), events: [] },
};

const shown = (table: Table, ids: readonly string[]) =>
  table.rows
    .filter(({ id }) => ids.includes(id))
    .map(({ label, cells }) => [label, ...Object.values(cells).map((cell) => isQuantity(cell) && cell.value)]);

test("this month 329 of 1000 are 32.9%, last month 24.99%: 7.91 points more", () => {
  const daily = [
    { day: "2018-06-03", amounts: { settlements: "10000", e_voucher_settlements: "2499" } },
    { day: "2018-06-04", amounts: { settlements: "1000", e_voucher_settlements: "329" } },
  ];
  const { values, compare } = voucherRow(daily, { from: "2018-06-04", to: "2018-06-10" }, "week");
  const id = "e_voucher_settlement_rate";
  expect([values[id]!.value, compare!.values[id]!.value, compare!.change[id]]).toEqual(["0.329", "0.2499", "0.0791"]);
});

test("day by day: the first one beside the last of May, a day without settlements has no rate, days make the month", async () => {
  const table = await askTable(installation, voucherDays, context);
  expect(table.title).toBe("医保电子凭证结算率按日（2018年6月）");
  expect(table.rows).toHaveLength(30);
  expect(shown(table, ["2018-06-01", "2018-06-02", "2018-06-03", "2018-06-30"])).toEqual([
    ["6月1日 周五", "10", "3", "0.3", "0.2", "0.1"],
    [
      "6月2日 周六",
      "3",
      "1",
      "0.3333333333333333333333333333333333333333",
      "0.3",
      "0.0333333333333333333333333333333333333333",
    ],
    ["6月3日 周日", "0", "0", null, "0.3333333333333333333333333333333333333333", null],
    ["6月30日 周六", "5", "5", "1", null, null],
  ]);
  const month = await answer(installation, { ...scope, by: [], metrics: ["settlements", "e_voucher_settlements"] });
  const totalOf = (column: string) =>
    table.rows.reduce((sum, { cells }) => sum + Number(isQuantity(cells[column]) && cells[column].value), 0);
  expect([totalOf("settlements"), totalOf("e_vouchers")].map(String)).toEqual(
    ["settlements", "e_voucher_settlements"].map((id) => month.total.values[id]!.value),
  );
});

test("week by week: from the Monday in May, to the Saturday that June ends with", async () => {
  const table = await askTable(installation, voucherDays, { ...context, choices: { step: "week" } });
  expect(
    shown(
      table,
      table.rows.map(({ id }) => id),
    ),
  ).toEqual([
    [
      "5月28日—6月3日",
      "23",
      "6",
      "0.2608695652173913043478260869565217391304",
      "0.1",
      "0.1608695652173913043478260869565217391304",
    ],
    ["6月4日—6月10日", "0", "0", null, "0.2608695652173913043478260869565217391304", null],
    ["6月11日—6月17日", "20", "5", "0.25", null, null],
    ["6月18日—6月24日", "0", "0", null, "0.25", null],
    ["6月25日—6月30日", "5", "5", "1", null, null],
  ]);
});

test("every number is found again at its own address", async () => {
  for (const step of ["day", "week"]) {
    const whole = await askTable(installation, voucherDays, { ...context, choices: { step } });
    const table = { ...whole, rows: whole.rows.slice(0, 3) };
    for (const { shown, found, words } of await askedAgain(installation, files, scope, table)) {
      expect([found, /[{}]/.test(words)]).toEqual([shown, false]);
    }
  }
});
