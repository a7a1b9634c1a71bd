import { afterAll, beforeAll, expect, test } from "vitest";
import { voucherSentences } from "@/app/performance/vouchers/sentences";
import { readScope } from "@/app/scope";
import { Writer } from "@/app/writing";
import { sentenceInPlainText } from "@/components/SentenceText";
import { saveInstitutions } from "@/db/queries/saveInstitutions";
import type { FactFile } from "@/domain/factFile";
import type { Institution } from "@/domain/institution";
import { answerAll } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import { askTable } from "@/reports/askTable";
import type { TableContext } from "@/reports/tables/define";
import { voucherInstitutions } from "@/reports/tables/voucherInstitutions";
import { voucherRegions } from "@/reports/tables/voucherRegions";
import { lastMonthOf, voucherMetricIds } from "@/reports/vouchers/cells";
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

/** A county hospital, a township one and a village clinic. */
const places: readonly Institution[] = [
  { code: "A", name: "县人民医院", hospitalLevel: "05", region, ownership: "public", villageClinic: false },
  { code: "T", name: "桥头卫生院", hospitalLevel: "08", region, ownership: "public", villageClinic: false },
  { code: "V", name: "上坪村卫生室", hospitalLevel: "11", region, ownership: "public", villageClinic: true },
];

const listed = places.map(({ code, name, hospitalLevel, ownership, villageClinic }) => ({
  institution: code,
  name,
  hospital_level: hospitalLevel,
  institution_region: region,
  ownership,
  village_clinic: villageClinic,
}));

const settled = (count: number, row: FactRow): FactRow[] =>
  Array.from({ length: count }, (_, index) => settlement({ ...row, person_key: person(index + 1) }));
const withVoucher = (count: number, row: FactRow) => settled(count, { ...row, voucher_kind: "01" });

/**
 * May: A 100 settlements, 20 by e-voucher; V 10, none. June: A 120 of which 30; T 100 of which 40; V 10 of which 1; two
 * of T's are of persons insured in the neighbouring county, one by e-voucher.
 */
const rows: FactRow[] = [
  ...withVoucher(20, { month: "2018-05", institution: "A" }),
  ...settled(80, { month: "2018-05", institution: "A" }),
  ...settled(10, { month: "2018-05", institution: "V", tier: "township", visit_class: "outpatient" }),
  ...withVoucher(30, { month: "2018-06", institution: "A" }),
  ...settled(90, { month: "2018-06", institution: "A" }),
  ...withVoucher(39, { month: "2018-06", institution: "T", tier: "township" }),
  ...settled(59, { month: "2018-06", institution: "T", tier: "township" }),
  ...withVoucher(1, { month: "2018-06", institution: "T", tier: "township", insured_region: "361032" }),
  ...settled(1, { month: "2018-06", institution: "T", tier: "township", insured_region: "361032" }),
  ...withVoucher(1, { month: "2018-06", institution: "V", tier: "township", visit_class: "outpatient" }),
  ...settled(9, { month: "2018-06", institution: "V", tier: "township", visit_class: "outpatient" }),
];

let installation: TemporaryInstallation;
let files: FactFile[];
const scope = readScope({ period: "2018-05..2018-06" }, { region, months: [], bases: {} });
const words = messagesIn("zh-CN");
const regions = new Map([[region, "示例县"]]);
const institutions = new Map(places.map((place) => [place.code, place]));
const context: TableContext = { scope, by: null, words, language: "zh-CN", institutions, events: [], regions };

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

test("June: 71 of 230 settlements are 30.87%, 12.69 points above May's 20 of 110; both months 91 of 340", async () => {
  const table = await askTable(installation, voucherInstitutions, context);
  const [month, whole] = await answerAll(installation, [
    { ...lastMonthOf(scope), by: [], metrics: voucherMetricIds },
    { ...scope, compare: null, by: [], metrics: voucherMetricIds },
  ]);
  const sentences = voucherSentences(month!.total, whole!.total, table, new Writer(scope, "zh-CN"));
  expect(sentences.map(sentenceInPlainText)).toEqual([
    "2018年6月医保电子凭证（医保码）结算71笔，占全部结算230笔的30.87%，比上月（18.18%）上升12.69个百分点；2018年5—6月累计26.76%。",
    "列出的机构中本月结算满100笔的，结算率最高的是桥头卫生院，40.00%；最低的是县人民医院，25.00%。",
  ]);
});

test("institutions stand from the highest rate; those not listed are one row with the rate of their sum", async () => {
  const table = await askTable(installation, voucherInstitutions, context);
  expect(table.rows.map(({ id }) => id)).toEqual(["T.township", "A.county", "village_clinic.any", "total"]);
  expect(valueAt(table, "T.township", "rate")).toBe("0.4");
  expect(valueAt(table, "A.county", "change")).toBe("0.05");
  expect(valueAt(table, "village_clinic.any", "before")).toBe("0");
  expect(valueAt(table, "village_clinic.any", "change")).toBe("0.1");
});

test("counties are those that persons are insured in, each with both months together", async () => {
  const table = await askTable(installation, voucherRegions, context);
  expect(table.rows.map(({ label }) => label)).toEqual(["361032", "示例县", "合计"]);
  expect(valueAt(table, `${region}.361032`, "rate")).toBe("0.5");
  expect(valueAt(table, `${region}.${region}`, "settlements")).toBe("228");
});

test("every number of both tables is found again at its address alone", async () => {
  for (const definition of [voucherRegions, voucherInstitutions]) {
    const table = await askTable(installation, definition, context);
    const pairs = await askedAgain(installation, files, scope, table);
    expect(pairs.map(({ shown }) => shown)).toEqual(pairs.map(({ found }) => found));
    expect(pairs.length).toBe(table.rows.flatMap(({ cells }) => Object.values(cells)).filter(isQuantity).length);
  }
});
