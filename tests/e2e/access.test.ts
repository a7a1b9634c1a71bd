import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults, leave, openBrowser, visit } from "./browser";
import { allPages } from "./pages";

let browser: Browser;
let pages: string[];
beforeAll(async () => {
  browser = await openBrowser();
  pages = await allPages();
}, 300_000);
afterAll(() => browser.close());

test("axe has nothing against the open dialog of a number, the table behind the curve, the form of the scope", async () => {
  const page = await visit(browser, "/");
  await page.getByText("看表").click();
  await page.getByText("更换范围").click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.locator(".card-figure a").first().click();
  await page.locator("dialog[open]").getByText("分子").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await leave(page);
});

test("one button changes the language, and everything follows", async () => {
  const page = await visit(browser, "/metrics?period=2018Q1");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Metrics" }).waitFor();
  expect(page.url()).toContain("period=2018Q1");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  for (const path of pages) {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    const text = await page.evaluate(() => {
      const copy = document.body.cloneNode(true) as HTMLElement;
      // What the bureau typed is marked as Chinese.
      for (const element of copy.querySelectorAll("script, style, [lang^=zh]")) element.remove();
      return copy.textContent ?? "";
    });
    // Proper names stay: the county and its institutions.
    const chinese = text
      .replaceAll("中文", "")
      // As typed by the bureau: the event that changed the rules, lists entered by hand.
      .replaceAll("取消个人账户、全面实施门诊统筹", "")
      .replace(/设置-[\p{Script=Han}\d-]+\.csv/gu, "")
      .replace(/[\p{Script=Han}（）]*(示例|邻县|外省)[\p{Script=Han}（）]*/gu, "")
      .match(/\p{Script=Han}+/gu);
    expect([path, chinese]).toEqual([path, null]);
  }
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { name: "没有数据" }).or(page.getByText("还没有可以显示的数据")).waitFor();
  await leave(page);
});

test("dark is a choice that stays", async () => {
  const page = await visit(browser, "/data", { colorScheme: "light" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await paper()).toBe("rgb(247, 247, 244)");
  await page.getByRole("button", { name: "深色" }).click();
  await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  expect(await paper()).toBe("rgb(20, 24, 23)");
  await page.goto("/metrics");
  expect(await paper()).toBe("rgb(20, 24, 23)");
  await leave(page);
});

test("a page that does not exist says so without a stack", async () => {
  const page = await visit(browser, "/nothing-here");
  expect(await page.locator("main").innerText()).toContain("没有这一页");
  await leave(page, /404/);
});

test("printed on A4, 总览 is one page, black on white, without what can only be clicked", async () => {
  const page = await visit(browser, "/", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  expect(await page.getByRole("button").count()).toBe(0);
  expect(await page.getByRole("navigation").count()).toBe(0);
  const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  await leave(page);
});
