import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { putGb18030 } from "@/demo/gb18030";
import { readExtract } from "./readExtract";

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yizhang-volume-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function generate(...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [
    "--import",
    "tsx",
    "scripts/generate.ts",
    "--out",
    folder,
    ...options,
  ]);
  return stdout.trim();
}

test("--rows writes exactly so many rows of one month, each settlement once, in either encoding", async () => {
  const file = await generate("--rows", "25001", "--month", "2018-05");
  const extract = readExtract(file);
  expect(extract.encoding).toBe("utf-8");
  expect(extract.lines).toHaveLength(25_001);
  const rows = extract.lines.map(extract.row);
  expect(new Set(rows.map((row) => row("SETL_ID"))).size).toBe(25_001);
  expect(rows.every((row) => row("SETL_TIME")!.startsWith("2018-05-"))).toBe(true);
  const text = await readFile(file, "utf8");
  const gb18030 = await generate("--rows", "25001", "--month", "2018-05", "--encoding", "gb18030");
  expect(new TextDecoder("gb18030", { fatal: true }).decode(await readFile(gb18030))).toBe(text);
});

test("options that make no sense are refused with exit code 2", async () => {
  for (const options of [
    ["--rows", "many"],
    ["--rows", "10", "--month", "2018-13"],
    ["--rows", "10", "--encoding", "latin1"],
  ])
    await expect(generate(...options)).rejects.toMatchObject({ code: 2 });
});

test("GB18030 as we write it reads back; a character without a two-byte code is an error", () => {
  const text = "示例县 1,234.50\t演示数据（合计）";
  const bytes = Buffer.alloc(100);
  const length = putGb18030(bytes, 0, text);
  expect(new TextDecoder("gb18030", { fatal: true }).decode(bytes.subarray(0, length))).toBe(text);
  expect(() => putGb18030(bytes, 0, "😀")).toThrow(RangeError);
});
