import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { leave, openBrowser, visit } from "./browser";

/** 绩效 on the demo county: an assessment of a project that no other test has. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The browser says of every refused form that its answer was no success. */
const refused = /status of 409/;

const project = `参保缴费工作${Date.now()}`;
const file = { name: "会议纪要.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 会议纪要") };

/** Saves the form under a summary, opening it unless it stands open. */
async function save(page: Page, summary: string, fill: (form: ReturnType<Page["locator"]>) => Promise<unknown>) {
  const details = page.locator("details.change", { has: page.locator("summary", { hasText: summary }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await fill(details);
  await details.getByLabel("修改人").fill("办公室 李");
  await Promise.all([page.waitForEvent("load"), details.locator("button.primary").click()]);
}

/** What a form of an indicator posts, without the page: what is filled in the same way was clicked once already. */
async function post(
  address: string,
  path: string,
  fields: Record<string, string>,
  body?: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const all = { region: "361031", seen: "99", entered_by: "办公室 李", reason: "填报", ...fields };
  const sent = body
    ? await fetch(`${address}${path}?${new URLSearchParams(all)}`, {
        method: "POST",
        body,
        headers: { origin: address },
      })
    : await fetch(`${address}${path}`, {
        method: "POST",
        body: new URLSearchParams(all),
        headers: { origin: address },
      });
  expect([path, sent.status]).toEqual([path, 200]);
}

test("an assessment from its creation to its submission: figures, points with their trace, reason, evidence, frozen", async () => {
  const { address } = inject("site");
  const page = await visit(browser, "/performance");
  await save(page, "新建绩效自评", async (form) => {
    await form.locator("[name=assessment_year]").selectOption("2017");
    await form.locator("[name=rubric]").selectOption("enrolment_campaign");
    await form.getByLabel("项目名称").fill(project);
    await form.getByLabel("主管部门").fill("示例县财政局");
    await form.getByLabel("实施单位").fill("示例县医疗保障局");
  });
  const path = new URL(page.url()).pathname;
  const rate = page.getByRole("row", { name: /参保率/ });

  // Figures arrive: 94.05% of 95% is 9.90 of 10 points; marks that nobody gave yet make the total an interval.
  expect(await rate.innerText()).toMatch(/≥95%\s+94\.05%\s+10\s+9\.90/);
  expect(await page.locator(".result").innerText()).toContain("等级待定");
  expect(await page.locator("#missing").innerText()).toBe("提交前还缺12项");
  await rate.locator("a[data-figure]").click();
  await page.locator("dialog[open]").getByText("查询语句").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "参保率", exact: true }).first().click();
  await page.locator("#trace").waitFor();
  const trace = await page.locator("section", { has: page.locator("#trace") }).innerText();
  expect(trace).toContain("10 × 94.05% ÷ 95% = 9.90分");
  await save(page, "填写偏差原因分析及改进措施", (form) =>
    form.getByLabel("偏差原因分析及改进措施").fill("外出务工人员在务工地参保；下一年度提前比对。"),
  );
  expect(await page.locator(".written").innerText()).toContain("外出务工人员");

  // A file that is not what its name says is refused in words; a right one stands there with its SHA-256.
  await page.goto(`${path}/indicators/deployment`);
  const upload = page.locator("details.change", { has: page.locator("input[type=file]") });
  await upload.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from("no paper") });
  await upload.getByLabel("修改人").fill("办公室 李");
  await upload.locator("button.primary").click();
  expect(await upload.getByRole("alert").innerText()).toContain("文件内容不是 pdf");
  await upload.locator("input[type=file]").setInputFiles(file);
  await Promise.all([page.waitForEvent("load"), upload.locator("button.primary").click()]);
  const sha256 = createHash("sha256").update(file.buffer).digest("hex");
  expect(await page.getByRole("row", { name: new RegExp(`^${file.name}`) }).innerText()).toContain(sha256.slice(0, 12));
  const fetched = await fetch(`${address}/api/assessments/${path.split("/").at(-1)}/evidence/${sha256}`);
  expect(Buffer.from(await fetched.arrayBuffer()).equals(file.buffer)).toBe(true);
  await save(page, "填写得分", (form) => form.getByLabel("自评得分").fill("10"));

  // The others the same way: marks and evidence; nothing found; 90% paid online.
  const api = `/api/assessments/${path.split("/").at(-1)}/indicators`;
  for (const [code, marks] of [
    ["cooperation", "10"],
    ["superior_assessment", "50"],
    ["bonus", "3"],
  ] as const) {
    await post(address, `${api}/${code}/scores`, { self_score: marks });
    await post(address, `${api}/${code}/evidence`, { name: file.name }, new Uint8Array(file.buffer));
  }
  await post(address, `${api}/online_payment_rate/actual`, { actual: "90" });
  await post(address, `${api}/online_payment_rate/evidence`, { name: file.name }, new Uint8Array(file.buffer));
  await post(address, `${api}/criticism/actual`, { finding_criticised: "0", finding_exposed: "0" });

  // 10 + 9.90 + 10 + 5 + 10 + 50 + 5 = 99.90; with 3 of bonus no more than 100.
  await page.goto(path);
  expect(await page.locator("#missing").innerText()).toBe("各项齐全，可以提交。");
  expect(await page.locator(".result").innerText()).toMatch(/100\.00\s*优[\s\S]*不含加分 99\.90[\s\S]*加分 3\.00/);
  await save(page, "提交并定稿", async () => undefined);
  expect(await page.locator(".page-header").innerText()).toContain("已定稿");
  expect(await page.locator("details.change").count()).toBe(0);
  const workbook = await fetch(`${address}/export${path.replace("/performance", "/assessments")}/project.xlsx`);
  expect([workbook.status, (await workbook.arrayBuffer()).byteLength > 5000]).toEqual([200, true]);

  // Who still has the page open is told that it is too late.
  const late = await fetch(`${address}${api}/bonus/scores`, {
    method: "POST",
    body: new URLSearchParams({ region: "361031", seen: "99", entered_by: "李", reason: "补填", self_score: "5" }),
    headers: { origin: address },
  });
  expect([late.status, (await late.json()).message]).toEqual([409, expect.stringContaining("已经提交定稿")]);
  await page.goto(path);
  expect(await page.locator(".result").innerText()).toContain("加分 3.00");
  await leave(page, refused);
}, 60_000);
