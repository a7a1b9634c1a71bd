import type { Browser } from "playwright-core";
import { expect, inject } from "vitest";
import { leave, visit } from "./browser";

/** A number of a page: where it is explained, what is printed, and its exact value. */
interface ShownFigure {
  readonly href: string;
  readonly text: string;
  readonly title: string;
}

/** The numbers of a page that explain themselves, each once. */
export async function figuresOn(browser: Browser, path: string, links = "a[data-figure]"): Promise<ShownFigure[]> {
  const page = await visit(browser, path);
  const shown = await page.locator(links).evaluateAll((found) =>
    found.map((link) => ({
      href: link.getAttribute("href")!,
      text: link.textContent!,
      title: link.getAttribute("title")!,
    })),
  );
  await leave(page);
  return [...new Map(shown.map((one) => [one.href, one])).values()];
}

/** Whether there is a value, or a dash in its place. */
export const hasValue = ({ text }: ShownFigure) => /\d/.test(text);

/** Each of them answers when asked what it is, with the value that it shows and in whole sentences. */
export async function expectExplained(figures: readonly ShownFigure[]): Promise<void> {
  const digits = (text: string) => text.replace(/[^\d.]/g, "");
  for (const figure of figures) {
    const { href, text, title } = figure;
    const answer = await fetch(`${inject("site").address}/api${href}`);
    expect([href, answer.status]).toEqual([href, 200]);
    const told = (await answer.json()) as { exact: string; title: string; reading: string | null };
    if (!hasValue(figure)) continue;
    expect([href, text, digits(told.exact)]).toEqual([href, text, digits(title)]);
    expect(`${told.title}${told.reading}`).not.toMatch(/[{}]|undefined/);
  }
}
