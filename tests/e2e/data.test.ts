import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("数据 lists loads and versions; a load shows what became of its rows and money", async () => {
  const page = await visit(browser, "/data");
  expect(await page.locator("main").innerText()).toContain("等待发布");
  await page.getByRole("link", { name: "2018-07-05 09:00" }).first().click();
  await page.getByRole("heading", { name: "合计核对数" }).waitFor();
  const text = await page.locator("main").innerText();
  for (const part of ["已发布", "读入 = 计入 + 待核 + 剔除", "医疗总费用（元）", "合计核对数", "2018年6月"]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("不平");
  const reasons = await page.locator(".reason").allInnerTexts();
  expect(reasons.length).toBeGreaterThan(2);
  // Every code has words of its own.
  for (const reason of reasons) expect(reason).toMatch(/\p{Script=Han}{3}/u);
  await leave(page);
});

test("a load that is ready is published only after a yes, and makes a version that can be undone", async () => {
  const { readyLoad } = inject("site");
  const page = await visit(browser, `/data/loads/${readyLoad}`);
  await page.getByRole("button", { name: "发布" }).click();
  const question = page.locator("dialog[open]");
  await question.getByRole("button", { name: "取消" }).click();
  expect(await page.getByText("待发布").count()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "发布" }).click();
  await question.getByRole("button", { name: "确定" }).click();
  await page
    .getByText(/数据版本\d+/)
    .first()
    .waitFor();
  await page.locator("dialog[open]").waitFor({ state: "hidden" });
  await page.goto("/");
  const changed = await page.locator(".sentences").innerText();
  expect(changed).not.toContain("14547.48万元");

  await page.goto("/data");
  const second = page.locator("tr", { hasText: "2018-07-05 09:00" }).last();
  await second.getByRole("button", { name: "恢复" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "确定" }).click();
  await page.locator("dialog[open]").waitFor({ state: "hidden" });
  await page.getByText("恢复自版本18").first().waitFor();
  await page.goto("/");
  expect(await page.locator(".sentences").innerText()).toContain("14547.48万元");
  await leave(page);
});

test("a refusal is said in words and changes nothing", async () => {
  const { address, readyLoad } = inject("site");
  const again = await fetch(`${address}/api/loads/${readyLoad}/discard`, {
    method: "POST",
    headers: { origin: address },
  });
  expect(again.status).toBe(409);
  expect(((await again.json()) as { message: string }).message).toMatch(/^没有做成：\p{Script=Han}/u);
});

test("what another site asks for is refused", async () => {
  const { address } = inject("site");
  for (const headers of [{} as Record<string, string>, { origin: "http://elsewhere.example" }, { origin: "null" }]) {
    for (const path of ["/api/versions/1/restore", "/api/loads/x/discard", "/preferences"]) {
      const answer = await fetch(address + path, { method: "POST", headers });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  }
});
