import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findChromium } from "@/cli/doctor/browser";

/**
 * Takes the pictures of docs/screenshots from a server that is running with the demo county:
 * `node --import tsx scripts/screenshots.ts http://127.0.0.1:3000`.
 */
const folder = join(fileURLToPath(new URL("..", import.meta.url)), "docs", "screenshots");

const sizes = {
  office: { width: 1366, height: 768 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly size?: keyof typeof sizes;
  readonly dark?: boolean;
  readonly language?: "zh-CN" | "en";
  /** Something to click before. */
  readonly click?: string;
  /** What must be there after the click. */
  readonly shows?: string;
  readonly wholePage?: boolean;
}

const pictures: readonly Picture[] = [
  { name: "overview", path: "/" },
  { name: "overview-dark", path: "/", dark: true },
  { name: "overview-english", path: "/", language: "en" },
  { name: "overview-wall", path: "/", size: "wall" },
  { name: "overview-phone", path: "/", size: "phone", wholePage: true },
  { name: "number", path: "/", click: ".card-figure a", shows: "dialog[open] dt" },
  { name: "curve-table", path: "/", click: ".chart summary" },
  { name: "burn", path: "/burn", wholePage: true },
  { name: "volume", path: "/volume", wholePage: true },
  { name: "institutions", path: "/institutions", wholePage: true },
  { name: "institution", path: "/institutions/H36103100001", wholePage: true },
  { name: "hardship", path: "/hardship", wholePage: true },
  { name: "projection", path: "/projection?period=2018H1&fee=-5&in_county=10", wholePage: true },
  { name: "projection-dark", path: "/projection", dark: true },
  { name: "projection-phone", path: "/projection", size: "phone", wholePage: true },
  { name: "performance", path: "/performance", wholePage: true },
  { name: "performance-dark", path: "/performance", dark: true },
  { name: "performance-phone", path: "/performance", size: "phone", wholePage: true },
  { name: "assessment", path: "/performance/demo-subsidy-2018", wholePage: true },
  { name: "assessment-submitted", path: "/performance/demo-subsidy-2017" },
  { name: "indicator", path: "/performance/demo-subsidy-2018/indicators/subsidy_per_head", wholePage: true },
  { name: "monitoring", path: "/performance/demo-subsidy-2018/monitoring", wholePage: true },
  { name: "vouchers", path: "/performance/vouchers" },
  { name: "burn-dark", path: "/burn", dark: true },
  { name: "burn-phone", path: "/burn", size: "phone", wholePage: true },
  { name: "volume-dark", path: "/volume", dark: true },
  { name: "volume-phone", path: "/volume", size: "phone", wholePage: true },
  { name: "hardship-dark", path: "/hardship", dark: true },
  { name: "hardship-phone", path: "/hardship", size: "phone", wholePage: true },
  { name: "volume-wall", path: "/volume", size: "wall" },
  { name: "settings", path: "/settings" },
  { name: "settings-fund", path: "/settings/fund", wholePage: true },
  { name: "data", path: "/data" },
  { name: "load", path: "/data", click: "tbody tr:first-child th a", shows: "#changes" },
  { name: "metrics", path: "/metrics" },
  { name: "metric", path: "/metrics/fee_per_case?visit_class=inpatient&by=tier" },
];

const [address] = process.argv.slice(2);
const executablePath = await findChromium(process.env);
if (!address || !executablePath) throw new Error("an address of a running server and a Chromium are needed");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const picture of pictures) {
  const context = await browser.newContext({
    viewport: sizes[picture.size ?? "office"],
    colorScheme: picture.dark ? "dark" : "light",
  });
  await context.addCookies([{ name: "language", value: picture.language ?? "zh-CN", url: address }]);
  const page = await context.newPage();
  await page.goto(address + picture.path, { waitUntil: "networkidle" });
  if (picture.click) await page.locator(picture.click).first().click();
  if (picture.shows) await page.locator(picture.shows).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${picture.name}.png`), fullPage: picture.wholePage ?? false });
  await context.close();
}
await browser.close();
