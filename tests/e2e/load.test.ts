import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { leave, openBrowser, visit } from "./browser";

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), "yizhang-hand-in-"));
});
afterAll(async () => {
  const { address } = inject("site");
  const { jobs } = (await (await fetch(`${address}/api/jobs`)).json()) as { jobs: { id: string }[] };
  for (const { id } of jobs)
    await fetch(`${address}/api/loads/${id}/discard`, { method: "POST", headers: { origin: address } });
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Names that no other run has given to the same site. */
const run = Date.now().toString(36);
const [good, dirty, names, large] = ["good", "dirty", "names", "large"].map((name) => `${name}-${run}.csv`) as [
  string,
  string,
  string,
  string,
];
const held = `held-${run}.xlsx`;

const month = (name: string, last: Partial<FileRow> = {}) =>
  writeSettlements(
    folder,
    name,
    Array.from({ length: 200 }, (_, id) => ({
      ...{ id: `${name}${id}`, settled: "2018-07-03", fee: "100.00", pool: "60.00" },
      ...(id === 199 ? last : {}),
    })),
  );

/** Chooses files and hands them in. */
async function handIn(page: Page, ...paths: string[]): Promise<void> {
  await page.locator("input[type=file]").setInputFiles(paths);
  await page.getByRole("button", { name: "读取", exact: true }).click();
}

const jobOf = (page: Page, name: string) => page.locator(".jobs li", { hasText: name });

test("a good and a dirty file are read while the reader is elsewhere; the dirty row is listed, corrected, and counts", async () => {
  const page = await visit(browser, "/data");
  await handIn(page, await month(good));
  await jobOf(page, good).waitFor();
  await page.goto("/");
  await page.goto("/data");
  await handIn(page, await month(dirty, { pool: "6O.00" }));
  await jobOf(page, good).getByText("已读完，请核对后发布").waitFor({ timeout: 30_000 });
  await jobOf(page, dirty).getByRole("link", { name: "查看" }).click({ timeout: 30_000 });
  await page.getByRole("heading", { name: "合计核对数" }).waitFor();
  const text = await page.locator("main").innerText();
  for (const part of ["待发布", "第201行", "20,000.00", "11,940.00"]) expect(text).toContain(part);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载待核清单" }).click();
  const list = join(folder, held);
  await (await download).saveAs(list);

  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await readFile(list)).buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  expect(sheet!.getCell("F7").value).toBe("6O.00");
  sheet!.getCell("B3").value = "基金科 王";
  sheet!.getCell("B4").value = "看错字母";
  sheet!.getCell("J7").value = "60.00";
  await writeFile(list, Buffer.from(await workbook.xlsx.writeBuffer()));
  await page.goto("/data");
  await handIn(page, list);
  await jobOf(page, held).getByRole("link", { name: "查看" }).click({ timeout: 30_000 });
  await page.getByText("修改人：基金科 王；理由：看错字母").waitFor();
  expect(await page.locator("main").innerText()).toContain("12,000.00");
  await page.getByRole("button", { name: "放弃" }).click();
  await page.locator("dialog[open]").getByRole("button", { name: "确定" }).click();
  await page.getByRole("heading", { name: "导入记录" }).waitFor();
  await leave(page);
});

test("a file that is sent back says why; one that is cancelled leaves nothing", async () => {
  const page = await visit(browser, "/data");
  const unknown = join(folder, names);
  await writeFile(unknown, "A,B\n1,2\n");
  await handIn(page, unknown);
  await jobOf(page, names).getByText("已退回，请看原因").waitFor({ timeout: 30_000 });
  const path = join(folder, large);
  const [head, ...rows] = (await readFile(await month("seed.csv"), "utf8")).split("\n");
  await writeFile(
    path,
    `${head}\n${Array.from({ length: 300 }, (_, i) => rows.map((line) => line && `${i}${line}`).join("\n")).join("")}`,
  );
  await handIn(page, path);
  const job = jobOf(page, large);
  await job.getByText(/准备读取|读取文件|逐行核对|写入|计算各月变化/).waitFor({ timeout: 30_000 });
  await job.getByRole("button", { name: "取消" }).click();
  await job.getByText("已取消，没有留下任何内容").waitFor({ timeout: 30_000 });
  const spill = (await readdir(join(inject("site").home, "spill"))).filter((name) => !name.startsWith("read-"));
  expect(spill).toEqual([]);
  await leave(page);
});

test("two versions are compared by month and metric", async () => {
  const page = await visit(browser, "/data/versions?one=17&other=18");
  const row = page.getByRole("row", { name: /人次/ }).first();
  expect(await row.innerText()).toMatch(/人次.*\+\d/s);
  await leave(page);
});

test("what another site sends is refused before a byte of it is kept", async () => {
  const { address, home } = inject("site");
  const before = await readdir(join(home, "incoming"));
  for (const headers of [{} as Record<string, string>, { origin: "http://elsewhere.example" }]) {
    const begun = await fetch(`${address}/api/jobs`, { method: "POST", headers, body: "{}" });
    const sent = await fetch(`${address}/api/jobs/20180101-0123456789/files/1`, { method: "PUT", headers, body: "x" });
    expect([begun.status, sent.status]).toEqual([403, 403]);
  }
  expect(await readdir(join(home, "incoming"))).toEqual(before);
});
