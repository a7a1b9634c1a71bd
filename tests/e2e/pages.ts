import { inject } from "vitest";
import { voucherPath } from "@/app/performance/places";
import { routes } from "@/app/routes";

/** Pages without figures of the fund: they list loads, definitions, settings. */
const otherPages: readonly string[] = ["/data", "/metrics", "/settings"];

/** Assessments tell points and what was entered: not each of their pages has a figure of the registry. */
export const mayLackFigures = (path: string) => path.startsWith(routes.performance) && !path.startsWith(voucherPath);

/** Beyond what the navigation leads to: a definition with its value, cut and whole. */
const definitions = ["/metrics/burn_rate", "/metrics/fee_per_case?visit_class=inpatient&by=tier"];

/** Of the pages of one assessment those that stand for their kind: fed by data, in progress. */
const samples = ["indicators/enrolment_rate", "monitoring", "forms/project", "forms/monitoring"].map(
  (page) => `/performance/demo-subsidy-2018/${page}`,
);

/** Walked, and looked at, but their numbers are points and shares: nothing of them can be asked. */
const withoutFigures = /^\/performance(\?.*|\/[^/]+\/forms\/.*)?$/;

/** What an address says of the scope or of a form: pages that differ in nothing else are one page. */
const scopeParams = new Set(["region", "period", "compare", "as_of", "scheme", "sort", "indicator"]);

/**
 * Every page with figures, found as a reader finds them: from the navigation by the links of the pages themselves, each
 * cut, choice and filter once, of the institutions' own pages one. A page added to the routes is here by itself.
 */
export async function pagesWithFigures(): Promise<string[]> {
  return (await walkedPages()).filter((path) => !withoutFigures.test(path));
}

async function walkedPages(): Promise<string[]> {
  const { address } = inject("site");
  const roots = Object.values(routes).filter((path) => !otherPages.includes(path));
  const found = new Map<string, string>();
  const waiting: string[] = [...roots, ...definitions, ...samples];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    if (found.has(kind)) continue;
    found.set(kind, path);
    const html = await (await fetch(address + path)).text();
    waiting.push(...linksIn(html).filter((link) => isWalked(link, roots)));
  }
  return [...found.values()];
}

/** An address that cannot be read. */
export const unreadable = "/?period=2018H7";

/** Every page as it opens, with and without figures, and one that cannot be read: cuts and choices look alike. */
export async function allPages(): Promise<string[]> {
  const opened = (await walkedPages()).filter((path) => definitions.includes(path) || ownParams(path).length === 0);
  return [...opened, ...otherPages.filter(isThere), unreadable];
}

const isThere = (path: string) => (Object.values(routes) as string[]).includes(path);

function linksIn(html: string): string[] {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return [...main.matchAll(/<a\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes("data-figure") && !/\bdownload\b/.test(tag))
    .flatMap((tag) => /\bhref="(\/[^"#]*)/.exec(tag)?.[1] ?? [])
    .map((href) => href.replaceAll("&amp;", "&"));
}

function isWalked(link: string, roots: readonly string[]): boolean {
  const { pathname } = new URL(link, "http://site");
  const isUnder = roots.some((root) => pathname === root || (root !== "/" && pathname.startsWith(`${root}/`)));
  return isUnder && ownParams(link).length <= 1;
}

/** What an address asks beyond its scope; two choices at once are not walked, there are too many. */
const ownParams = (link: string) =>
  [...new URL(link, "http://site").searchParams].filter(([name]) => !scopeParams.has(name));

/** The page without its scope: one institution stands for all, one indicator and one of each form, too. */
function kindOf(link: string): string {
  const { pathname } = new URL(link, "http://site");
  const asked = ownParams(link).map((param) => param.join("="));
  const page = pathname
    .replace(/^(\/institutions)\/.+/, "$1/*")
    .replace(/^(\/performance)\/[^/]+\/(indicators)\/.+/, "$1/*/$2/*")
    .replace(/^(\/performance)\/[^/]+\/(.+)/, "$1/*/$2");
  return [page, ...asked].join(" ");
}
