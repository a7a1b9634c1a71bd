import { expect, test } from "vitest";
import type { Overview } from "@/app/overview/askOverview";
import { overviewSentences } from "@/app/overview/sentences";
import { readScope } from "@/app/scope";
import { Writer } from "@/app/writing";
import { sentenceInPlainText } from "@/components/SentenceText";
import type { AvailableFundBasis } from "@/domain/availableFundBasis";
import { decompose } from "@/domain/decomposition";
import { Decimal } from "@/domain/money";
import type { AnswerRow, Reason } from "@/figures/question";
import type { Language } from "@/messages/language";

interface County {
  /** 万元 of pool payments, now and a year before. */
  now: number;
  before: number | null;
  /** 万元 of the available fund, or null without a plan. */
  available: number | null;
  period?: string;
  basis?: AvailableFundBasis;
}

const defaults = { region: "361031", months: [], bases: {} };

const figure = (metric: string, value: Decimal | null, reason: Reason | null = null) => ({
  metric,
  value: value?.toString() ?? null,
  reason,
  numerator: null,
  denominator: null,
});

function rowOf({ now, before: earlier, available, period = "2018H1" }: County): AnswerRow {
  const spent = new Decimal(now).times(10_000);
  const before = earlier === null ? null : new Decimal(earlier).times(10_000);
  const fund = available === null ? null : new Decimal(available).times(10_000);
  const months = readScope({ period }, defaults).period.months.length;
  const burn = fund && spent.div(fund);
  return {
    key: {},
    values: {
      pool_pay_amount: figure("pool_pay_amount", spent),
      available_fund_amount: figure("available_fund_amount", fund, fund ? null : "no_funding_plan"),
      burn_rate: figure("burn_rate", burn, burn ? null : "no_funding_plan"),
      burn_rate_ahead_of_linear_progress: figure("x", burn?.minus(new Decimal(months).div(12)) ?? null),
    },
    compare: before && {
      period: "2017H1",
      values: { pool_pay_amount: figure("pool_pay_amount", before) },
      change: { pool_pay_amount: spent.minus(before).toString() },
      growth: { pool_pay_amount: spent.minus(before).div(before).toString() },
    },
  };
}

function sentencesOf(county: County, language: Language = "zh-CN"): string[] {
  const whole = rowOf(county);
  const cell = (pay: number, cases: number) => [
    { key: "a", cases: new Decimal(cases), fee: new Decimal(pay * 20_000), pay: new Decimal(pay * 10_000) },
  ];
  const overview: Overview = {
    whole,
    classes: [],
    inpatients: { ...whole, key: { visit_class: "inpatient" } },
    curve: { thisYear: [], lastYear: [], year: "2018" },
    causes: county.before === null ? null : decompose(cell(county.before, 100), cell(county.now, 120)),
    tier: null,
    status: null,
    outlier: null,
    missingMonths: [],
    projection: null,
  };
  const scope = readScope({ period: county.period ?? "2018H1", basis: county.basis }, defaults);
  return overviewSentences(overview, new Writer(scope, language)).map(sentenceInPlainText);
}

test("ahead of time and growing: the sentences of the report", () => {
  const sentences = sentencesOf({ now: 14547.48, before: 8691.87, available: 20787.52 });
  expect(sentences.slice(0, 2)).toEqual([
    "1—6月统筹基金支出14547.48万元，占全年可用基金20787.52万元的69.98%，比序时进度快19.98个百分点；同比增加5855.61万元，增长67.37%。",
    "按上半年月均2424.58万元计，当年可用基金9月中旬用完（未计滚存结余）；若要全年不超，下半年月均须降至1040.01万元，即压减57.11%。",
  ]);
});

test("with last year's surplus in the available fund the sentence does not say that it is left out", () => {
  const told = sentencesOf({ now: 900, before: 1000, available: 2000, basis: "pooled_fund_and_surplus" })[1];
  expect(told).toBe(
    "按上半年月均150.00万元计，全年支出在当年可用基金之内（已计上年滚存结余）；若要全年不超，下半年月均不高于183.33万元即可。",
  );
});

test("behind time and falling: nothing ends, nothing needs a cut", () => {
  expect(sentencesOf({ now: 900, before: 1000, available: 2000 })).toEqual([
    "1—6月统筹基金支出900.00万元，占全年可用基金2000.00万元的45.00%，比序时进度慢5.00个百分点；同比减少100.00万元，下降10.00%。",
    "按上半年月均150.00万元计，全年支出在当年可用基金之内（未计滚存结余）；若要全年不超，下半年月均不高于183.33万元即可。",
    "住院支出同比−100.00万元，其中人次与层级结构带来175.00万元，次均费用与报销水平抵减275.00万元。",
  ]);
});

test("level with time and unchanged", () => {
  expect(sentencesOf({ now: 1000, before: 1000, available: 2000 })[0]).toBe(
    "1—6月统筹基金支出1000.00万元，占全年可用基金2000.00万元的50.00%，与序时进度持平；与上年同期持平。",
  );
});

test("beyond the fund: by how much, and no talk of the months to come", () => {
  expect(sentencesOf({ now: 2100, before: null, available: 2000, period: "2018-01..2018-11" })).toEqual([
    "1—11月统筹基金支出2100.00万元，占全年可用基金2000.00万元的105.00%，比序时进度快13.33个百分点。",
    "1—11月支出已超出当年可用基金100.00万元（未计滚存结余）。",
  ]);
});

test("without a funding plan the sentence says so and promises nothing", () => {
  expect(sentencesOf({ now: 900, before: null, available: null })).toEqual([
    "1—6月统筹基金支出900.00万元；未录入筹资计划，基金使用率暂缺。",
  ]);
});

test("a whole year needs no further month; other months are named", () => {
  expect(sentencesOf({ now: 1900, before: null, available: 2000, period: "2018" })[1]).toBe(
    "按1—12月月均158.33万元计，全年支出在当年可用基金之内（未计滚存结余）。",
  );
  expect(sentencesOf({ now: 600, before: null, available: 2000, period: "2018Q1" })[1]).toBe(
    "按1—3月月均200.00万元计，当年可用基金10月下旬用完（未计滚存结余）；若要全年不超，4—12月月均须降至155.56万元，即压减22.22%。",
  );
});

test("the same in English", () => {
  expect(sentencesOf({ now: 14547.48, before: 8691.87, available: 20787.52 }, "en")[0]).toBe(
    "In January–June the pooled fund paid 145.47 million yuan, 69.98% of this year's available fund of 207.88 million yuan, 19.98 percentage points ahead of the control line; 58.56 million yuan more than a year before, up 67.37%.",
  );
});
