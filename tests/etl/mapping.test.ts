import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PlainError } from "@/domain/errors";
import { layoutOf } from "@/etl/mapping/described";
import { readProfile } from "@/etl/mapping/readProfile";
import { delimited, ReadingBench } from "./readingSetup";

const folder = "tests/fixtures/foreign-claims";
const claims = readFileSync(`${folder}/inpatient.csv`, "utf8");
const profile = readFileSync(`${folder}/profile.json`, "utf8");

let bench: ReadingBench;
beforeAll(async () => {
  bench = await ReadingBench.open();
});
afterAll(() => bench.close());

const today = "2010-01-01";

test("inpatient claims of another country load by a description alone; two without a date are held", async () => {
  const load = await bench.stage({ "claims.csv": claims }, { described: [layoutOf(readProfile(profile))], today });
  expect(load.report.findings.map(({ code, severity, rows }) => [code, severity, rows])).toEqual([]);
});
