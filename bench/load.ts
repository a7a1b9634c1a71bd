import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { mkdir, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeVolume } from "@/demo/volume";
import type { Month } from "@/domain/period";
import type { LoadTimes } from "./loadOnce";

const million = 1_000_000;
const month = "2018-06";
/** Seconds from which on chance hardly matters. */
const longFloor = 10;

/** The whole load of one large month, in both encodings, against the floor: plain DuckDB, nothing checked. */
export async function benchLoad(folder: string): Promise<[string, string][]> {
  const { whole, decoded } = await loadBothWays(folder, million, month);
  return [
    ["file", `${Math.round(whole.bytes / 1e6)} MB`],
    ["gates: whole ÷ floor 3.5 (goal 2.5), peak 600 MB (goal 450 MB)", ""],
    ...linesOf("UTF-8", whole),
    ["UTF-8: of which until consent", `${whole.times.submitSeconds.toFixed(2)} s`],
    ...linesOf("GB18030", decoded),
    addedBy(whole, decoded),
  ];
}

/** A load, what plain tools take for the same file, and how much it was. */
export interface Comparison {
  readonly rows: number;
  readonly bytes: number;
  /** Seconds. */
  readonly floor: number;
  readonly times: LoadTimes;
}

/** The same month in UTF-8 and in GB18030. Of the latter the floor decodes the text before DuckDB reads it. */
export async function loadBothWays(
  folder: string,
  rows: number,
  month: Month,
): Promise<{ whole: Comparison; decoded: Comparison }> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${month}.csv`);
  await writeMonth(file, rows, month, "utf-8");
  const whole = await compare(file, rows, join(folder, "utf-8"), () => floorSeconds(file, folder));
  rmSync(file);
  await writeMonth(file, rows, month, "gb18030");
  const plain = join(folder, "decoded.csv");
  const decoded = await compare(file, rows, join(folder, "gb18030"), () =>
    decodedFloorSeconds(plain, folder, () =>
      pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), decodeGb18030, createWriteStream(plain)),
    ),
  );
  for (const path of [file, plain]) rmSync(path);
  return { whole, decoded };
}

/** Seconds that the plain decoder takes to write `plain`, and plain DuckDB from there. */
export async function decodedFloorSeconds(plain: string, folder: string, decode: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await decode();
  const seconds = (performance.now() - started) / 1000;
  await settle(plain);
  return seconds + (await floorSeconds(plain, folder));
}

async function* decodeGb18030(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("gb18030");
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
}

/** Loads a file into a new home and takes its floor: the median of three short ones, a long one once. */
export async function compare(
  file: string,
  rows: number,
  home: string,
  floor: () => Promise<number>,
): Promise<Comparison> {
  const { size } = await stat(file);
  const floors = [await floor()];
  while (floors[0]! < longFloor && floors.length < 3) floors.push(await floor());
  return { rows, bytes: size, floor: median(floors), times: await loadInProcess(file, home) };
}

/** What a comparison says, a line each. */
export function linesOf(name: string, { rows, floor, times }: Comparison): [string, string][] {
  return [
    [`${name}: floor, nothing checked`, `${floor.toFixed(2)} s`],
    [`${name}: whole load, published`, `${times.seconds.toFixed(2)} s`],
    [`${name}: whole ÷ floor`, (times.seconds / floor).toFixed(2)],
    [`${name}: rows per second`, Math.round(rows / times.seconds).toLocaleString("en")],
    [`${name}: peak memory`, `${Math.round(times.peakMegabytes)} MB`],
  ];
}

/** What GB18030 costs more than UTF-8. */
export function addedBy(whole: Comparison, decoded: Comparison): [string, string] {
  const share = decoded.times.seconds / whole.times.seconds - 1;
  return ["GB18030 adds (gate 20%, goal 10%)", `${(100 * share).toFixed(1)}%`];
}

export async function writeMonth(file: string, rows: number, month: Month, encoding: "utf-8" | "gb18030") {
  await writeVolume(file, rows, { month, seed: `bench-${month}`, encoding });
  await settle(file);
}

/** Brings a file down to the disk: what is still to be written would be waited for by whoever forces another one first. */
async function settle(file: string): Promise<void> {
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}

/** Seconds that plain DuckDB takes from CSV to Parquet. */
export async function floorSeconds(file: string, folder: string): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  const parquet = join(folder, "floor.parquet");
  const started = performance.now();
  await connection.run(`copy (select * from read_csv('${file}')) to '${parquet}' (format parquet, compression zstd)`);
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  instance.closeSync();
  await settle(parquet);
  return seconds;
}

/** Loads and publishes in a process of its own, so that its peak memory is that of one load. */
export async function loadInProcess(file: string, home: string): Promise<LoadTimes> {
  const child = fork(fileURLToPath(new URL("./loadOnce.ts", import.meta.url)), [file], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, YIZHANG_HOME: home },
  });
  const ended = once(child, "exit");
  const failed = ended.then(() => {
    throw new Error(`${file} was not loaded`);
  });
  const [times] = (await Promise.race([once(child, "message"), failed])) as [LoadTimes];
  failed.catch(() => undefined);
  await ended;
  return times;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
