import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";
import { expectExplained, figuresOn } from "./explanations";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the page finds by itself that one eye hospital explains the fall of the city tier, and leads to it", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("link", { name: "人次与次均" }).click();
  await page.locator("h1", { hasText: "人次与次均" }).waitFor();
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences[0]).toBe(
    "1—6月住院35149人次，同比增加11171人次，增长46.59%；每百名参保人住院10.89人次，上年同期7.50人次。普通门诊63353人次，增长103.13%（口径有变，不宜直接比较）；门诊慢特病3604人次，增长356.78%。",
  );
  expect(sentences[1]).toMatch(/^住院次均费用6326\.43元\/人次，同比增长13\.16%；/);
  expect(sentences[2]).toMatch(/^住院基金支出同比增加5298\.77万元，分因素看：人次[\d.]+万元，占增加额的72\.15%；/);
  expect(sentences[3]).toMatch(/^市级住院次均费用同比−21\.37%；剔除.*眼科医院（本期817人次）后同比−0\.0\d%。$/);
  const institution = page.locator(".sentences p").nth(3).locator("a.link");
  const name = await institution.innerText();
  await institution.click();
  await page.waitForURL(/\/institutions\/\w+\?.*period=2018H1/);
  expect(await page.locator("h1").innerText()).toContain(name);
  await leave(page);
});

test("the waterfall goes from 7589.39 to 12888.16 in lines that add up, and so does its table", async () => {
  const page = await visit(browser, "/volume");
  const bars = await page.locator(".waterfall-value > a").allInnerTexts();
  const amounts = bars.map((text) => Number(text.replace(/[+,.]/g, "").replace("−", "-")));
  expect([bars[0], bars.at(-1)]).toEqual(["7,589.39", "12,888.16"]);
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount)).toBe(amounts.at(-1));
  const shares = await page
    .locator("#causes")
    .locator("xpath=../..")
    .locator("tbody tr td:nth-child(3)")
    .allInnerTexts();
  expect(shares).toEqual(["72.15", "7.17", "19.25", "1.43"]);
  await page.getByRole("link", { name: "按医疗机构" }).click();
  await page.waitForURL(/cells=institution/);
  expect(await page.locator("main").innerText()).toContain("分格方式：按医疗机构。");
  await page.getByRole("link", { name: "影响(百分点)" }).click();
  await page.waitForURL(/cells=institution.*sort=influence/);
  await leave(page);
});

test("every number explains itself with the value that it shows", async () => {
  for (const path of ["/volume", "/volume?cells=tier_and_status&compare=none", "/volume?cells=institution&tier=city"]) {
    const figures = await figuresOn(browser, path);
    expect(figures.length).toBeGreaterThan(40);
    await expectExplained(figures);
  }
});
