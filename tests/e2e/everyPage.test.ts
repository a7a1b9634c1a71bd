import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults, leave, onEach, openBrowser, type Visit, visit } from "./browser";
import { allPages, unreadable } from "./pages";

/** Pages that look different from how they open: cuts, filters, forms with something to change. */
const furtherStates: readonly string[] = [
  "/burn?by=hardship_status&tier=county",
  "/institutions?peers=table",
  "/settings/fund?row=0",
  "/settings/rules?event=outpatient_pooling_2018",
  "/settings/institutions?institution=H36103100006",
  "/settings/registry",
  "/settings/codes?map=medical_type&code=9905",
];

/** What one look at a page finds; the page is opened once for all tests. */
interface Seen {
  readonly path: string;
  /** By screen and colours. */
  readonly accessibility: Readonly<Record<string, readonly string[]>>;
  /** Widths of the content by the width of the screen. */
  readonly widths: Readonly<Record<string, number>>;
  readonly englishWords: readonly string[];
  readonly scriptKilobytes: number;
  /** Tables that A4 cuts; tables and forms to be handed in, and places to sign; buttons on paper. */
  readonly printed: {
    readonly cut: readonly string[];
    readonly tables: number;
    readonly signed: number;
    readonly buttons: number;
  };
}

let browser: Browser;
let seen: readonly Seen[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  seen = await onEach([...(await allPages()), ...furtherStates], look);
}, 600_000);
afterAll(() => browser.close());

async function look(path: string): Promise<Seen> {
  const page = await visit(browser, path, { colorScheme: "light" });
  const scriptKilobytes = await page.evaluate(() => {
    const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = loaded.filter(({ name }) => new URL(name).pathname.endsWith(".js"));
    return scripts.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0) / 1000;
  });
  const englishWords = await latinWords(page);
  const widths: Record<string, number> = {};
  const accessibility: Record<string, string[]> = {};
  for (const [width, height, colorScheme] of [
    [1366, 768, "light"],
    [1920, 1080, null],
    [390, 844, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height });
    widths[width] = await page.evaluate(() => document.documentElement.scrollWidth);
    if (colorScheme === null) continue;
    await page.emulateMedia({ colorScheme });
    accessibility[`${width} ${colorScheme}`] = await accessibilityFaults(page);
  }
  const printed = await print(page);
  await leave(page);
  return { path, accessibility, widths, englishWords, scriptKilobytes, printed };
}

/** Words in Latin letters beyond formats and names of files, which are called so in Chinese, too. */
async function latinWords(page: Visit): Promise<string[]> {
  const words = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll("script, noscript, style, code, pre, dialog, [lang=en]"))
      element.remove();
    return copy.textContent?.match(/[A-Za-z]{2,}[\w.-]*/g) ?? [];
  });
  const known = /^(English|GB18030|UTF-8|UTF-16[LB]E|Excel|csv|CSV|TXT|xlsx|XLSX|pdf|zip|gz|\S+\.(csv|tsv|txt|xlsx))$/;
  return words.filter((word) => !known.test(word));
}

/** The width between the margins of A4: upright, or lying for tables of many columns. */
async function print(page: Visit): Promise<Seen["printed"]> {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const cut = await page.evaluate(() => {
    document.body.style.width = "688px";
    return [...document.querySelectorAll(".table-section")]
      .filter((section) => {
        const paper = section.classList.contains("wide") ? 1016 : 688;
        return section.querySelector("table")!.getBoundingClientRect().width > paper + 1;
      })
      .map((section) => section.getAttribute("aria-labelledby")!);
  });
  return {
    cut,
    tables: await page.locator(".table-section, .official-form").count(),
    signed: await page.getByText("单位负责人：").locator("visible=true").count(),
    buttons: await page.getByRole("button").count(),
  };
}

const of = <T>(what: (page: Seen) => T) => Object.fromEntries(seen.map((page) => [page.path, what(page)]));
const everywhere = <T>(value: T) => of(() => value);

test("axe has nothing against any page, light in the office, dark on a phone", () => {
  expect(of(({ accessibility }) => accessibility)).toEqual(everywhere({ "1366 light": [], "390 dark": [] }));
});

test("no page scrolls sideways: office, wall, phone", () => {
  expect(of(({ widths }) => widths)).toEqual(everywhere({ 390: 390, 1366: 1366, 1920: 1920 }));
});

test("the Chinese pages have no English words", () => {
  const readable = seen.filter(({ path }) => path !== unreadable);
  expect(readable.filter(({ englishWords }) => englishWords.length > 0)).toEqual([]);
});

test("scripts of a page stay below 220 kB as sent", () => {
  for (const { path, scriptKilobytes } of seen) {
    expect([path, scriptKilobytes > 50]).toEqual([path, true]);
    expect([path, Math.max(scriptKilobytes, 220)]).toEqual([path, 220]);
  }
  const most = Math.max(...seen.map(({ scriptKilobytes }) => scriptKilobytes));
  console.info(`${seen.length} pages, scripts ${Math.round(most)} kB at most`);
});

test("on A4 every page prints without buttons, its tables whole, with who signs", () => {
  expect(of(({ printed: { cut, buttons } }) => ({ cut, buttons }))).toEqual(everywhere({ cut: [], buttons: 0 }));
  expect(of(({ printed }) => printed.signed)).toEqual(of(({ printed }) => printed.tables));
});
