import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hardshipOf, pageQuestions } from "@/app/hardship/hardship";
import { readPolicyLine } from "@/app/hardship/policyLine";
import { hardshipReadings } from "@/app/hardship/readings";
import { hardshipSentences } from "@/app/hardship/sentences";
import { readScope, type Scope } from "@/app/scope";
import type { Shown } from "@/app/shown";
import { Writer } from "@/app/writing";
import { sentenceInPlainText } from "@/components/SentenceText";
import { changeSetting } from "@/db/queries/changeSetting";
import type { FactFile } from "@/domain/factFile";
import { decimal, sum } from "@/domain/money";
import { answer, answerAll } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import rate from "@/metrics/definitions/actual_reimbursement_rate";
import { askTable } from "@/reports/askTable";
import type { TableContext, TableDefinition } from "@/reports/tables/define";
import { hardship } from "@/reports/tables/hardship";
import { hardshipGrowth } from "@/reports/tables/hardshipGrowth";
import {
  type FactRow,
  openWriter,
  person,
  publishFiles,
  region,
  settlement,
  writeFacts,
} from "@/tests/figures/fixtureCounty";
import { type TemporaryInstallation, temporaryInstallation } from "@/tests/setup/installation";
import { askedAgain, valueAt } from "./readAgain";

const stays = (count: number, first: number, row: FactRow): FactRow[] =>
  Array.from({ length: count }, (_, index) => settlement({ ...row, person_key: person(first + index) }));

const poor = { hardship_status: "registered_poor", total_fee_amount: "1000.00", pool_pay_amount: "600.00" };
const paid = {
  serious_illness_pay_amount: "50.00",
  medical_aid_pay_amount: "150.00",
  other_guarantee_pay_amount: "50.00",
};
const allowance = { hardship_status: "subsistence_allowance", total_fee_amount: "1000.00", pool_pay_amount: "500.00" };
const other = { total_fee_amount: "2000.00", pool_pay_amount: "1000.00" };

/**
 * June 2018: 4 stays of registered poor (1000 yuan, of which 600 + 50 + 150 + 50 paid), 1 of 低保 (500 paid), 5 of
 * others (2000, 1000 paid), a visit of 400. June 2017: 2 poor, 1 低保, 4 others. Nobody is a stay of 特困, one is listed.
 */
const settlements = [
  ...stays(4, 1, { month: "2018-06", ...poor, ...paid }),
  ...stays(1, 20, { month: "2018-06", ...allowance }),
  ...stays(5, 30, { month: "2018-06", ...other }),
  settlement({ month: "2018-06", visit_class: "outpatient", pool_pay_amount: "400.00" }),
  ...stays(2, 1, { month: "2017-06", ...poor }),
  ...stays(1, 20, { month: "2017-06", ...allowance }),
  ...stays(4, 30, { month: "2017-06", ...other }),
];
const spell = (
  number: number,
  hardship_status: string,
  begins_on: string | null,
  ends_before: string | null = null,
) => ({
  person_key: person(number),
  hardship_status,
  begins_on,
  ends_before,
});
const registry = [
  ...[1, 2, 3, 4, 5].map((number) => spell(number, "registered_poor", null)),
  spell(20, "subsistence_allowance", "2016-01-01"),
  spell(21, "subsistence_allowance", "2016-01-01", "2018-06-30"),
  spell(22, "subsistence_allowance", "2018-07-01"),
  spell(23, "extreme_hardship", "2018-06-30"),
];
const enrolment = [{ month: "2018-06", insured_region: region, enrolled: 1000 }];

let installation: TemporaryInstallation;
let files: FactFile[];
const words = messagesIn("zh-CN");
const scope = readScope({ period: "2018-06" }, { region, months: [], bases: {} });
const contextOf = (of: Scope): TableContext => ({
  scope: of,
  by: null,
  words,
  language: "zh-CN",
  institutions: new Map(),
  events: [],
});

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  const { warehouseFolder } = installation.home;
  files = await writeFacts(warehouse, warehouseFolder, {
    fct_settlements: settlements,
    fct_hardship_registry: registry,
    fct_enrolment: enrolment,
  });
  const unregistered = await writeFacts(warehouse, warehouseFolder, { fct_settlements: settlements });
  warehouse.close();
  await publishFiles(installation, 1, unregistered);
  await publishFiles(installation, 2, files);
  await changeSetting(installation.database, {
    ...{ region, kind: "policy_parameter", key: "line", seen: 0 },
    value: {
      id: "comprehensive_reimbursement_line",
      value: "0.9",
      documentNumber: "示医保〔2018〕1号",
      validFrom: "2018-01",
      validTo: "2018-12",
      confirmed: true,
    },
    ...{ enteredAt: new Date("2018-07-05T09:00:00+08:00"), enteredBy: "待遇科", reason: "文件" },
  });
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

const ask = (definition: TableDefinition, of = scope) => askTable(installation, definition, contextOf(of));
const shownOf = (of: Scope) => ({ installation, scope: of, files, region: { name: "示例县" } }) as unknown as Shown;

async function sentencesOf(of: Scope): Promise<string[]> {
  const answers = await answerAll(installation, pageQuestions(of));
  const found = hardshipOf(answers, await readPolicyLine(shownOf(of)));
  return hardshipSentences(found, shownOf(of), new Writer(of, "zh-CN")).map(sentenceInPlainText);
}

describe("table 5", () => {
  test("has the office's columns", async () => {
    const { columns } = await ask(hardship);
    expect(columns.map(({ label }) => label.replace("(万元)", ""))).toEqual(
      "身份类别｜参保人数｜住院人次｜占比(%)｜总费用｜基本医保｜大病保险｜医疗救助｜其他保障｜个人负担｜综合报销比例(%)".split(
        "｜",
      ),
    );
  });

  test("the poor: 5 registered, 4 of 10 stays, 600 + 50 + 150 + 50 of 1000 paid, so 85%", async () => {
    const table = await ask(hardship);
    expect(table.rows.map(({ id, role }) => [id, role])).toEqual([
      ["registered_poor", "part"],
      ["extreme_hardship", "part"],
      ["subsistence_allowance", "part"],
      ["group", "subtotal"],
      ["none", "part"],
      ["total", "total"],
    ]);
    const row = (id: string) => table.columns.slice(1).map((column) => valueAt(table, id, column.id));
    expect(row("registered_poor")).toEqual(["5", "4", "0.4", "4000", "2400", "200", "600", "200", "600", "0.85"]);
    // Registered on the last day: neither who left the day before nor who comes the day after.
    expect(valueAt(table, "subsistence_allowance", "registered")).toBe("1");
    const listed = ["registered", "cases", "share"].map((column) => valueAt(table, "extreme_hardship", column));
    expect(listed).toEqual(["1", undefined, null]);
    expect(row("group")).toEqual(["7", "5", "0.5", "5000", "2900", "200", "600", "200", "1100", "0.78"]);
    expect(valueAt(table, "none", "registered")).toBeNull();
    expect([valueAt(table, "total", "registered"), valueAt(table, "total", "share")]).toEqual(["1000", "1"]);
  });

  test("fee = basic + serious illness + aid + other + the person's, in every row; parts add up to the total", async () => {
    const table = await ask(hardship);
    const amount = (id: string, column: string) => decimal(valueAt(table, id, column) ?? "0");
    for (const { id } of table.rows) {
      const payers = ["pool", "serious", "aid", "other", "burden"].map((column) => amount(id, column));
      expect([id, sum(payers).toString()]).toEqual([id, amount(id, "total_fee").toString()]);
    }
    const parts = table.rows.filter(({ role }) => role === "part");
    for (const column of ["cases", "total_fee", "pool", "burden"]) {
      expect(sum(parts.map(({ id }) => amount(id, column))).toString()).toBe(amount("total", column).toString());
    }
  });

  test("the registry knows no class and no tier: a filter leaves its counts, and narrows the stays", async () => {
    const table = await ask(hardship, { ...scope, where: { tier: ["city"] } });
    expect([valueAt(table, "registered_poor", "registered"), valueAt(table, "total", "cases")]).toEqual(["5", "0"]);
    const one = await ask(hardship, { ...scope, where: { hardship_status: ["registered_poor"] } });
    expect(one.rows.map(({ id }) => id)).toEqual(["registered_poor", "total"]);
  });

  test("without a registry there is no count, and the reason says so", async () => {
    const { total } = await answer(installation, { ...scope, asOf: 1, by: [], metrics: ["registered_persons"] });
    expect([total.values.registered_persons!.value, total.values.registered_persons!.reason]).toEqual([
      null,
      "no_registry",
    ]);
    const employees = { ...scope, scheme: "310", by: [], metrics: ["registered_persons"] };
    expect((await answer(installation, employees)).total.values.registered_persons!.reason).toBe("no_registry");
    expect(words.reasons.no_registry).toBe("没有这个险种的困难人员名册");
  });
});

test("growth: the poor 1200 of 2200 yuan more for stays, and of 2600 more in all; each share has its base", async () => {
  const table = await ask(hardshipGrowth);
  const row = (id: string) => table.columns.slice(1).map((column) => valueAt(table, id, column.id));
  const shares = (id: string) =>
    row(id)
      .slice(-2)
      .map((share) => decimal(share!).times(100).toFixed(2));
  expect(row("registered_poor").slice(0, 7)).toEqual(["4", "2", "1", "2400", "1200", "1200", "1"]);
  expect(shares("registered_poor")).toEqual(["54.55", "46.15"]);
  expect(shares("total")).toEqual(["100.00", "84.62"]);
  expect(table.notes[0]).toContain("占住院增减额以所选范围的住院统筹支出增减额为基数");
});

test("every number of both tables is found again at its address alone", async () => {
  for (const where of [{}, { tier: ["county"] }]) {
    for (const definition of [hardship, hardshipGrowth]) {
      const of = { ...scope, where };
      for (const { shown, found, words: how } of await askedAgain(installation, files, of, await ask(definition, of))) {
        expect(found).toEqual(shown);
        expect(how).not.toMatch(/[{}]|undefined/);
      }
    }
  }
});

describe("sentences", () => {
  test("shares with their bases, who paid, the distance to the dated line with its document", async () => {
    expect(await sentencesOf(scope)).toEqual([
      "6月困难人员住院5人次，占全部住院人次的50.00%；住院统筹基金支出0.29万元，占全部住院统筹基金支出的36.71%。",
      "困难人员住院统筹基金支出同比增加0.12万元，增长70.59%，占住院增加额的54.55%、全部增加额的46.15%；其中建档立卡贫困人口增加0.12万元，占住院增加额的54.55%、全部增加额的46.15%。",
      "困难人员住院总费用0.50万元中，基本医保支付0.29万元、大病保险0.02万元、医疗救助0.06万元、其他保障0.02万元，个人负担0.11万元，综合报销比例78.00%，比政策线90.00%低12.00个百分点（示医保〔2018〕1号，2018年1月至2018年12月执行，示例县）。",
    ]);
  });

  test("outside the dates of the line it is not shown, and its reading has no value", async () => {
    const before = { ...readScope({ period: "2017-06", compare: "none" }, { region, months: [], bases: {} }) };
    const [, paidBy] = await sentencesOf(before);
    expect(paidBy).toMatch(/综合报销比例56\.67%。$/);
    const straddling = readScope({ period: "2017-06..2018-06", compare: "none" }, { region, months: [], bases: {} });
    expect((await sentencesOf(straddling)).join()).not.toContain("政策线");
    const { total } = await answer(installation, { ...before, by: [], metrics: [rate.id] });
    const asked = { shown: shownOf(before), writer: new Writer(before, "zh-CN"), metric: rate, row: total, params: {} };
    expect((await hardshipReadings.distance_to_line(asked)).value).toBeNull();
  });

  test("a comparison across 2020/21 names the bridge between the two groups", async () => {
    const crossing = { ...scope, compare: readScope({ period: "2021-06" }, { region, months: [], bases: {} }).period };
    const answers = await answerAll(installation, pageQuestions(scope));
    const of = { ...crossing, period: crossing.compare!, compare: scope.period };
    const said = hardshipSentences(hardshipOf(answers, null), shownOf(of), new Writer(scope, "zh-CN"));
    expect(sentenceInPlainText(said.at(-1)!)).toContain("建档立卡贫困人口，2021年起为稳定脱贫人口和防止返贫监测对象");
    const plain = hardshipSentences(hardshipOf(answers, null), shownOf(scope), new Writer(scope, "zh-CN"));
    expect(plain.map(sentenceInPlainText).join()).not.toContain("2021年");
  });

  test("nobody of a group stayed: said in one sentence", async () => {
    const none = { ...scope, where: { tier: ["city"] } };
    expect(await sentencesOf(none)).toEqual(["所选期间没有困难人员的住院记录。"]);
  });
});
