import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const files = process.env.YIZHANG_TEST_FULL ? 2000 : 500;

test(`${files} damaged files: the process stays, every file ends in a named outcome, nothing is left behind`, async () => {
  const command = ["--import", "tsx", "--max-old-space-size=512", "tests/etl/mutations.ts", String(files), "2018"];
  const { stdout } = await run(process.execPath, command, { maxBuffer: 1 << 24 });
  const { outcomes, strays } = JSON.parse(stdout) as { outcomes: Record<string, number>; strays: string[] };
  expect(strays).toEqual([]);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(files);
  expect(Object.keys(outcomes).length).toBeGreaterThan(5);
}, 600_000);
