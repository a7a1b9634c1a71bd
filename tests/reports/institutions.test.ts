import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { institutionSentences, tierSentence } from "@/app/institutions/sentences";
import { readScope } from "@/app/scope";
import { Writer } from "@/app/writing";
import { sentenceInPlainText } from "@/components/SentenceText";
import { saveInstitutions } from "@/db/queries/saveInstitutions";
import type { FactFile } from "@/domain/factFile";
import { type Institution, ownershipOf } from "@/domain/institution";
import { decimal, sum } from "@/domain/money";
import { answer, answerAll } from "@/figures/answer";
import type { Answer } from "@/figures/question";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import feePerCase from "@/metrics/definitions/fee_per_case";
import { askTable } from "@/reports/askTable";
import { groupIn, placedInstitutions } from "@/reports/institutions/group";
import { deviating, peersByTier, tierQuestion } from "@/reports/institutions/peers";
import type { TableContext } from "@/reports/tables/define";
import { institutions as definition } from "@/reports/tables/institutions";
import { sorted } from "@/reports/tables/sort";
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
import { askedAgain, isQuantity, valueAt } from "./readAgain";

/** A county hospital, a private one, a township one and two village clinics, of which one keeps patients overnight. */
const places: readonly Institution[] = [
  { code: "A", name: "县人民医院", hospitalLevel: "05", region, ownership: "public", villageClinic: false },
  { code: "B", name: "康和医院", hospitalLevel: "一级乙等", region, ownership: "社会办医", villageClinic: false },
  { code: "T", name: "桥头卫生院", hospitalLevel: "08", region, ownership: "公立", villageClinic: false },
  { code: "V", name: "上坪村卫生室", hospitalLevel: "11", region, ownership: "public", villageClinic: true },
  { code: "W", name: "下坪村卫生室", hospitalLevel: "11", region, ownership: "public", villageClinic: true },
];
const list = new Map(places.map((place) => [place.code, place]));

const listed = places.map(({ code, name, hospitalLevel, ownership, villageClinic }) => ({
  institution: code,
  name,
  hospital_level: hospitalLevel,
  institution_region: region,
  ownership,
  village_clinic: villageClinic,
}));

const stays = (count: number, first: number, row: FactRow): FactRow[] =>
  Array.from({ length: count }, (_, index) => settlement({ ...row, person_key: person(first + index) }));
const visit = (row: FactRow) => settlement({ ...row, visit_class: "outpatient" });

/**
 * A: 40 stays of 6000 yuan (before: 32 of 5000), 10 of its patients come twice. B: 50 of 4000, new. T: 30 of 2000
 * (before 20 of 2500). V: 3 visits of 10 yuan (before 1), W: a single stay of 100.
 */
const rows: FactRow[] = [
  ...stays(30, 1, { month: "2018-01", institution: "A", total_fee_amount: "6000.00", pool_pay_amount: "3000.00" }),
  ...stays(10, 1, { month: "2018-02", institution: "A", total_fee_amount: "6000.00", pool_pay_amount: "3000.00" }),
  ...stays(50, 100, {
    month: "2018-01",
    institution: "B",
    total_fee_amount: "4000.00",
    pool_pay_amount: "2000.00",
    inpatient_days: 9,
  }),
  ...stays(30, 200, {
    month: "2018-01",
    institution: "T",
    tier: "township",
    total_fee_amount: "2000.00",
    pool_pay_amount: "1500.00",
  }),
  ...[1, 2, 3].map(() => visit({ month: "2018-02", institution: "V", tier: "township", pool_pay_amount: "10.00" })),
  ...stays(1, 300, {
    month: "2018-02",
    institution: "W",
    tier: "township",
    total_fee_amount: "100.00",
    pool_pay_amount: "80.00",
  }),
  ...stays(32, 400, { month: "2017-01", institution: "A", total_fee_amount: "5000.00", pool_pay_amount: "2500.00" }),
  ...stays(20, 500, {
    month: "2017-02",
    institution: "T",
    tier: "township",
    total_fee_amount: "2500.00",
    pool_pay_amount: "1500.00",
  }),
  visit({ month: "2017-02", institution: "V", tier: "township", pool_pay_amount: "10.00" }),
];

let installation: TemporaryInstallation;
let files: FactFile[];
const scope = readScope({ period: "2018-01..2018-02" }, { region, months: [], bases: {} });
const words = messagesIn("zh-CN");
const writer = new Writer(scope, "zh-CN");
const context: TableContext = { scope, by: null, words, language: "zh-CN", institutions: list, events: [] };

beforeAll(async () => {
  installation = await temporaryInstallation();
  const warehouse = await openWriter(installation);
  files = await writeFacts(warehouse, installation.home.warehouseFolder, {
    fct_settlements: rows,
    dim_institutions: listed,
  });
  warehouse.close();
  await publishFiles(installation, 1, files);
  const { contentHash } = files.find(({ table }) => table === "dim_institutions")!;
  await saveInstitutions(installation.database, contentHash, listed);
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
});

const ask = (choices = {}, where = {}) =>
  askTable(installation, definition, { ...context, scope: { ...scope, where }, choices });

describe("table 6", () => {
  test("has the office's columns", async () => {
    const { columns } = await ask();
    expect(columns.map(({ label }) => label.replace(/\((万元|元\/人次|天)\)/, ""))).toEqual(
      "名称｜等级｜层级｜公立/民营｜住院人次｜同比(%)｜次均费用｜同比(%)｜统筹支出｜增支额｜平均住院日｜人次人头比".split(
        "｜",
      ),
    );
  });

  test("lists who has inpatients, most paid first, and the clinics without them in one row", async () => {
    const table = await ask();
    expect(table.rows.map(({ label, role }) => [label, role])).toEqual([
      ["县人民医院", "part"],
      ["康和医院", "part"],
      ["桥头卫生院", "part"],
      ["下坪村卫生室", "part"],
      ["无住院的村卫生室（1家）", "rest"],
      ["合计", "total"],
    ]);
    expect(["level", "tier", "ownership"].map((column) => valueAt(table, "B.county", column))).toEqual([
      "一级乙等",
      "县级",
      "民营",
    ]);
    expect(valueAt(table, "A.county", "level")).toBe("二级甲等");
    expect(table.notes).toContain("逐家列出4家，其余1家合并为一行；合计含全部5家，等于所选范围的总数。");
  });

  test("40 stays of 6000 against 32 of 5000: cases +25%, fee +20%, 120000 − 80000 more; 40 cases of 30 persons", async () => {
    const table = await ask();
    const row = (column: string) => valueAt(table, "A.county", column);
    expect(["inpatient_cases", "cases_growth", "fee_per_case", "fee_growth", "pool_pay", "change"].map(row)).toEqual([
      "40",
      "0.25",
      "6000",
      "0.2",
      "120000",
      "40000",
    ]);
    expect(decimal(String(row("cases_per_person"))).toFixed(4)).toBe("1.3333");
    expect(row("mean_stay")).toBe("5");
    expect(valueAt(table, "B.county", "cases_growth")).toBeNull();
  });

  test("the total is that of the region, whatever is listed, and the parts and the rest add up to it", async () => {
    const region = await answer(installation, { ...scope, by: [], metrics: ["pool_pay_amount", "inpatient_cases"] });
    for (const list of ["with_inpatients", "village_clinics", "all"]) {
      const table = await ask({ list });
      expect(valueAt(table, "total", "pool_pay")).toBe(region.total.values.pool_pay_amount!.value);
      expect(valueAt(table, "total", "inpatient_cases")).toBe(region.total.values.inpatient_cases!.value);
      const parts = table.rows.filter(({ role }) => role !== "total");
      const amounts = parts.map(({ id }) => decimal(String(valueAt(table, id, "pool_pay"))));
      expect(sum(amounts).toString()).toBe(valueAt(table, "total", "pool_pay"));
    }
  });

  test("village clinics alone: the others are two rows, whose fee per case comes from their sums", async () => {
    const table = await ask({ list: "village_clinics" });
    expect(table.rows.map(({ label }) => label)).toEqual(["上坪村卫生室", "有住院的机构（4家）", "合计"]);
    expect(valueAt(table, "V.township", "inpatient_cases")).toBeNull();
    const group = "with_inpatients.any";
    // (40 × 6000 + 50 × 4000 + 30 × 2000 + 100) ÷ 121, not a mean of four means.
    expect(valueAt(table, group, "fee_per_case")).toBe(decimal(500100).div(121).toString());
    expect(valueAt(table, group, "cases_growth")).toBe(
      decimal(121 - 52)
        .div(52)
        .toString(),
    );
    const persons = table.rows.find(({ id }) => id === group)!.cells.cases_per_person;
    expect(isQuantity(persons) && [persons.value, persons.reason]).toEqual([null, "not_added"]);
  });

  test("private ones only: the note says that the total is less than the region's", async () => {
    const table = await ask({ ownership: "private" });
    expect(table.rows.map(({ label }) => label)).toEqual(["康和医院", "合计"]);
    expect(valueAt(table, "total", "pool_pay")).toBe("100000");
    expect(table.notes).toContain("只列民营：未含其余4家，合计小于所选范围的总数。");
  });

  test("a tier's filter: its own total; sorting leaves the rest and the total at the end", async () => {
    const table = await ask({}, { tier: ["township"] });
    expect(valueAt(table, "total", "pool_pay")).toBe(String(30 * 1500 + 3 * 10 + 80));
    const order = sorted(table, { column: "pool_pay", direction: "ascending" }).rows.map(({ id }) => id);
    expect(order).toEqual(["W.township", "T.township", "village_clinic.any", "total"]);
  });
});

test("ownership as lists write it; 非公立 is private although it says 公立", () => {
  const written = ["public", "公立", "政府办", "private", "民营", "非公立", "社会办医", "混合", null];
  expect(written.map(ownershipOf)).toEqual([
    ...["public", "public", "public"],
    ...["private", "private", "private", "private"],
    ...[null, null],
  ]);
  expect(groupIn("village_clinic.public")).toEqual({ kind: "village_clinic", ownership: "public" });
  expect(["village_clinic", "all.any", "any.any.any", 7].map(groupIn)).toEqual([null, null, null, null]);
});

describe("peers", () => {
  async function asked() {
    const answers = await answerAll(installation, [
      ...definition.questions({ scope, by: null }),
      tierQuestion(scope),
      { ...scope, where: {}, by: [], metrics: ["pool_pay_amount"] },
    ]);
    const [whole, inpatients, byTier, everything] = answers as [Answer, Answer, Answer, Answer];
    const placed = placedInstitutions([whole, inpatients], list);
    const tiers = peersByTier(placed, byTier);
    return {
      list,
      placed,
      tiers,
      region: everything.total,
      inpatients: inpatients.total,
      answers: [whole, inpatients],
    };
  }

  test("the county's own fee is (240000 + 200000) ÷ 90: A is 22.73% above, B 18.18% below; one stay is nobody's peer", async () => {
    const { tiers } = await asked();
    const county = tiers.find(({ tier }) => tier === "county")!;
    const fees = deviating(county, feePerCase);
    expect(fees.map(({ peer, deviation }) => [peer.code, deviation.times(100).toFixed(2)])).toEqual([
      ["B", "-18.18"],
      ["A", "22.73"],
    ]);
    const township = tiers.find(({ tier }) => tier === "township")!;
    expect([township.peers.map(({ code }) => code), township.left]).toEqual([["T"], 1]);
  });

  test("sentences name who stands out, with the tier's own figure beside it", async () => {
    const found = await asked();
    const county = found.tiers.find(({ tier }) => tier === "county")!;
    expect(sentenceInPlainText(tierSentence(county, list, writer)!)).toBe(
      "县级：住院次均费用最高的是县人民医院，6000.00元/人次，比本层级的4888.89元/人次高22.73%；最低的是康和医院，4000.00元/人次，低18.18%；平均住院日最长的是康和医院，9.00天，比本层级的7.22天长24.62%。",
    );
    expect(tierSentence(found.tiers.find(({ tier }) => tier === "township")!, list, writer)).toBeNull();
    expect(institutionSentences(found, writer).map(sentenceInPlainText)).toEqual([
      "1—2月有住院的定点医疗机构4家，住院121人次，统筹基金支出最多的是县人民医院，12.00万元，占全部统筹基金支出的45.26%。",
      "统筹基金支出增加最多的是康和医院，增加10.00万元，占全部增加额的64.47%。",
    ]);
  });
});

test("every number of the table is found again at its address alone", async () => {
  let asked = 0;
  for (const choices of [{}, { list: "village_clinics" }, { ownership: "public" }]) {
    for (const { shown, found, words } of await askedAgain(installation, files, scope, await ask(choices))) {
      expect(found).toEqual(shown);
      expect(words).not.toMatch(/[{}]|undefined/);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(60);
});
