import { expect, test } from "vitest";
import { unitOfHeader, unitOfTitle, unitRow } from "@/etl/steps/statedUnit";

test.each([
  ["单位：万元", "ten_thousand_yuan"],
  ["单位：人、万元", "ten_thousand_yuan"],
  ["单位：（万元）", "ten_thousand_yuan"],
  ["（单位：万元）", "ten_thousand_yuan"],
  ["（万元）", "ten_thousand_yuan"],
  ["单位:元/人、万元", "ten_thousand_yuan"],
  ["填报单位：元氏县医保局  单位：万元", "ten_thousand_yuan"],
  ["填报单位：元氏县医保局", null],
  ["考核单位：万年县", null],
  ["金额：万元", "ten_thousand_yuan"],
  ["单位：人民币（万元）", "ten_thousand_yuan"],
  ["计量单位:万元", "ten_thousand_yuan"],
  ["单位： 万 元", "ten_thousand_yuan"],
  ["单位：万元制表日期：2018-07-01", "ten_thousand_yuan"],
  ["2018年城乡居民筹资情况（万元）", "ten_thousand_yuan"],
  ["单位：元", "yuan"],
  ["单位：元、人次、%", "yuan"],
  ["单位:元 制表:某某", "yuan"],
  ["单位：千元", "unclear"],
  ["单位：亿元", "unclear"],
  ["单位：元、万元", "unclear"],
  ["单位：人", null],
  ["经办单位：万安县医保局", null],
  ["示例县2018年6月结算明细", null],
  ["单位：萬元", "ten_thousand_yuan"],
  ["单位：RMB万元", "ten_thousand_yuan"],
  ["万元(人民币)", "ten_thousand_yuan"],
  ["单位：W元", "ten_thousand_yuan"],
  ["单位：10000元", "ten_thousand_yuan"],
  ["本表以万元为单位", "ten_thousand_yuan"],
  ["注：金额单位为“万元”", "ten_thousand_yuan"],
  ["单 位：元（人民币）", "yuan"],
  ["单位：wan", "unclear"],
  ["金额 10,000 元计", "unclear"],
  ["单位名称：万元里社区", null],
  ["金额大于1万元的项目", null],
  ["金额在十万元以上的项目", null],
])("the title %s: %s", (title, amount) => {
  expect(unitOfTitle(["", title])?.amount ?? null).toBe(amount);
});

test.each([
  ["应筹金额（万元）", "ten_thousand_yuan"],
  ["应筹金额(万)", "ten_thousand_yuan"],
  ["应筹金额/万元", "ten_thousand_yuan"],
  ["应筹金额 万元", "ten_thousand_yuan"],
  ["应筹金额（单位：万元）", "ten_thousand_yuan"],
  ["应筹金额【万元】", "ten_thousand_yuan"],
  ["应筹金额〔万元〕", "ten_thousand_yuan"],
  ["应筹金额(人民币万元)", "ten_thousand_yuan"],
  ["应筹金额(元)", "yuan"],
  ["应筹金额(亿元)", "unclear"],
  ["应筹金额（千元）", "unclear"],
  ["应筹金额(百元)", "unclear"],
  ["应筹金额（元/万元）", "unclear"],
  ["人均标准（元/人）", null],
  ["应筹金额（新）", null],
  ["应筹金额（w）", "ten_thousand_yuan"],
  ["应筹金额（以万元计）", "ten_thousand_yuan"],
  ["应筹金额（1万元以上）", null],
  ["METHOD_W", null],
])("the header %s: %s", (header, amount) => {
  expect(unitOfHeader(header)?.amount ?? null).toBe(amount);
});

test("two units of amounts above one table are none", () => {
  expect(unitOfTitle(["单位：元", "人数单位：万人"])).toMatchObject({ amount: "yuan", countsMany: true });
  expect(unitOfTitle(["单位：元", "", "单位：万元"])?.amount).toBe("unclear");
});

test("counts in 万人, and rows of units", () => {
  expect(unitOfHeader("参保人数（万人）")?.countsMany).toBe(true);
  expect(unitOfHeader("参保人数（人）")?.countsMany).toBe(false);
  expect(unitRow(["", "万元", "（元）", "人"])?.map((unit) => unit?.amount ?? null)).toEqual([
    null,
    "ten_thousand_yuan",
    "yuan",
    null,
  ]);
  expect(unitRow(["2018", "万元"])).toBeNull();
  expect(unitRow(["人", "人"])).toBeNull();
});
