import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("a first visit: three sentences, the reason, the institution behind it, a number's definition, and back", async () => {
  const page = await visit(browser, "/");
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences).toHaveLength(3);
  expect(sentences[0]).toContain("14547.48万元");

  await page.getByRole("link", { name: "住院", exact: true }).click();
  await page.waitForURL(/\/volume\?/);
  const outlier = page.locator(".sentences p", { hasText: "剔除" });
  expect(await outlier.innerText()).toContain("−21.37%");

  await outlier.locator("a.link").click();
  await page.waitForURL(/\/institutions\/\w+\?/);
  expect(await page.locator("h1").innerText()).toContain("眼科医院");

  await page.locator(".sentences a[data-figure]").first().click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByText("定义").waitFor();
  await dialog.getByRole("link", { name: "在“口径”中查看" }).click();
  await page.waitForURL(/\/metrics\/\w+\?.*institution=/);
  expect(await page.locator("main").innerText()).toContain("眼科医院");

  for (const path of [/\/institutions\//, /\/volume/, /\/\?|\/$/]) {
    await page.goBack();
    await page.waitForURL(path);
  }
  expect(await page.locator(".sentences p").allInnerTexts()).toEqual(sentences);
  await leave(page);
});

test("each angle of 总览 leads to the page that answers it", async () => {
  const page = await visit(browser, "/");
  for (const [name, address] of [
    ["县级医院住院", /\/institutions\?.*tier=county/],
    ["建档立卡贫困人口住院", /\/hardship\?/],
    ["普通门诊", /\/burn\?.*visit_class=outpatient/],
  ] as const) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.waitForURL(address);
    await page.goBack();
    await page.locator(".overview").waitFor();
  }
  await leave(page);
});
