import { fork } from "node:child_process";
import { once } from "node:events";
import { open, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeVolume } from "@/demo/volume";
import type { Month } from "@/domain/period";
import type { LoadTimes } from "./loadOnce";

const rows = 1_000_000;
const month = "2018-06";

/** The whole load of one large month against the floor: plain DuckDB, CSV to Parquet, nothing checked. */
export async function benchLoad(folder: string): Promise<[string, string][]> {
  const file = join(folder, `${month}.csv`);
  await writeMonth(file, rows, month, "utf-8");
  const chinese = join(folder, `${month}-gb18030.csv`);
  await writeMonth(chinese, rows, month, "gb18030");
  const floors = [await floorSeconds(file, folder), await floorSeconds(file, folder), await floorSeconds(file, folder)];
  const floor = median(floors);
  const whole = await loadInProcess(file, join(folder, "utf-8"));
  const decoded = await loadInProcess(chinese, join(folder, "gb18030"));
  return [
    ["rows", rows.toLocaleString("en")],
    ["file", `${Math.round((await stat(file)).size / 1e6)} MB`],
    ["floor: CSV to Parquet, unchecked", `${floor.toFixed(2)} s`],
    ["whole load, published", `${whole.seconds.toFixed(2)} s`],
    ["  of which until consent", `${whole.submitSeconds.toFixed(2)} s`],
    ["whole ÷ floor (gate 3.5, goal 2.5)", (whole.seconds / floor).toFixed(2)],
    ["GB18030 adds (gate 20%, goal 10%)", `${(100 * (decoded.seconds / whole.seconds - 1)).toFixed(1)}%`],
    ["rows per second", Math.round(rows / whole.seconds).toLocaleString("en")],
    ["peak memory (gate 600 MB, goal 450 MB)", `${Math.round(whole.peakMegabytes)} MB`],
  ];
}

/** A month's file, down on the disk: what is still to be written would be waited for by whoever forces a file first. */
export async function writeMonth(file: string, rows: number, month: Month, encoding: "utf-8" | "gb18030") {
  await writeVolume(file, rows, { month, seed: `bench-${month}`, encoding });
  const handle = await open(file);
  await handle.sync();
  await handle.close();
}

/** Seconds that plain DuckDB takes from CSV to Parquet. */
export async function floorSeconds(file: string, folder: string): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(
    `copy (select * from read_csv('${file}')) to '${join(folder, "floor.parquet")}' (format parquet, compression zstd)`,
  );
  const seconds = (performance.now() - started) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}

/** Loads and publishes in a process of its own, so that its peak memory is that of one load. */
export async function loadInProcess(file: string, home: string): Promise<LoadTimes> {
  const child = fork(fileURLToPath(new URL("./loadOnce.ts", import.meta.url)), [file], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, YIZHANG_HOME: home },
  });
  const [times] = (await once(child, "message")) as [LoadTimes];
  await once(child, "exit");
  return times;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
