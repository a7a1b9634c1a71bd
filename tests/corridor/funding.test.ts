import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AvailableFundBasis, usualBasis } from "@/domain/availableFundBasis";
import { parsePeriod } from "@/domain/period";
import { publish, submit } from "@/etl/index";
import { answer } from "@/figures/answer";
import { closeReader } from "@/figures/reader";
import { writeSettlements, writeTable } from "../setup/extractFiles";
import { type TemporaryInstallation, temporaryInstallation } from "../setup/installation";

/** A funding plan as an office writes it, in its own words and in 万元. */

let installation: TemporaryInstallation;
let folder: string;
const now = new Date("2018-02-05T09:00:00+08:00");

const request = (files: string[]) => ({
  ...{ files, region: "361031", scheme: "390", now },
  ...{ period: null, kind: null, profile: null },
});

beforeAll(async () => {
  installation = await temporaryInstallation();
  folder = await mkdtemp(join(tmpdir(), "yizhang-funding-"));
  const plan = await writeTable(
    folder,
    "筹资.csv",
    ["年度", "项目", "资金来源", "人均标准", "人数", "应筹金额(万元)", "到位金额(万元)", "到位日期"],
    [
      ["2018", "财政补助", "中央", "356", "1000", "35.6", "30", "2018-01-20"],
      ["2018", "财政补助", "县级", "18.4", "1000", "1.84", "", ""],
      ["2018", "个人缴费", "", "210", "1000", "21", "21", "2018-03-01"],
      ["2018", "大病及意外险划拨", "", "60", "1000", "6", "", ""],
      ["2018", "年度控制额", "", "", "", "50", "", ""],
      ["2018", "上年滚存结余", "", "", "", "", "7.56", ""],
      ["2018", "没有登记的项目", "", "", "", "99", "", ""],
    ],
  );
  const january = await writeSettlements(folder, "2018-01.csv", [
    { id: "1", settled: "2018-01-05", fee: "60000.00", pool: "52440.00" },
  ]);
  const { loadId, report } = await submit(installation, request([plan, january]));
  expect(report.findings.map(({ code, rows }) => [code, rows])).toContainEqual(["L-422", 1]);
  await publish(installation, loadId, now);
});
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await rm(folder, { recursive: true });
});

test("35.6 + 1.84 + 21 = 58.44万元 planned, 6万元 handed on, 52.44万元 available, of which 5.244万元 are 10%", async () => {
  const metrics = ["total_fund_amount", "available_fund_amount", "burn_rate", "fund_in_place_amount"];
  const { total } = await answer(installation, {
    ...{ region: "361031", scheme: "390", period: parsePeriod("2018-01")!, metrics },
    ...{ by: [], where: {}, compare: null, basis: usualBasis, asOf: null },
  });
  const values = metrics.map((metric) => Number(total.values[metric]!.value));
  expect(values).toEqual([584_400, 524_400, 0.1, 300_000]);
});

test("of ② 50万元 allotted by the city 5.244万元 are 10.488%; of ③ 52.44 + 7.56 = 60万元 they are 8.74%", async () => {
  const metrics = ["available_fund_amount", "burn_rate", "pool_pay_share_of_available_fund"];
  const under = async (basis: AvailableFundBasis) => {
    const { total } = await answer(installation, {
      ...{ region: "361031", scheme: "390", period: parsePeriod("2018-01")!, metrics },
      ...{ by: [], where: {}, compare: null, basis, asOf: null },
    });
    return metrics.map((metric) => Number(total.values[metric]!.value));
  };
  expect(await under("annual_quota")).toEqual([500_000, 0.10488, 0.10488]);
  expect(await under("pooled_fund_and_surplus")).toEqual([600_000, 0.0874, 0.0874]);
});

test("a file that is not there is refused by its name", async () => {
  const missing = submit(installation, request([join(folder, "none.csv")]));
  await expect(missing).rejects.toMatchObject({ code: "L-131", outcome: "refused", details: { file: "none.csv" } });
});
