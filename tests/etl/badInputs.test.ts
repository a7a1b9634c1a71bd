import { afterAll, beforeAll, expect, test } from "vitest";
import { plainText } from "@/messages/plainText";
import { badInputs, beyondOneFile, cannotOccur } from "./badInputs";
import { provenBy, ways } from "./everyCode";
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
    if (input.outcome === "warn")
      expect(findings.filter(({ severity }) => severity !== "warn").map(({ code }) => code)).toEqual([]);
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

test("each of the 100 inputs stands in the table once: as files, beyond one file, or as what cannot occur", () => {
  const asFiles = new Set(badInputs.map(({ input }) => input));
  const places = (number: number) =>
    Number(asFiles.has(number)) + Number(number in beyondOneFile) + Number(number in cannotOccur);
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(hundred.filter((number) => places(number) !== 1)).toEqual([]);
  const met = new Set([...ways.flatMap(({ codes }) => codes), ...Object.keys(provenBy)]);
  expect(Object.values(beyondOneFile).filter((code) => !met.has(code))).toEqual([]);
});
