import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `CHROMIUM_PATH`, else where distributions put it. */
function chromiumPath(): string {
  const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = [process.env.CHROMIUM_PATH ?? "", ...places].find((path) => path && existsSync(path));
  if (!found) throw new Error("no Chromium found: install it or set CHROMIUM_PATH");
  return found;
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: flags });

export interface Visit extends Page {
  /** Errors of the page and requests to other hosts so far. */
  readonly complaints: string[];
}

/**
 * A page of its own at the office screen's size; `leave` fails on any console error or request to another host. Who only
 * reads what the server wrote need not wait until scripts rest.
 */
export async function visit(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  waitUntil: "networkidle" | "load" = "networkidle",
): Promise<Visit> {
  const { address } = inject("site");
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1366, height: 768 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) complaints.push(request.url());
  });
  await page.goto(path, { waitUntil });
  return Object.assign(page, { complaints });
}

const visitsAtOnce = 3;

/** Does the same on every page, a few at once: the server, the browser and the test itself all have waits. In their order. */
export async function onEach<Result>(
  paths: readonly string[],
  work: (path: string) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = paths.entries();
  const worker = async () => {
    for (const [place, path] of waiting) results[place] = await work(path);
  };
  await Promise.all(Array.from({ length: visitsAtOnce }, worker));
  return results;
}

/** Ends a visit; it must have been silent, but for what the test expected. */
export async function leave(page: Visit, expected: RegExp = /^$/): Promise<void> {
  await page.context().close();
  expect(page.complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
}

/** What axe-core has against the page by WCAG 2.2 AA: rule and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
