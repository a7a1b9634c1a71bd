import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";
import { expectExplained, figuresOn, hasValue } from "./explanations";

/** 全年预测 of the demo county, known to June 2018 with one prior year. */

const june = "/projection?period=2018H1";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** 分 of `29,708.81` 万元 as printed, so that sums are exact. */
const hundredths = (text: string) =>
  Number(
    text
      .replace(/[^\d.−]/g, "")
      .replace("−", "-")
      .replace(".", ""),
  );

const table = (page: Page, id: string) => page.locator(`section[aria-labelledby="${id}"]`).locator("table").last();
const rowsOf = async (page: Page, id: string) =>
  (await table(page, id).locator("tr").allInnerTexts()).map((row) => row.split("\t").map((cell) => cell.trim()));

test("headline, interval, chance and doubling stand side by side, against 20787.52万元", async () => {
  const page = await visit(browser, june);
  const [headline, doubling, pace, evidence] = await page.locator(".sentences p").allInnerTexts();
  expect(headline).toMatch(
    /^预计全年统筹基金支出(\d+\.\d\d)万元，超支(\d+\.\d\d)万元（超出当年可用基金20787\.52万元，未计滚存结余）；八成把握区间\d+\.\d\d万元至\d+\.\d\d万元；超支概率(?:在99%以上|9\d%)。$/,
  );
  expect(doubling).toMatch(
    /^简单翻倍（已支出×12÷6）为29094\.96万元，占可用基金的139\.96%；综合法为\d+\.\d\d万元，占1\d\d\.\d\d%。/,
  );
  expect(pace).toMatch(
    /^按预测走势，当年可用基金9月[上中下]旬用完（未计滚存结余）；若要全年不超，下半年月均须降至\d+\.\d\d万元/,
  );
  expect(evidence).toMatch(/本地.*证据/);
  const [total, overrun] = headline!.match(/\d+\.\d\d(?=万元)/g)!.map(hundredths);
  expect(Math.abs(total! - overrun! - 2078752)).toBeLessThanOrEqual(1);
  const methods = await rowsOf(page, "projection_methods");
  expect(methods.map(([name]) => name)).toEqual([
    ...["方法", "综合法（采用）", "月均推算法", "去年同期占比法", "历年占比法", "同比增减额法"],
    ...["可信度加权法", "去季节水平法", "五法取中", "简单翻倍"],
  ]);
  expect(methods.at(-1)!.slice(1, 4)).toEqual(["29,094.96", "139.96", "+8,307.44"]);
  await leave(page);
});

test("chart and table say the same, and parts and bridge add up to the projected year", async () => {
  const page = await visit(browser, june);
  const months = (await rowsOf(page, "projection_path")).slice(1);
  const cumulated = months.slice(0, 12).map((row) => row[3]!);
  const point = await page.locator(".fan .curve-point a").evaluateAll((links) => links.map((link) => link.textContent));
  expect(new Set(point)).toEqual(new Set(cumulated.slice(0, 11)));
  const labels = await page.locator(".fan .curve-label-end").allInnerTexts();
  const december = months[11]!;
  expect(labels.find((label) => label.startsWith("全年预计"))).toContain(cumulated[11]);
  expect(labels.find((label) => label.startsWith("八成下限"))).toContain(december[5]);
  expect(labels.find((label) => label.startsWith("八成上限"))).toContain(december[8]);
  const total = months[12]![2]!;
  expect(total).toBe(cumulated[11]);
  const bridge = (await rowsOf(page, "projection_bridge")).slice(1);
  const bars = await page.locator(".waterfall-value > a").allInnerTexts();
  const lines = bridge.map((row) => row[1]!);
  expect(bars).toEqual(lines.filter((line) => line !== "0.00"));
  expect(bridge.at(-1)![1]).toBe(total);
  expect(bridge.at(-2)![2]).toBe(total);
  for (const cut of ["就诊类别", "困难人员类别"]) {
    await page.getByRole("link", { name: cut, exact: true }).click();
    await page.locator("th", { hasText: cut }).first().waitFor();
    const parts = (await rowsOf(page, "projection_parts")).slice(1);
    expect(parts.at(-1)![3]).toBe(total);
    const summed = parts.slice(0, -1).reduce((sum, row) => sum + hundredths(row[3]!), 0);
    expect(Math.abs(summed - hundredths(total))).toBeLessThanOrEqual(parts.length);
  }
  await leave(page);
});

test("levers move the end of the year at once, stand in the address and work without scripts", async () => {
  const page = await visit(browser, june);
  const result = async (of: Page) => of.locator(".lever-result tbody tr").allInnerTexts();
  const before = await result(page);
  await page.getByLabel("住院次均费用").fill("-5");
  await page.waitForURL(/fee=-5/);
  await page.locator(".lever-result th", { hasText: "调整后" }).waitFor();
  await page.getByLabel("县级住院人次").fill("-10");
  await page.locator(".effects li").nth(1).waitFor();
  const after = await result(page);
  const [was, now] = after[0]!.split("\t").slice(1).map(hundredths);
  expect(after[0]!.startsWith(before[0]!)).toBe(true);
  expect(now).toBeLessThan(was!);
  const effects = (await page.locator(".effects li a").allInnerTexts()).map(hundredths);
  expect(Math.abs(effects[0]! + effects[1]! - (now! - was!))).toBeLessThanOrEqual(2);
  const changed = await page.locator(".fan .curve-label-end", { hasText: "调整后" }).innerText();
  expect(hundredths(changed.split("\n")[1]!)).toBe(now);
  await leave(page);

  const plain = await visit(browser, june, { javaScriptEnabled: false });
  await plain.getByLabel("住院次均费用").fill("-5");
  await plain.getByLabel("县级住院人次").fill("-10");
  await plain.getByRole("button", { name: "算一算" }).click();
  expect(await result(plain)).toEqual(after);
  await leave(plain);
});

test("a scenario is saved under a name by somebody, compared beside others, and withdrawn", async () => {
  const page = await visit(browser, `${june}&in_county=20`);
  await page.locator("summary", { hasText: "保存本页设定" }).click();
  await page.getByLabel("方案名称").fill("县内就医");
  const form = page.locator("details[open] form");
  await form.getByLabel("修改人").fill("待遇科 李");
  await form.getByLabel("理由").fill("局务会试算");
  await form.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/scenarios=/);
  const saved = page.locator(".saved-scenarios li", { hasText: "县内就医" });
  expect(await saved.innerText()).toContain("待遇科 李");
  const rows = await rowsOf(page, "projection_scenarios");
  expect(rows.map(([name]) => name)).toEqual(["方案", "不调整", "本页设定", "县内就医"]);
  expect(rows[3]!.slice(1, 9)).toEqual(rows[2]!.slice(1, 9));
  const { address } = inject("site");
  const csv = await page.locator('a[href*="projection_scenarios.csv"]').getAttribute("href");
  expect(await (await fetch(address + csv)).text()).toContain("县内就医");
  await page.locator("summary", { hasText: "撤回" }).click();
  const withdrawal = page.locator("details[open] form");
  await withdrawal.getByLabel("理由").fill("作废");
  await withdrawal.getByRole("button", { name: "撤回" }).click();
  await page.getByText("还没有保存的方案").waitFor();
  await leave(page);
});

test("January alone is not multiplied by twelve, and an address that cannot be read says so", async () => {
  const january = await visit(browser, "/projection?period=2018-01");
  expect(await january.locator(".flags").innerText()).toContain("年初只知道1个月：不用一月乘十二");
  await leave(january);
  const year = await visit(browser, "/projection?period=2017");
  expect(await year.locator(".sentences").innerText()).toContain("全年12个月都已结算，以下为实际数。");
  expect(await year.locator(".lever-form").count()).toBe(0);
  await leave(year);
  for (const path of ["/projection?fee=much", `${june}&campaign_month=2018-03`]) {
    const page = await visit(browser, path);
    expect(await page.locator("main").innerText()).toMatch(/读不懂：(fee=much|campaign_month=2018-03)/);
    await leave(page);
  }
});

test("each kind of number explains itself with the value that it shows", async () => {
  const figures = await figuresOn(browser, `${june}&fee=-5&rate=-2`, 'a[href*="reading=forecast"]');
  const kindOf = (href: string) => new URL(href, "http://any").searchParams.get("item")!.split(".")[0]!;
  const kinds = new Map(figures.filter(hasValue).map((one) => [kindOf(one.href), one]));
  expect(kinds.size).toBeGreaterThan(28);
  await expectExplained([...kinds.values()]);
});
