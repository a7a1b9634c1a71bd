import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainText } from "@/messages/plainText";
import { load as messages } from "@/messages/zh-CN/load";
import { badInputs } from "./badInputs";
import { ReadingBench } from "./readingSetup";

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const said: Record<string, string[]> = { "zh-CN": [], en: [] };

test.each(badInputs.map((input) => [input.input, input.what, input] as const))("%i: %s", async (_, __, input) => {
  const load = await bench.stage(await input.files(), input.options);
  const { findings, reconciliation, files } = load.report;
  for (const language of ["zh-CN", "en"] as const)
    for (const { code, details } of findings) said[language]!.push(plainText(code, details, language));
  if (input.outcome === "ok") {
    expect(findings).toEqual([]);
    expect(files[0]).toMatchObject({ accepted: files[0]!.rows_read });
  } else {
    expect(findings.filter(({ severity }) => severity === input.outcome).map(({ code }) => code)).toContain(input.code);
    expect(load.refused).toBe(input.outcome === "refuse");
    if (input.outcome === "refuse") expect(load.extracts).toEqual([]);
  }
  if (!load.refused) expect(reconciliation.balanced).toBe(true);
});

test("what was said is short, whole and names nobody", () => {
  for (const texts of Object.values(said)) {
    expect(texts.length).toBeGreaterThan(100);
    for (const words of texts) {
      expect([words, /\{\w+\}|\d{15}/.test(words)]).toEqual([words, false]);
      for (const part of words.split(/[。：]|\. /)) expect([part, part.length <= 130]).toEqual([part, true]);
    }
  }
  for (const words of said["zh-CN"]!)
    for (const part of words.split(/[。：]/)) expect([part, part.length <= 80]).toEqual([part, true]);
});

/** Codes that one file alone cannot bring about, and the test in which each is met. */
const metElsewhere: Record<string, string> = {
  "L-100": "tests/etl/badInputsVersion.test.ts",
  "L-120": "tests/etl/badInputsVersion.test.ts",
  "L-127": "tests/etl/versionsPublish.test.ts",
  "L-131": "tests/corridor/funding.test.ts",
  "L-132": "tests/intake/desk.test.ts",
  "L-313": "tests/etl/badInputsVersion.test.ts",
  "L-405": "tests/etl/badInputsVersion.test.ts",
  "L-406": "tests/etl/badInputsVersion.test.ts",
  "L-501": "tests/etl/badInputsVersion.test.ts",
  "L-502": "tests/etl/badInputsVersion.test.ts",
  "L-503": "tests/etl/badInputsVersion.test.ts",
  "L-504": "tests/etl/badInputsVersion.test.ts",
};
/** L-7 is about loads and versions, L-9 about the machine and the program: neither is about a file. */
const aboutFiles = /^L-[1-5]/;

test("every code about a file is brought about by some input", () => {
  const met = new Set(badInputs.map(({ code }) => code));
  const unmet = Object.keys(messages).filter((code) => aboutFiles.test(code) && !met.has(code) && !metElsewhere[code]);
  expect(unmet).toEqual([]);
  for (const [code, file] of Object.entries(metElsewhere)) expect(readFileSync(file, "utf8")).toContain(code);
});
