import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";
import { expectExplained, figuresOn } from "./explanations";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a number says what it is made of, and gives the focus back", async () => {
  const page = await visit(browser, "/");
  const burn = page.locator(".card-figure a").first();
  expect(await burn.getAttribute("title")).toMatch(/^69\.9[78]\d{8,}…%$/);
  await burn.click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByText("分子").waitFor();
  const text = await dialog.innerText();
  for (const part of ["基金使用率", "69.98%", "定义", "14547.48万元", "分母", "20787.52万元", "数据版本", "示例县"]) {
    expect(text).toContain(part);
  }
  await dialog.getByText("查询语句").click();
  expect(await dialog.locator("pre").innerText()).toContain("sum(pool_pay_amount)");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  expect(await burn.evaluate((element) => element === document.activeElement)).toBe(true);
  await leave(page);
});

test("from the number to its definition, to a part of its formula, and back", async () => {
  const page = await visit(browser, "/");
  await page.locator(".card-figure a").first().click();
  await page.getByRole("link", { name: "在“口径”中查看" }).click();
  await page.waitForURL(/\/metrics\/burn_rate/);
  expect(await page.locator("h1").innerText()).toBe("基金使用率");
  await page.getByRole("link", { name: "可用基金" }).first().click();
  await page.waitForURL(/\/metrics\/available_fund_amount/);
  expect(await page.locator(".metric-value").innerText()).toContain("20787.52万元");
  await page.goBack();
  await page.goBack();
  await page.locator(".sentences").waitFor();
  await leave(page);
});

test("the keyboard alone opens a number and closes it", async () => {
  const page = await visit(browser, "/");
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.matches("a[data-figure]"))) break;
  }
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").getByText("定义").waitFor();
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await leave(page);
});

test("every number of 总览 explains itself with the value that it shows", async () => {
  const figures = await figuresOn(browser, "/");
  expect(figures.length).toBeGreaterThan(40);
  await expectExplained(figures);
});

test("without scripts a number leads to the page of its metric", async () => {
  const page = await visit(browser, "/", { javaScriptEnabled: false });
  await page.locator(".card-figure a").first().click();
  await page.waitForURL(/\/metrics\/burn_rate/);
  expect(await page.locator("main").innerText()).toContain("统筹基金支出 14547.48万元");
  await leave(page);
});

test("口径 lists every metric, finds by word, and cuts one by tier with its total", async () => {
  const page = await visit(browser, "/metrics");
  expect(await page.locator(".metric-list tbody tr").count()).toBeGreaterThan(40);
  await page.getByRole("searchbox").fill("次均");
  await page.getByRole("button", { name: "查找" }).click();
  await page.waitForURL(/q=/);
  const names = await page.locator(".metric-list tbody th a").allInnerTexts();
  expect(names).toContain("次均费用");
  expect(names).not.toContain("可用基金");
  await leave(page);

  const metric = await visit(browser, "/metrics/fee_per_case?visit_class=inpatient");
  await metric.getByRole("link", { name: "医疗机构层级" }).click();
  await metric.waitForURL(/by=tier/);
  const rows = await metric.locator(".members tr").allInnerTexts();
  expect(rows.slice(1).map((row) => row.split(/\s+/))).toEqual([
    ["乡镇", "1,984.65", "1,452.99", "+531.66", "+36.59%"],
    ["县级", "5,904.83", "5,300.86", "+603.97", "+11.39%"],
    ["市级", "8,201.19", "10,429.97", "−2,228.78", "−21.37%"],
    ["省级及省外", "20,325.67", "19,031.16", "+1,294.51", "+6.80%"],
    ["合计", "6,326.43", "5,590.90", "+735.53", "+13.16%"],
  ]);
  await leave(metric);
});
