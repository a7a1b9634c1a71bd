import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { cellIn, readScope, regionIn } from "@/app/scope";
import { type Installation, openInstallation } from "@/db/open";
import { listInstitutions } from "@/db/queries/listInstitutions";
import { readDataVersion } from "@/db/queries/readDataVersion";
import type { Dimension } from "@/domain/dimensions";
import type { Institution } from "@/domain/institution";
import { type Decimal, decimal, roundHalfUp, sum } from "@/domain/money";
import { metricOf } from "@/figures/answer";
import { forecast, type PartCut, partCuts } from "@/figures/forecast/forecast";
import type { Question } from "@/figures/question";
import { closeReader, openReader } from "@/figures/reader";
import { messagesIn } from "@/messages/index";
import type { Unit } from "@/metrics/define";
import { forecastAsData } from "@/reports/render/forecast";
import type { ReadingId } from "@/reports/tables/define";
import { leave, onEach, openBrowser, visit } from "./browser";
import { type Expected, type PrintedForecast, printedValue } from "./expected";
import { mayLackFigures, pagesWithFigures } from "./pages";
import { type PrintedRow, Questions } from "./questions";
import { readingValues } from "./readingValues";

const { reasons, tables: tableWords } = messagesIn("zh-CN");

let browser: Browser;
let installation: Installation;
let questions: Questions;
let institutions: ReadonlyMap<string, Institution>;
let pages: string[];

beforeAll(async () => {
  browser = await openBrowser();
  const programFolder = fileURLToPath(new URL("../..", import.meta.url));
  installation = await openInstallation({ ...process.env, YIZHANG_HOME: inject("site").home }, programFolder);
  questions = new Questions(installation);
  const { files } = (await readDataVersion(installation.database, null))!;
  institutions = await listInstitutions(installation.database, files);
  pages = await pagesWithFigures();
}, 300_000);
afterAll(async () => {
  await closeReader(installation.home);
  await installation.close();
  await browser.close();
});

/** A number as a reader sees it. */
interface Shown {
  readonly href: string;
  readonly text: string;
  /** Every digit, or the reason why there is no number. */
  readonly title: string;
  /** In running text the verb carries the sign: 减少1.88万元. */
  readonly inTable: boolean;
}

/** A row of a table with its numbers by column. */
interface ShownRow {
  readonly role: string;
  readonly cells: readonly (Shown | null)[];
}

interface ShownPage {
  readonly path: string;
  readonly figures: readonly Shown[];
  readonly tables: readonly { readonly id: string; readonly notes: string; readonly rows: readonly ShownRow[] }[];
}

/** Each page is opened once for all tests. */
const opened = new Map<string, Promise<ShownPage>>();

function open(path: string): Promise<ShownPage> {
  const known = opened.get(path) ?? look(path);
  opened.set(path, known);
  return known;
}

async function look(path: string): Promise<ShownPage> {
  const page = await visit(browser, path, {}, "load");
  const shown = await page.evaluate(() => {
    const visibleText = (link: Element) => {
      const copy = link.cloneNode(true) as Element;
      for (const heard of copy.querySelectorAll(".sr-only")) heard.remove();
      // Points of a curve have a number for screen readers alone.
      return (copy.textContent || link.textContent!).trim();
    };
    const read = (link: Element) => ({
      href: link.getAttribute("href")!,
      text: visibleText(link),
      title: link.getAttribute("title")!,
      inTable: link.closest("table") !== null,
    });
    return {
      figures: [...document.querySelectorAll("main a[data-figure]")].map(read),
      tables: [...document.querySelectorAll(".table-section")].map((section) => ({
        id: section.getAttribute("aria-labelledby")!,
        notes: [...section.querySelectorAll(".note")].map(({ textContent }) => textContent).join(),
        rows: [...section.querySelectorAll("table tr")].slice(1).map((row) => ({
          role: row.className,
          cells: [...row.querySelectorAll("td")].map((cell) => {
            const link = cell.querySelector("a[data-figure]");
            return link && read(link);
          }),
        })),
      })),
    };
  });
  await leave(page);
  return { path, ...shown };
}

/** `14,547.48` with its sign, `null` where there are no digits. */
function numberIn(text: string): Decimal | null {
  const [found] = /[+−-]?\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  return found ? decimal(found.replace(/[+,]/g, "").replace("−", "-")) : null;
}

const counts: readonly Unit[] = ["cases", "persons", "heads", "days"];

/** The exact value that a title states, in the unit of its metric: percentages and points as fractions. */
function stated({ title }: Shown, unit: Unit): Decimal | null {
  if (Object.values(reasons).includes(title)) return null;
  const value = numberIn(title);
  return value && (unit === "percent" || unit === "points" || unit === "chance") ? value.div(100) : value;
}

/** Rounded once, half up, in the unit of print. */
function printed(value: Decimal, unit: Unit): Decimal {
  const inPrint =
    unit === "yuan" || unit === "yuan_per_month"
      ? value.div(10_000)
      : unit === "percent" || unit === "points" || unit === "chance"
        ? value.times(100)
        : value;
  return roundHalfUp(inPrint, counts.includes(unit) || unit === "chance" ? 0 : 2);
}

/** What the address of a number asks, put to `metrics --json`. */
async function answered({ href }: Shown): Promise<Expected> {
  const { pathname, searchParams } = new URL(href, "http://site");
  const params = Object.fromEntries(searchParams);
  const metric = metricOf(pathname.replace("/metrics/", ""));
  const cell = cellIn(params);
  const scope = readScope(params, { region: regionIn(params)!, months: [], bases: {} });
  const question: Question = { ...scope, by: Object.keys(cell) as Dimension[], metrics: [metric.id] };
  const ask = (other: Partial<Question>) => questions.ask({ ...question, ...other });
  const { rows, total } = await ask({});
  const isCell = ({ key }: PrintedRow) => Object.entries(cell).every(([name, member]) => key?.[name] === member);
  const row: PrintedRow = (question.by.length > 0 && rows.find((each) => isCell(each as PrintedRow))) || total;
  const reading = searchParams.get("reading") as ReadingId | null;
  if (reading) {
    const { id, unit } = metric;
    const own = { question, metric: id, unit, row, params: searchParams, institutions, ask };
    const onDays = (days: string) => settledOn(question, days);
    return readingValues[reading]({ ...own, forecast: (by) => forecastOf(question, by), onDays });
  }
  return printedValue(row.values[metric.id], metric.unit);
}

/** What `project --json` prints, each scope and cut asked once. */
const forecasts = new Map<string, Promise<PrintedForecast>>();

function forecastOf(question: Question, by: PartCut = partCuts[0]): Promise<PrintedForecast> {
  const key = JSON.stringify([question, by]);
  const known = forecasts.get(key) ?? forecast(installation, question, by).then(forecastAsData);
  forecasts.set(key, known);
  return known;
}

/** Rows of the version by day of settlement, counted here: the pages' own query is not used. */
let byDay: Promise<readonly { day: string; settlements: string; e_voucher_settlements: string }[]> | null = null;

async function settledOn({ region, scheme, where }: Question, days: string): Promise<Record<string, Decimal>> {
  if (Object.keys(where).length > 0) throw new Error(`days are not checked with a filter: ${JSON.stringify(where)}`);
  byDay ??= (async () => {
    const { files } = (await readDataVersion(installation.database, null))!;
    const own = files.filter((file) => file.table === "fct_settlements" && file.region === region);
    const paths = own.map(({ path }) => `'${join(installation.home.warehouseFolder, path)}'`);
    const warehouse = await openReader(installation.home);
    return warehouse.rows(`
      select settled_on::varchar as day, sum(sign) as settlements,
        sum(sign) filter (where voucher_kind = '01') as e_voucher_settlements
      from (select *, if(reversal, -1, 1) as sign from read_parquet([${paths.join(", ")}]))
      where scheme = '${scheme}'
      group by settled_on`);
  })();
  const [from, to = from] = days.split("..") as [string, string?];
  const rows = (await byDay).filter(({ day }) => from <= day && day <= to);
  const total = (id: "settlements" | "e_voucher_settlements") => sum(rows.map((row) => decimal(row[id] ?? 0)));
  return { settlements: total("settlements"), e_voucher_settlements: total("e_voucher_settlements") };
}

/** Causes of a change are estimates: printed so that they add up to the printed change, by a hundredth if need be. */
const apportioned: readonly string[] = ["cause", "cause_share"] satisfies ReadingId[];

const mayMiss = ({ href }: Shown) =>
  apportioned.includes(new URL(href, "http://site").searchParams.get("reading") ?? "") ? "0.01" : "0";

/** What is wrong with a number, or null. */
async function faultOf(shown: Shown): Promise<string | null> {
  const { value, unit, places } = await answered(shown);
  const { text, title, href } = shown;
  const exact = stated(shown, unit);
  const fault = (what: string) => `${what}: ${text} | ${title} | ${value?.toFixed() ?? null} | ${href}`;
  if (value === null || exact === null) {
    const isEmpty = value === null && exact === null && numberIn(text) === null;
    return isEmpty ? null : fault("a value on one side only");
  }
  const sameSign = shown.inTable || /^[+−]/.test(text);
  const [left, right] = sameSign ? [exact, value] : [exact.abs(), value.abs()];
  // Titles are cut at the twelfth digit.
  const agrees =
    places === undefined ? left.minus(right).abs().lessThan("1e-11") : roundHalfUp(left, places).equals(right);
  if (!agrees) return fault("not what metrics --json prints");
  const inText = numberIn(text);
  if (!inText) return fault("no number is printed");
  const expected = printed(exact, unit);
  const missed = sameSign ? inText.minus(expected) : inText.abs().minus(expected.abs());
  return missed.abs().lessThanOrEqualTo(mayMiss(shown)) ? null : fault(`rounded half up it is ${expected.toFixed()}`);
}

test("every number of every page is what metrics --json prints, rounded once, half up", async () => {
  const faults: string[] = [];
  let count = 0;
  await onEach(pages, async (path) => {
    const { figures } = await open(path);
    count += figures.length;
    expect([path, figures.length > 0 || mayLackFigures(path)]).toEqual([path, true]);
    const found = await Promise.all(figures.map(faultOf));
    faults.push(...found.flatMap((fault) => (fault ? [`${path} ${fault}`] : [])));
  });
  console.info(`${count} numbers on ${pages.length} pages, ${questions.asked} questions`);
  expect(faults).toEqual([]);
}, 600_000);

test("parts of a table add up to its total exactly; where the printed ones do not, a note says so", async () => {
  const faults: string[] = [];
  let sums = 0;
  for (const path of pages) {
    for (const { id, notes, rows } of (await open(path)).tables) {
      const total = rows.find(({ role }) => role === "total");
      const parts = rows.filter(({ role }) => role === "part" || role === "rest");
      total?.cells.forEach((whole, column) => {
        const cells = parts.flatMap(({ cells }) => cells[column] ?? []);
        if (!whole || !adds(whole) || cells.length === 0) return;
        sums += 1;
        const values = cells.flatMap((cell) => numberIn(cell.title) ?? []);
        const missed = sum(values).minus(numberIn(whole.title)!);
        // Lines of an estimate do not end at the cent: titles cut them.
        const isCut = cells.some(({ title }) => title.includes("…"));
        if (missed.abs().greaterThan(isCut ? "1e-10" : "0"))
          faults.push(`${path} ${id} column ${column + 1}: parts − total = ${missed.toFixed()}`);
        const inPrint = sum(cells.flatMap((cell) => numberIn(cell.text) ?? []));
        const isNoted = notes.includes(tableWords.rounding);
        if (!inPrint.equals(numberIn(whole.text)!) && !isNoted)
          faults.push(`${path} ${id} column ${column + 1}: no note`);
      });
    }
  }
  console.info(`${sums} sums`);
  expect(sums).toBeGreaterThan(4);
  expect(faults).toEqual([]);
}, 600_000);

/** Yuan and cases add up, and so do their changes; persons may be in several parts. */
function adds({ href, title }: Shown): boolean {
  const { pathname, searchParams } = new URL(href, "http://site");
  const { unit, kind } = metricOf(pathname.replace("/metrics/", ""));
  const reading = searchParams.get("reading");
  const isSum = kind === "measure" && (unit === "yuan" || unit === "cases");
  return isSum && (reading === null || reading === "change") && numberIn(title) !== null;
}
