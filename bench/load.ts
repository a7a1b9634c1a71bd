import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream, rmSync, statSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeVolume } from "@/demo/volume";
import type { Month } from "@/domain/period";
import type { LoadTimes } from "./loadOnce";

const million = 1_000_000;
const month = "2018-06";
/** So often is a short load repeated: the machine is not equally fast from one minute to the next. */
const rounds = 5;
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
  /** Of each round: the load ÷ the floor taken just before it, ascending. */
  readonly ratios: readonly number[];
  readonly times: LoadTimes;
}

/** The same month in UTF-8 and in GB18030. Of the latter the floor decodes the text before DuckDB reads it. */
export async function loadBothWays(
  folder: string,
  rows: number,
  month: Month,
): Promise<{ whole: Comparison; decoded: Comparison }> {
  const encodings = ["utf-8", "gb18030"] as const;
  const files = encodings.map((encoding) => join(folder, encoding, `${month}.csv`));
  for (const [i, file] of files.entries()) {
    await mkdir(dirname(file), { recursive: true });
    await writeMonth(file, rows, month, encodings[i]!);
  }
  const [utf8, gb18030] = files as [string, string];
  const plain = join(folder, "decoded.csv");
  const [whole, decoded] = await compare(rows, folder, [
    { file: utf8, floor: () => floorSeconds(utf8, folder) },
    {
      file: gb18030,
      floor: () =>
        decodedFloorSeconds(plain, folder, () =>
          pipeline(createReadStream(gb18030, { highWaterMark: 1 << 20 }), decodeGb18030, createWriteStream(plain)),
        ),
    },
  ]);
  for (const path of files) rmSync(path);
  return { whole: whole!, decoded: decoded! };
}

/** Seconds that the plain decoder takes to write `plain`, and plain DuckDB from there. */
export async function decodedFloorSeconds(plain: string, folder: string, decode: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await decode();
  const seconds = (performance.now() - started) / 1000;
  await settle(plain);
  const read = await floorSeconds(plain, folder);
  rmSync(plain);
  return seconds + read;
}

async function* decodeGb18030(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder("gb18030");
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
}

/**
 * Takes the floor of each file and loads it into a new home, in turn, as often as chance asks for. Gives the median of each
 * time and the highest of the peaks.
 */
export async function compare(
  rows: number,
  folder: string,
  files: readonly { readonly file: string; readonly floor: () => Promise<number> }[],
): Promise<Comparison[]> {
  const home = join(folder, "home");
  const taken = files.map(() => [] as { floor: number; times: LoadTimes }[]);
  do {
    for (const [i, { file, floor }] of files.entries()) {
      taken[i]!.push({ floor: await floor(), times: await loadInProcess(file, home) });
      rmSync(home, { recursive: true });
    }
  } while (taken[0]!.length < rounds && taken[0]![0]!.floor < longFloor);
  return files.map(({ file }, i) => ({
    rows,
    bytes: statSync(file).size,
    floor: median(taken[i]!.map(({ floor }) => floor)),
    ratios: taken[i]!.map(({ floor, times }) => times.seconds / floor).sort((one, other) => one - other),
    times: {
      seconds: median(taken[i]!.map(({ times }) => times.seconds)),
      submitSeconds: median(taken[i]!.map(({ times }) => times.submitSeconds)),
      peakMegabytes: Math.max(...taken[i]!.map(({ times }) => times.peakMegabytes)),
    },
  }));
}

/** What a comparison says, a line each. */
export function linesOf(name: string, { rows, floor, ratios, times }: Comparison): [string, string][] {
  return [
    [`${name}: floor, nothing checked`, `${floor.toFixed(2)} s`],
    [`${name}: whole load, published`, `${times.seconds.toFixed(2)} s`],
    [`${name}: whole ÷ floor`, `${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(", ")})`],
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

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
