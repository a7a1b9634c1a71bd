import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("from the ranking to one institution and back: sort, filter, open, return", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("link", { name: "机构", exact: true }).click();
  await page.locator("h1", { hasText: "机构" }).waitFor();
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences[0]).toMatch(/^1—6月有住院的定点医疗机构44家，住院35149人次，统筹基金支出最多的是示例县人民医院，/);
  const table = page.locator("table.data-table").last();
  const names = () => table.locator("tbody th").allInnerTexts();
  expect((await names())[0]).toBe("示例县人民医院");
  expect(await table.locator("tfoot td").nth(7).innerText()).toBe("14,547.48");

  await page.getByRole("link", { name: "次均费用(元/人次)" }).click();
  await page.waitForURL(/sort=institutions\.fee_per_case\.descending/);
  const fees = await table.locator("tbody tr.part td:nth-child(7)").allInnerTexts();
  const amounts = fees.map((fee) => Number(fee.replaceAll(",", "")));
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  expect((await names()).at(-1)).toMatch(/^无住院的村卫生室（\d+家）$/);

  await page.getByRole("navigation", { name: "层级" }).getByRole("link", { name: "市级" }).click();
  await page.waitForURL(/tier=city.*sort=|sort=.*tier=city/);
  expect((await names()).every((name) => /市|邻县|眼科/.test(name))).toBe(true);
  await page.getByRole("navigation", { name: "公立/民营" }).getByRole("link", { name: "民营" }).click();
  await page.waitForURL(/ownership=private/);
  expect(await names()).toEqual(["示例明眸眼科医院"]);
  expect(await page.locator("main").innerText()).toMatch(/只列民营：未含其余\d+家/);

  await page.getByRole("link", { name: "示例明眸眼科医院", exact: true }).click();
  await page.waitForURL(/\/institutions\/H\d+/);
  expect(await page.locator("h1").innerText()).toContain("示例明眸眼科医院");
  const [, stays] = await page.locator(".sentences p").allInnerTexts();
  expect(stays).toMatch(/^住院817人次.*次均费用5390\.00元\/人次，比市级的8201\.19元\/人次低34\.28%；/);
  await page.getByRole("link", { name: "困难人员类别" }).click();
  await page.waitForURL(/by=hardship_status/);
  expect(await page.locator("main").innerText()).toContain("建档立卡贫困人口");
  await page.getByRole("link", { name: "全部机构" }).click();
  await page.waitForURL(/\/institutions\?/);
  expect(await page.locator("h1").innerText()).toMatch(/^机构/);
  await leave(page);
});

test("a code that nobody has is answered in plain words, and leads back", async () => {
  const page = await visit(browser, "/institutions/H00000000000");
  expect(await page.locator("main").innerText()).toContain("没有这家机构");
  await page.getByRole("link", { name: "全部机构" }).click();
  await page.locator("h1", { hasText: "机构" }).waitFor();
  await leave(page, /404/);
});

test("hardship: 44.94% of the inpatient increase and 40.67% of all, and the distance to the local line", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("link", { name: "困难群众" }).click();
  await page.locator("h1", { hasText: "困难群众" }).waitFor();
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences[1]).toMatch(/其中建档立卡贫困人口增加2381\.41万元，占住院增加额的44\.94%、全部增加额的40\.67%。$/);
  expect(sentences[2]).toMatch(
    /比政策线90\.00%低[\d.]+个百分点（本地参数，待确认，2016年1月至2020年12月执行，示例县）。$/,
  );
  // Benefits are neutral: nothing here is worse than a line.
  expect(await page.locator("main .worse").count()).toBe(0);
  const poor = page.locator("table.data-table").first().locator("tbody tr").first();
  expect(await poor.locator("th").innerText()).toBe("建档立卡贫困人口");
  expect(await poor.locator("td").first().innerText()).toBe("38,000");
  await page.getByRole("link", { name: "综合报销比例(%)" }).click();
  await page.waitForURL(/sort=hardship\.rate\.descending/);
  const rates = await page.locator("table.data-table").first().locator("tbody tr.part td:last-child").allInnerTexts();
  expect(rates.map(Number)).toEqual(rates.map(Number).sort((a, b) => b - a));
  await leave(page);
});
