import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { canaries, canariesIn, unpacked } from "../setup/canaries";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { accessibilityFaults, leave, openBrowser, type Visit, visit } from "./browser";

/** A file of an unknown layout, from 数据 through 对照列名 to a load; whatever is entered is taken back. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Hands a file in and opens the page on which it is described. */
async function describe(page: Visit, name: string, content: Buffer): Promise<void> {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer: content });
  await page.getByRole("button", { name: "读取", exact: true }).click();
  await page.locator(".jobs li", { hasText: name }).getByRole("link", { name: "对照列名后再导入" }).click();
  await page.getByRole("heading", { name: "前50行的结果" }).waitFor();
}

const amounts = [
  "NCH_PRMRY_PYR_CLM_PD_AMT",
  "NCH_BENE_IP_DDCTBL_AMT",
  "NCH_BENE_PTA_COINSRNC_LBLTY_AM",
  "NCH_BENE_BLOOD_DDCTBL_LBLTY_AM",
];

test("claims of another country: suggested, completed, seen row by row, saved, exported and loaded without code", async () => {
  const page = await visit(browser, "/data");
  // Without the columns of procedures at the end, which are all empty.
  const lines = (await readFile("tests/fixtures/foreign-claims/inpatient.csv", "utf8")).split("\n");
  const narrower = lines.map((line) => line.split(",").slice(0, 24).join(","));
  await describe(page, "claims.csv", Buffer.from(narrower.join("\n")));
  const main = page.locator("main");
  expect(await main.innerText()).toContain("还缺必需的字段：医疗类别、医疗费总额。");
  expect(await page.getByLabel("读作 CLM_THRU_DT").inputValue()).toBe("settled_at");
  for (const header of amounts) await page.getByLabel(`读作 ${header}`).selectOption("total_fee");
  await page.getByLabel("同时用作 CLM_PMT_AMT").selectOption("total_fee");
  await page.getByLabel("医疗类别").selectOption("inpatient");
  await page.getByText("计入50行，待核0行，剔除0行").waitFor();
  // 26000.00 from the fund and 1068.00 from the person.
  const row = page.locator(".trial tbody tr").first();
  expect(await row.innerText()).toMatch(/住院\s.*27,068\.00\s+26,000\.00/s);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1366, height: 768 });

  await page.getByLabel("格式名称").fill("外来住院");
  await page.locator("form[aria-busy]").getByLabel("修改人").fill("王");
  await page.locator("form[aria-busy]").getByLabel("理由").fill("试读");
  await page.getByRole("button", { name: "存好格式" }).click();
  await page.getByText("已存好").waitFor();
  const href = await page.getByRole("link", { name: "导出格式文件" }).getAttribute("href");
  const exported = await (await fetch(inject("site").address + href)).json();
  expect(exported).toMatchObject({ name: "外来住院", constants: { medical_type: "inpatient" } });
  expect(exported.columns.total_fee).toEqual(["CLM_PMT_AMT", ...amounts]);

  await page.getByRole("button", { name: "用它导入" }).click();
  await page.locator(".jobs li", { hasText: "claims.csv" }).first().getByRole("link", { name: "查看" }).click();
  await page.getByRole("button", { name: "放弃" }).waitFor();
  expect(await main.innerText()).toMatch(/408\s+405\s+3\s+0/);
  await page.getByRole("button", { name: "放弃" }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByText("已放弃").first().waitFor();

  await page.goto("/data/mapping");
  await page.locator("summary", { hasText: "删除格式" }).click();
  const removal = page.locator("td form");
  await removal.getByLabel("修改人").fill("王");
  await removal.getByLabel("理由").fill("试完");
  await removal.getByRole("button", { name: "删除格式" }).click();
  await page.getByText("还没有存好的格式").waitFor();
  await leave(page);
}, 120_000);

test("no name, number or telephone of a planted person reaches a page", async () => {
  const lines = canaries.flatMap(({ name, certificate, person, phone }, index) =>
    [1, 2].map((time) =>
      [`${index}-${time}`, person, "H1", "2018-06-03", name, "100.00", "60.00", phone, certificate].join(),
    ),
  );
  const header = "单号,编号,医院,结算日,分类,总医疗费,统筹支付额,备用,其他";
  const page = await visit(browser, "/data");
  await describe(page, "persons.csv", Buffer.from([header, ...lines, ""].join("\n")));
  // Whoever takes names and telephones for codes is told so and sees none of them.
  await page.getByLabel("读作 单号").selectOption("settlement_id");
  await page.getByLabel("读作 编号").selectOption("person_number");
  await page.getByLabel("读作 医院").selectOption("institution");
  await page.getByLabel("读作 分类").selectOption("medical_type");
  await page.getByLabel("读作 备用").selectOption("disease_code");
  await page.getByText("只能读作人员编号或证件号码").waitFor();
  const seen = [await page.content()];
  await page.getByRole("button", { name: "放弃这份文件" }).click();
  await page.waitForURL(/\/data$/);
  seen.push(await page.content());
  await page
    .getByRole("link", { name: /^20\d\d-/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "原因" }).waitFor();
  seen.push(await page.content());
  for (const html of seen) expect(canariesIn(html)).toEqual([]);
  await leave(page);
});

/** What the server says of a load: its page as HTML and as React sends it, the list of jobs, the list of held rows. */
async function bodiesOf(load: string): Promise<Record<string, Buffer>> {
  const { address } = inject("site");
  const page = `${address}/data/loads/${load}`;
  const bodies: Record<string, Buffer> = {};
  const ask = async (name: string, url: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers });
    expect([name, answer.status]).toEqual([name, 200]);
    bodies[name] = Buffer.from(await answer.arrayBuffer());
  };
  await ask("page", page);
  await ask("page as React sends it", page, { RSC: "1" });
  await ask("list of loads", `${address}/data`);
  await ask("jobs", `${address}/api/jobs`);
  await ask("held rows", `${page}/held`);
  return bodies;
}

test("a load with held rows shows nobody, in no form that is served; a name that is planted in one is found in each", async () => {
  const folder = await mkdtemp(join(tmpdir(), "yizhang-e2e-canary-"));
  const rows = Array.from(
    { length: 200 },
    (_, id): FileRow => ({ ...canaries[id % 50]!, id: `c${id}`, settled: "2018-07-03", fee: "100.00", pool: "60.00" }),
  );
  rows[7] = { ...rows[7]!, fee: canaries[7]!.name };
  const page = await visit(browser, "/data");
  const load = async (name: string) => {
    await page.goto("/data");
    await page.locator("input[type=file]").setInputFiles(await writeSettlements(folder, name, rows));
    await page.getByRole("button", { name: "读取", exact: true }).click();
    await page.locator(".jobs li", { hasText: name }).getByRole("link", { name: "查看" }).click({ timeout: 60_000 });
    await page.getByRole("heading", { name: "合计核对数" }).waitFor();
    return new URL(page.url()).pathname.split("/").at(-1)!;
  };
  const discard = (id: string) => {
    const { address } = inject("site");
    return fetch(`${address}/api/loads/${id}/discard`, { method: "POST", headers: { origin: address } });
  };
  const silent = await load("persons-of-july.csv");
  const path = join(folder, "held.xlsx");
  const bodies = await bodiesOf(silent);
  await writeFile(path, bodies["held rows"]!);
  for (const [name, body] of Object.entries({ ...bodies, "held rows": await unpacked(path) }))
    expect([name, canariesIn(body)]).toEqual([name, []]);

  // What a file is called is shown: whoever calls it by a name has it on every page of the load.
  const planted = canaries[9]!.name;
  const speaking = await load(`${planted}.csv`);
  const found = await bodiesOf(speaking);
  await writeFile(path, found["held rows"]!);
  for (const [name, body] of Object.entries({ ...found, "held rows": await unpacked(path) }))
    expect([name, canariesIn(body)]).toEqual([name, [planted]]);
  for (const id of [silent, speaking]) await discard(id);
  await leave(page);
  await rm(folder, { recursive: true });
}, 180_000);
