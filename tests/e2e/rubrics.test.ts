import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readRubric } from "@/rubrics/index";
import { leave, openBrowser, visit } from "./browser";

/** 设置 → 指标体系 on the demo county: what a test enters is a version of a rubric that no other test reads. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The browser says of every refused form that its answer was no success. */
const refused = /status of 409/;

const said = async (page: Page) => {
  const alert = page.locator("form [role=alert]");
  await alert.waitFor();
  return alert.innerText();
};

test("an indicator of 5 marks is 5 too many until another gives them up; saved as version 2, exported, imported as 3", async ({
  onTestFinished,
}) => {
  const page = await visit(browser, "/settings/rubrics/institution_check/edit");
  onTestFinished(() => page.context().close());
  const totals = page.locator(".rubric-totals");
  expect(await totals.innerText()).toMatch(/合计120分，满分120分\s*相等\s*8个三级指标/);
  const section = page.getByRole("group", { name: "一级指标4" });
  await section.getByRole("button", { name: "添加三级指标" }).click();
  const indicators = section.locator(".indicator-fields");
  const added = indicators.last();
  const fields = {
    三级指标: "投诉处理及时率",
    二级指标: "满意度",
    分值: "5",
    年度指标值: "95",
    口径名称或材料来源: "投诉台账",
  };
  for (const [label, text] of Object.entries(fields)) await added.getByLabel(label).fill(text);
  expect(await totals.innerText()).toMatch(/9个三级指标[\s\S]*满意度 15\/10\s*多出5分/);
  await page.getByLabel("修改人").fill("医药科 赵");
  await page.getByLabel("理由").fill("加投诉处理");
  await page.getByRole("button", { name: "保存" }).click();
  expect(await said(page)).toContain("满意度 · 分值：“满意度”下各指标的分值合计15分，该一级指标是10分");
  await indicators.nth(1).getByLabel("分值").fill("5");
  expect(await totals.innerText()).not.toMatch(/多出|还差/);
  await page.getByRole("button", { name: "保存" }).click();
  await page.waitForURL(/institution_check\?/);
  expect(await page.getByRole("row", { name: /投诉处理及时率/ }).innerText()).toMatch(/5\s+≥95%\s+越高越好\s+手工填报/);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出文件" }).click(),
  ]);
  const file = await download.path();
  const exported = await readFile(file, "utf8");
  expect(readRubric(exported)).toMatchObject({ id: "institution_check", version: 2, marks: "120" });

  await page.goto("/settings/rubrics");
  await page.locator("summary", { hasText: "从文件导入" }).click();
  const form = page.locator("details[open] form");
  const bad = join(`${file}.bad.yaml`);
  await writeFile(bad, exported.replace("marks: 120", "marks: 110"));
  await form.locator("input[type=file]").setInputFiles(bad);
  await form.getByLabel("理由").fill("试导入");
  await form.getByRole("button", { name: "导入", exact: true }).click();
  const line = exported.slice(0, exported.indexOf("marks: 120")).split("\n").length;
  expect(await said(page)).toContain(`第${line}行：各一级指标的分值合计120分，总分是110分`);
  await form.locator("input[type=file]").setInputFiles({
    name: "指标体系.yaml",
    mimeType: "application/yaml",
    buffer: Buffer.from(exported),
  });
  await form.getByRole("button", { name: "导入", exact: true }).click();
  await page.waitForURL(/institution_check\?/);
  await page.goto("/settings/rubrics");
  expect(
    await page
      .getByRole("row", { name: /定点医疗机构年度考核.*第3版/s })
      .first()
      .innerText(),
  ).toContain("本单位");
  expect(await page.getByRole("row", { name: /加投诉处理/ }).innerText()).toMatch(/医药科 赵[\s\S]*第2版/);
  await leave(page, refused);
});
