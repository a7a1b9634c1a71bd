import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, type Visit, visit } from "./browser";
import { expectExplained, figuresOn } from "./explanations";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The rows of a table of the page as printed, a row a line. */
const printed = (page: Visit, table: string) =>
  page
    .locator(`section[aria-labelledby=${table}] tbody tr, section[aria-labelledby=${table}] tfoot tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent).join(" ")));

test("from 总览: 69.98% of 20787.52万元, 5855.61万元 more, 90.49% of it inpatients', 70.42% by enrolment", async () => {
  const page = await visit(browser, "/");
  await page.getByRole("link", { name: "基金运行" }).click();
  await page.locator("h1", { hasText: "基金运行" }).waitFor();
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences[0]).toBe(
    "1—6月统筹基金支出14547.48万元，占全年可用基金20787.52万元的69.98%，比序时进度快19.98个百分点；同比增加5855.61万元，增长67.37%。",
  );
  expect(sentences[1]).toMatch(/按期末实际参保322778人计，可用基金20657\.79万元，使用率70\.42%。$/);
  expect(sentences[2]).toBe("增加额中住院占90.49%、门诊慢特病占5.59%、普通门诊占3.92%。");
  expect(sentences[3]).toMatch(/^6月末基金到位21124\.35万元，到位率92\.91%；财政补助到位率90\.20%/);
  expect(await page.locator(".bars").first().innerText()).toContain("口径有变");
  await leave(page);
});

test("its tables are the office's: expenditure, months, funding", async () => {
  const page = await visit(browser, "/burn");
  const expenditure = await printed(page, "expenditure");
  expect(expenditure[0]).toBe("住院 12,888.16 62.00 88.59 7,589.39 +5,298.77 +69.82 90.49");
  expect(expenditure.at(-1)).toBe("合计 14,547.48 69.98 100.00 8,691.87 +5,855.61 +67.37 100.00");
  const months = await printed(page, "monthly");
  expect(months.length).toBe(7);
  expect(months.at(-2)).toMatch(/^2018年6月 .* 14,547\.48 69\.98 50\.00 [\d.]+$/);
  const funding = await printed(page, "funding");
  expect(funding.map((row) => row.split(" ")[0])).toEqual(
    "中央 省 市 县 财政小计 个人缴费 基金总量 减：大病及意外险划拨 可用基金".split(" "),
  );
  expect(funding[0]).toBe("中央 356.00 324,805 11,563.06 10,984.91 95.00 2018-05-15 分2次到位");
  expect(funding.at(-1)).toBe("可用基金 640.00 324,805 20,787.52 19,175.52 92.25  ");
  await leave(page);
});

test("it is cut by tier, sorted, filtered, and the filter is taken away; the cut stays", async () => {
  const page = await visit(browser, "/burn");
  await page.getByRole("link", { name: "医疗机构层级", exact: true }).click();
  await page.waitForURL(/by=tier/);
  expect(await page.locator("#parts-title").innerText()).toMatch(/^县级占增加额的57\.13%/);
  await page.getByRole("link", { name: "增减幅(%)" }).first().click();
  await page.waitForURL(/by=tier.*sort=expenditure.growth.descending/);
  expect((await printed(page, "expenditure"))[0]).toMatch(/^市级 /);
  await page.getByText("更换范围").click();
  await page.getByLabel("就诊类别").selectOption("inpatient");
  await page.getByRole("button", { name: "查看" }).click();
  await page.waitForURL(/visit_class=inpatient/);
  expect(page.url()).toContain("by=tier");
  expect(await page.locator(".sentences p").first().innerText()).toMatch(
    /^1—6月统筹基金支出12888\.16万元，占全年可用基金的62\.00%；/,
  );
  const [january] = await page.locator("section[aria-labelledby=monthly] tbody tr").all();
  expect(await january!.locator("td").last().innerText()).toBe("—");
  expect(await january!.locator("td a").last().getAttribute("title")).toBe("只对整个地区有值");
  await page.getByRole("link", { name: "去掉筛选：就诊类别：住院" }).click();
  await page.locator(".chip").waitFor({ state: "detached" });
  expect(page.url()).toContain("by=tier");
  expect(await page.locator(".sentences p").first().innerText()).toContain("69.98%");
  await leave(page);
});

test("every number explains itself with the value that it shows", async () => {
  for (const path of ["/burn", "/burn?by=hardship_status&compare=none", "/burn?by=tier&visit_class=inpatient"]) {
    const figures = await figuresOn(browser, path);
    expect(figures.length).toBeGreaterThan(60);
    await expectExplained(figures);
  }
});
