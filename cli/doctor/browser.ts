import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Finding, fail, ok, warn } from "@/cli/doctor/finding";
import { isThere } from "@/db/isThere";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/** Where Playwright keeps the browsers that it downloaded, and where in such a folder the program is. */
const playwrightCaches = [".cache/ms-playwright", "Library/Caches/ms-playwright"];
const playwrightPrograms = [
  "chrome-linux/chrome",
  "chrome-linux64/chrome",
  "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
];

/** Where `npm test` unpacks a Chromium on machines that have none. */
export const ownChromiumFolder = () => join(homedir(), ".cache", "yizhang", "chromium");

/** A Chromium of this machine: `CHROMIUM_PATH`, the usual places, Playwright's cache, our own; null when there is none. */
export async function findChromium(environment: Record<string, string | undefined>): Promise<string | null> {
  const named = environment.CHROMIUM_PATH;
  const places = named
    ? [named]
    : [
        ...usualPlaces,
        ...(await downloaded(environment.PLAYWRIGHT_BROWSERS_PATH)),
        join(ownChromiumFolder(), "chromium"),
      ];
  for (const place of places) if (await isThere(place)) return place;
  return null;
}

async function downloaded(folder: string | undefined): Promise<string[]> {
  const caches = folder ? [folder] : playwrightCaches.map((cache) => join(homedir(), cache));
  const found: string[] = [];
  for (const cache of caches) {
    const browsers = (await readdir(cache).catch(() => [])).filter((name) => name.startsWith("chromium-"));
    for (const browser of browsers.sort().reverse()) {
      found.push(...playwrightPrograms.map((program) => join(cache, browser, program)));
    }
  }
  return found;
}

export async function examineBrowser(environment: Record<string, string | undefined>): Promise<Finding> {
  const path = await findChromium(environment);
  return path ? ok("chromium", { path }) : warn("chromium");
}

/** The font comes with the packages, so that Chinese shows on machines that have none. */
export async function examineFont(programFolder: string): Promise<Finding> {
  const font = join(programFolder, "node_modules", "@fontsource", "noto-sans-sc");
  return (await isThere(join(font, "package.json"))) ? ok("font") : fail("font");
}
