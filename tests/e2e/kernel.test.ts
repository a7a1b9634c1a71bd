import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import postcss from "postcss";
import { expect, test } from "vitest";
import manifest from "../../package.json";

/**
 * The oldest kernel that is supported: Chromium 109, the last for Windows 7. It knows all of ECMAScript 2022 and nothing
 * of what is named here.
 */
const oldest = 109;
const newerScripts =
  /\.(toSorted|toReversed|toSpliced|isWellFormed)\(|Object\.groupBy|Promise\.withResolvers|Array\.fromAsync/;
const newerSelectors = /&|:nth-child\([^)]* of |:user-(in)?valid|:state\(|::details-content/;
const newerValues =
  /color-mix\(|light-dark\(|oklch\(|oklab\(|\blch\(|\blab\(|subgrid|anchor\(|calc-size\(|linear\(\s*[\d.]/;
const newerRules = /^(scope|starting-style|view-transition|position-try|function)$/;

const folder = ".next/static/chunks";
const built = (suffix: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(suffix))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

test("what is built is built for the oldest kernel", () => {
  expect(manifest.browserslist).toEqual([`chrome >= ${oldest}`]);
});

test("scripts use no newer syntax and call nothing newer", () => {
  // The fillings for much older browsers are never loaded by those that know modules.
  const scripts = built(".js").filter(({ text }) => !text.includes("core-js"));
  expect(scripts.length).toBeGreaterThan(5);
  for (const { name, text } of scripts) {
    expect(() => parse(text, { ecmaVersion: 2022, sourceType: "module" }), name).not.toThrow();
    expect([name, newerScripts.exec(text)?.[0]]).toEqual([name, undefined]);
  }
});

test("styles use no newer selectors, values or rules", () => {
  const found: string[] = [];
  for (const { name, text } of built(".css")) {
    const sheet = postcss.parse(text);
    sheet.walkRules(({ selector }) => void (newerSelectors.test(selector) && found.push(`${name} ${selector}`)));
    sheet.walkDecls(({ prop, value }) => void (newerValues.test(value) && found.push(`${name} ${prop}: ${value}`)));
    sheet.walkAtRules((rule) => void (newerRules.test(rule.name) && found.push(`${name} @${rule.name}`)));
  }
  expect(found).toEqual([]);
});
