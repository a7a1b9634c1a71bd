import { readFile } from "node:fs/promises";
import excel from "exceljs";
import type { Browser, Download } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { leave, onEach, openBrowser, type Visit, visit } from "./browser";
import { pagesWithFigures } from "./pages";

let browser: Browser;
let pages: string[];
beforeAll(async () => {
  browser = await openBrowser();
  pages = await pagesWithFigures();
}, 300_000);
afterAll(() => browser.close());

/** A table as the screen shows it, header first, and where its files are. */
interface ShownTable {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly (readonly string[])[];
  readonly files: readonly string[];
}

const shownTables = (page: Visit): Promise<ShownTable[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".table-section")].map((section) => {
      const table = section.querySelector("table")!.cloneNode(true) as HTMLTableElement;
      for (const mark of table.querySelectorAll("[aria-hidden=true]")) mark.remove();
      return {
        id: section.getAttribute("aria-labelledby")!,
        title: section.querySelector("h2")!.textContent!,
        cells: [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent!.trim())),
        files: [...section.querySelectorAll("a[download]")].map((link) => link.getAttribute("href")!),
      };
    }),
  );

/** The number of a cell as its format prints it, or its text. */
function printed(cell: excel.Cell): string {
  const { value, numFmt } = cell;
  if (value === null) return "—";
  if (typeof value !== "number") return String(value);
  const [plus = "", decimals] = /^(\+?)[#,0]+(\.0+)?/.exec(numFmt)!.slice(1);
  const places = decimals ? 2 : 0;
  // As spreadsheets do: the decimal of 15 digits is rounded, half away from zero.
  const text = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    useGrouping: numFmt.includes("#,##0"),
    roundingMode: "halfExpand",
  } as Intl.NumberFormatOptions).format(Math.abs(value));
  if (!/[1-9]/.test(text)) return text;
  return value < 0 ? `−${text}` : plus + text;
}

test("the file of every table holds what the screen shows, in the order of the screen", async () => {
  const { address } = inject("site");
  let compared = 0;
  await onEach(pages, async (path) => {
    const page = await visit(browser, path, {}, "load");
    for (const { id, title, cells, files } of await shownTables(page)) {
      const answer = await fetch(address + files.find((file) => file.includes(".xlsx"))!);
      expect([path, id, answer.status]).toEqual([path, id, 200]);
      const workbook = new excel.Workbook();
      await workbook.xlsx.load(await answer.arrayBuffer());
      const sheet = workbook.worksheets[0]!;
      const top = sheet.views[0]!.state === "frozen" ? sheet.views[0]!.ySplit! : 0;
      const read = cells.map((row, down) => row.map((_, along) => printed(sheet.getCell(top + down, along + 1))));
      const screen = cells.map((row) => row.map((text) => text || "—"));
      expect([path, id, sheet.getCell(1, 1).value, read]).toEqual([path, id, title, screen]);
      compared += 1;
    }
    await leave(page);
  });
  expect(compared).toBeGreaterThan(4);
}, 600_000);

test("an export answers as a file with a Chinese name, keeps cut and order, and changes nothing", async () => {
  const { address } = inject("site");
  const get = (path: string, init?: RequestInit) => fetch(`${address}/export/${path}`, init);
  const scope = "region=361031&period=2018H1";
  const file = await get(`expenditure.csv?${scope}&by=tier&sort=expenditure.growth.descending`);
  const disposition = decodeURIComponent(file.headers.get("content-disposition")!);
  expect(disposition).toMatch(/^attachment; .*filename\*=UTF-8''示例县-基金支出-2018H1-版本\d+\.csv$/);
  expect(file.headers.get("cache-control")).toBe("no-store");
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).split("\r\n");
  const header = lines.findIndex((line) => line.startsWith("医疗机构层级,"));
  expect(lines.slice(header + 1, header + 6).map((line) => line.split(",")[0])).toEqual([
    "市级",
    "乡镇",
    "县级",
    "省级及省外",
    "合计",
  ]);
  for (const [path, status] of [
    [`nothing.csv?${scope}`, 404],
    [`expenditure.pdf?${scope}`, 404],
    [`expenditure.tar.csv?${scope}`, 404],
    ["expenditure.csv?period=2018H7", 400],
    ["expenditure.csv?region=999999", 404],
    ["expenditure.csv?period=2031", 404],
  ] as const) {
    const refused = await get(path);
    expect([path, refused.status, refused.headers.get("content-type")]).toEqual([
      path,
      status,
      "text/plain; charset=utf-8",
    ]);
    expect(await refused.text()).toMatch(/^\p{Script=Han}[^\n<]+\n$/u);
  }
  expect((await get(`expenditure.csv?${scope}`, { method: "POST" })).status).toBeGreaterThan(400);
});

/** Width, height and the share of pixels that are not paper, of a downloaded PNG. */
async function pictureOf(page: Visit, download: Download) {
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  const inked = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const pen = canvas.getContext("2d")!;
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) count += 1;
      return { width: image.width, height: image.height, inked: count / (data.length / 4) };
    },
    `data:image/png;base64,${bytes.toString("base64")}`,
  );
  return { bytes, ...inked };
}

async function savedPicture(path: string, options: Parameters<typeof visit>[2]) {
  const page = await visit(browser, path, options);
  await page.evaluate(() => window.scrollTo(0, 400));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "存为一页图" }).click(),
  ]);
  await page.getByRole("button", { name: "已存为图片" }).waitFor();
  const name = download.suggestedFilename();
  const picture = await pictureOf(page, download);
  expect(await page.locator("iframe").count()).toBe(0);
  await leave(page);
  return { name, ...picture };
}

test("a page is one picture: light, 1366 wide at twice the pixels, the same from a dark phone as from the office", async () => {
  for (const path of ["/", "/burn"]) {
    const office = await savedPicture(path, {});
    expect(office.name).toMatch(/^示例县-(总览|基金运行)-2018H1-版本\d+\.png$/);
    expect(office.width).toBe(2732);
    expect(office.height).toBeGreaterThan(1200);
    // Text and charts cover a few percent; a picture without its styles or fonts, or a blank one, does not.
    expect(office.inked).toBeGreaterThan(0.015);
    expect(office.inked).toBeLessThan(0.2);
    const phone = await savedPicture(path, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
    expect(phone.bytes.equals(office.bytes)).toBe(true);
  }
}, 120_000);

test("a table is copied as cells apart by tabs, as printed", async () => {
  const page = await visit(browser, "/burn?by=tier", { permissions: ["clipboard-read", "clipboard-write"] });
  const section = page.locator(".table-section", { has: page.locator("#expenditure") });
  await section.getByRole("button", { name: "复制表格" }).click();
  await section.getByRole("button", { name: "已复制" }).waitFor();
  const rows = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((line) => line.split("\t"));
  const shown = (await shownTables(page)).find(({ id }) => id === "expenditure")!;
  expect(rows).toEqual(shown.cells);
  expect(rows.at(-1)!.slice(0, 2)).toEqual(["合计", "14,547.48"]);
  await leave(page);
});
