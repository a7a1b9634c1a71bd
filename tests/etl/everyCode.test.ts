import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { load as messages } from "@/messages/zh-CN/load";
import { badInputs } from "./badInputs";
import { provenBy, ways } from "./everyCode";
import { Bench } from "./everyCodeBench";

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
});
afterAll(() => bench.close());

test.each(ways.map((way) => [way.what, way] as const))("%s", async (_, way) => {
  expect(await way.run(bench)).toEqual(expect.arrayContaining([...way.codes]));
});

test("every code of a load is brought about: by a file, by a way above, or by an expectation of the test that is named", () => {
  const met = [...badInputs.map(({ code }) => code), ...ways.flatMap(({ codes }) => codes), ...Object.keys(provenBy)];
  expect(Object.keys(messages).filter((code) => !met.includes(code))).toEqual([]);
  expect(met.filter((code) => code && !messages[code])).toEqual([]);
  for (const [code, file] of Object.entries(provenBy)) {
    const expectations = readFileSync(file, "utf8")
      .split(/(?=expect\()/)
      .slice(1);
    const isExpected = expectations.some((text) => text.split(";\n")[0]!.includes(`"${code}"`));
    expect([code, file, isExpected]).toEqual([code, file, true]);
  }
});
