import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the three sentences are the arithmetic of the county's first half-year of 2018", async () => {
  const page = await visit(browser, "/");
  expect(await page.locator("h1").innerText()).toBe("示例县 · 城乡居民医保 · 2018年1—6月");
  const sentences = await page.locator(".sentences p").allInnerTexts();
  expect(sentences[0]).toBe(
    "1—6月统筹基金支出14547.48万元，占全年可用基金20787.52万元的69.98%，比序时进度快19.98个百分点；同比增加5855.61万元，增长67.37%。",
  );
  expect(sentences[1]).toMatch(
    /^照目前走势，全年支出预计约为可用基金的1\d\d\.\d\d%，超出约\d+\.\d\d万元；八成把握在1\d\d\.\d\d%至1\d\d\.\d\d%之间。按上半年月均2424\.58万元计，当年可用基金9月中旬用完（未计滚存结余）；若要全年不超，下半年月均须降至1040\.01万元，即压减57\.11%。$/,
  );
  expect(sentences[2]).toMatch(
    /^增加额中住院占90\.49%；住院增加的5298\.77万元中，人次与层级结构带来\d+\.\d\d万元，次均费用与报销水平带来\d+\.\d\d万元。$/,
  );
  const [volume, price] = [...sentences[2]!.matchAll(/带来(\d+)\.(\d\d)万元/g)].map((m) => Number(m[1]! + m[2]!));
  expect(volume! + price!).toBe(529877);
  await leave(page);
});

test("four figures, one split that adds up, other angles, and what they stand on", async () => {
  const page = await visit(browser, "/");
  const figures = await page.locator(".card-figure").allInnerTexts();
  expect(figures).toEqual(["69.98%", expect.stringMatching(/^1\d\d\.\d\d%$/), "+67.37%", "10.89"]);
  const text = await page.locator("main").innerText();
  expect(text).toContain("按实际参保人数计70.42%");
  const rows = await page.locator(".parts").first().locator("tr").allInnerTexts();
  expect(rows.slice(1).map((row) => row.replace("口径有变", "").split(/\s+/))).toEqual([
    ["住院", "+5,298.77", "90.49%"],
    ["门诊慢特病", "+327.46", "5.59%"],
    ["普通门诊", expect.stringMatching(/^\+229\.3\d$/), "3.92%"],
    ["合计", "+5,855.61", "100.00%"],
  ]);
  expect(text).toContain("+3,138.11");
  expect(text).toContain("+2,381.41");
  expect(text).toMatch(/市级住院次均费用同比−21\.37%；剔除.*眼科医院（本期817人次）后同比[+−]?0\.0\d%/);
  expect(text).toContain("年末滚存结余\n未录入");
  expect(text).toContain("2018-06-30");
  expect(text).toContain("口径：医保结算（记账）数，非财务拨付数");
  await leave(page);
});

test("the office screen shows it without scrolling", async () => {
  const office = await visit(browser, "/");
  const extent = () => [document.documentElement.scrollWidth, document.documentElement.scrollHeight];
  expect(await office.evaluate(extent)).toEqual([1366, 768]);
  await leave(office);
});

test("the curve has its table behind it, with the same last sum", async () => {
  const page = await visit(browser, "/");
  await page.getByText("看表").click();
  const june = await page.locator(".chart table tbody tr").nth(5).innerText();
  expect(june.split(/\s+/)).toEqual(["6月", "14,547.48", "8,691.87", "10,393.76"]);
  await leave(page);
});

test("the text for the clipboard has sentences, basis and version", async () => {
  const page = await visit(browser, "/", { permissions: ["clipboard-read", "clipboard-write"] });
  await page.getByRole("button", { name: "复制为文字" }).click();
  await page.getByRole("button", { name: "已复制" }).waitFor();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  expect(copied[0]).toBe("示例县 · 城乡居民医保 · 2018年1—6月");
  expect(copied[1]).toContain("69.98%");
  expect(copied.at(-1)).toMatch(
    /^口径：医保结算（记账）数，非财务拨付数 · 可用基金口径：①县级统筹基金 · 数据版本\d+ · 演示数据$/,
  );
  await leave(page);
});

test("another scope is an address: earlier period, earlier version, nothing compared", async () => {
  const page = await visit(browser, "/");
  await page.getByText("更换范围").click();
  await page.getByLabel("期间").selectOption({ label: "2018年1—3月" });
  await page.getByLabel("对比").selectOption({ label: "不对比" });
  await page.getByRole("button", { name: "查看" }).click();
  await page.waitForURL(/period=2018Q1/);
  expect(await page.locator("h1").innerText()).toContain("2018年1—3月");
  expect(await page.locator(".sentences").innerText()).not.toContain("同比");
  await page.getByRole("link", { name: "口径", exact: true }).click();
  await page.waitForURL(/\/metrics\?.*period=2018Q1/);
  await leave(page);

  const earlier = await visit(browser, "/?as_of=17");
  expect(await earlier.locator("h1").innerText()).toContain("2018年1—5月");
  expect(await earlier.locator(".basis").innerText()).toContain("按当时数据：版本17");
  await leave(earlier);
});

test("an address that cannot be read says so and leads back", async () => {
  const page = await visit(browser, "/?period=2018H7");
  expect(await page.locator("main").innerText()).toContain("period=2018H7");
  await page.getByRole("link", { name: "回到总览" }).click();
  await page.locator(".sentences").waitFor();
  await leave(page);
});
