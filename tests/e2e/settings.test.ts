import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

/** 设置 on the demo county. Whatever a test changes it takes back: other tests read the same site. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The browser says of every refused form that its answer was no success. */
const refused = /status of 409/;

async function open(page: Page, summary: string): Promise<void> {
  await page.locator("summary", { hasText: summary }).click();
}

async function enter(page: Page, fields: Record<string, string>): Promise<void> {
  const form = page.locator("details[open] form");
  for (const [label, text] of Object.entries(fields)) await form.getByLabel(label).fill(text);
}

async function setBasis(page: Page, basis: string, reason: string): Promise<void> {
  await page.goto("/settings/fund?year=2018");
  await open(page, "改变2018年的可用基金口径");
  await page.locator("details[open] form").getByLabel("可用基金口径").selectOption(basis);
  await enter(page, { 修改人: "基金科 王", 理由: reason });
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("cell", { name: reason }).waitFor();
}

/** The version that everybody sees, from the page's own words. */
async function versionShown(page: Page): Promise<string> {
  await page.goto("/");
  return /数据版本(\d+)/.exec(await page.locator("main").innerText())![1]!;
}

test("a quota of 20000万元 from the city makes 72.74% of 14547.48万元; the name stands beside it, who and why in the history", async () => {
  const page = await visit(browser, "/");
  const before = await versionShown(page);
  expect(await page.locator("main").innerText()).toContain("可用基金口径：①县级统筹基金");

  await page.goto("/settings/fund?year=2018");
  await open(page, "新增一笔");
  await page.locator("details[open] form").getByLabel("筹资项目").selectOption("annual_quota");
  await enter(page, { "应筹金额（元）": "200,000,000", 修改人: "基金科 王", 理由: "市级下达" });
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("cell", { name: "200,000,000.00" }).waitFor();
  expect(await page.getByRole("row", { name: /设置-筹资-2018/ }).innerText()).toMatch(/基金科 王.*市级下达/s);
  expect(await page.getByRole("row", { name: /②市级下达的年度预算/ }).innerText()).toContain("72.74%");
  // The name typed once is there again.
  await open(page, "改变2018年的可用基金口径");
  expect(await page.locator("details[open] form").getByLabel("修改人").inputValue()).toBe("基金科 王");

  await setBasis(page, "annual_quota", "2018年起市级统筹");
  await page.goto("/");
  const overview = await page.locator("main").innerText();
  expect(overview).toContain("可用基金口径：②市级下达的年度预算（控制额）");
  expect(overview).toContain("占全年可用基金20000.00万元的72.74%");
  // A link may still ask for the other basis.
  await page.goto("/?basis=pooled_fund");
  expect(await page.locator(".sentences").innerText()).toContain("69.98%");

  await setBasis(page, "pooled_fund", "改回");
  expect(await page.getByRole("row", { name: /2018年城乡居民医保可用基金口径/ }).count()).toBe(2);
  const { address } = inject("site");
  await fetch(`${address}/api/versions/${before}/restore`, { method: "POST", headers: { origin: address } });
  await page.goto("/");
  expect(await page.locator(".sentences").innerText()).toContain("占全年可用基金20787.52万元的69.98%");
  await leave(page);
});

test("wrong entries are said in words, and what was typed stays", async () => {
  const page = await visit(browser, "/settings/rules");
  await open(page, "新增政策参数");
  await enter(page, { 数值: "九十", 执行起月: "2018-13", 修改人: "基金科 王", 理由: "试填" });
  const form = page.locator("details[open] form");
  await form.getByRole("button", { name: "保存" }).click();
  await form.getByText("没有做成：“数值”应为数字，例如 1234.56。").waitFor();
  await enter(page, { 数值: "85" });
  await form.getByRole("button", { name: "保存" }).click();
  await form.getByText("没有做成：“执行起月”应为月份，写作 2018-06。").waitFor();
  await enter(page, { 执行起月: "2018-06", 执行止月: "2018-01" });
  await form.getByRole("button", { name: "保存" }).click();
  await form.getByText("没有做成：“执行止月”不能早于起始。").waitFor();
  expect(await form.getByLabel("数值").inputValue()).toBe("85");
  expect(await page.getByRole("cell", { name: "85.00%" }).count()).toBe(0);
  await leave(page, refused);
});

test("a parameter is entered, confirmed by its document, and withdrawn; each is a line of the history", async () => {
  const page = await visit(browser, "/settings/rules");
  await open(page, "新增政策参数");
  await enter(page, { 数值: "85", 执行起月: "2021-01", 修改人: "基金科 王", 理由: "新政策" });
  await page.locator("details[open] form").getByRole("button", { name: "保存" }).click();
  const entered = page.locator("#parameters + .table-scroll").getByRole("row", { name: /85\.00%/ });
  expect(await entered.innerText()).toContain("本地参数，待确认");
  await entered.getByRole("link", { name: "修改" }).click();
  const form = page.locator("details[open] form");
  await form.getByLabel("文号").fill("示医保〔2021〕1号");
  await form.getByLabel("是否确认").selectOption("yes");
  await form.getByLabel("理由").fill("收到文件");
  await form.getByRole("button", { name: "保存" }).click();
  await page.getByRole("cell", { name: "示医保〔2021〕1号", exact: true }).waitFor();
  await entered.getByRole("link", { name: "修改" }).click();
  await form.getByLabel("理由").fill("误录");
  await form.getByRole("button", { name: "撤销这一项" }).click();
  await page.getByRole("cell", { name: /撤销；综合报销比例政策线 85\.00%/ }).waitFor();
  expect(await entered.count()).toBe(0);
  await leave(page);
});

test("a mark for projections is entered, refused without its number, and taken back", async () => {
  const page = await visit(browser, "/settings/rules");
  await open(page, "新增预测标记");
  const form = page.locator("details[open] form");
  await form.locator("select[name=mark]").selectOption("one_off");
  await enter(page, { 年份或月份: "2016-03", 内容: "白内障免费手术", 修改人: "基金科 王", 理由: "集中开展" });
  await form.getByRole("button", { name: "保存" }).click();
  await form.getByText("一次性收支填金额").waitFor();
  await enter(page, { 金额或倍数: "1,500,000" });
  await form.getByRole("button", { name: "保存" }).click();
  const entered = page.locator("#marks + .table-scroll").getByRole("row", { name: /1,500,000\.00/ });
  await entered.waitFor();
  expect(await entered.innerText()).toContain("2016年3月");
  await entered.getByRole("link", { name: "修改" }).click();
  await form.getByLabel("理由").fill("误录");
  await form.getByRole("button", { name: "撤销这一项" }).click();
  await page.getByRole("cell", { name: /撤销；2016年3月，一次性收支 1,500,000\.00：白内障免费手术/ }).waitFor();
  await leave(page, refused);
});

test("who opened the page before somebody else changed it is told so", async () => {
  const [first, second] = await Promise.all([
    visit(browser, "/settings/fund?year=2017"),
    visit(browser, "/settings/fund?year=2017"),
  ]);
  for (const [page, basis] of [
    [first, "annual_quota"],
    [second, "pooled_fund_and_surplus"],
  ] as const) {
    await open(page, "改变2017年的可用基金口径");
    await page.locator("details[open] form").getByLabel("可用基金口径").selectOption(basis);
    await enter(page, { 修改人: "基金科 王", 理由: "同时修改" });
  }
  await first.getByRole("button", { name: "保存" }).click();
  await first.getByRole("cell", { name: "同时修改" }).waitFor();
  await second.getByRole("button", { name: "保存" }).click();
  await second.getByText("别人改过这一项").waitFor();
  await first.goto("/settings/fund?year=2017");
  await open(first, "改变2017年的可用基金口径");
  await first.locator("details[open] form").getByLabel("可用基金口径").selectOption("pooled_fund");
  await enter(first, { 理由: "同时修改后改回" });
  await first.getByRole("button", { name: "保存" }).click();
  await first.getByRole("cell", { name: "同时修改后改回" }).waitFor();
  await leave(first);
  await leave(second, refused);
});

test("what another site asks for is refused", async () => {
  const { address } = inject("site");
  for (const path of ["basis", "parameter", "event", "mark", "funding", "institution", "code", "rederive"]) {
    const answer = await fetch(`${address}/api/settings/${path}`, {
      method: "POST",
      headers: { origin: "http://elsewhere.example" },
    });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});
