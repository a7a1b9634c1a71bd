import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { routes } from "@/app/routes";
import packageFile from "../package.json" with { type: "json" };
import { writeMonth } from "./load";

const requests = 100;

/** As `npm start` starts it: `exec node <arguments>`. */
const startArguments = packageFile.scripts.start.split(" ").slice(2);

/** Pages behind those of the navigation, and a table as a file. */
const deeper = [
  "/burn?by=hardship_status",
  "/volume?cells=institution",
  "/institutions?list=all",
  "/performance/vouchers",
  "/performance/vouchers?list=all",
  "/institutions/H36103100001",
  "/metrics/pool_pay_amount",
  "/export/institutions.xlsx",
];

/** One client, one page after another, on the demo county. */
export async function benchPages(folder: string): Promise<[string, string][]> {
  const server = startServer(folder);
  try {
    const address = await addressOf(server);
    const lines: [string, string][] = [];
    for (const path of [...Object.values(routes), ...deeper]) lines.push([path, await measure(address, path)]);
    return [...lines, ...(await whileRead(address, folder))];
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

async function measure(address: string, path: string): Promise<string> {
  const html = await (await fetch(address + path)).text();
  const times: number[] = [];
  while (times.length < requests) times.push(await timeOf(address + path));
  const times95 = `${quantiles(times)} (gate 100, goal 40)`;
  if (!html.startsWith("<!DOCTYPE html>")) return times95;
  const script = Math.round((await scriptBytes(address, html)) / 1000);
  return `${times95}   JavaScript ${script} kB gzip (gate 300, goal 220)`;
}

/** Milliseconds until all of an answer is there. */
async function timeOf(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url);
  await response.text();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - started;
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(share * times.length)]!;
}

const quantiles = (times: readonly number[]) =>
  `p50 ${quantile(times, 0.5).toFixed(0)} ms   p95 ${quantile(times, 0.95).toFixed(0)} ms`;

/** The first page while a month of a million rows is read from the inbox, against the page alone. */
async function whileRead(address: string, folder: string): Promise<[string, string][]> {
  const home = join(folder, "home");
  const place = join(home, "inbox", "361031");
  const alone: number[] = [];
  while (alone.length < requests) alone.push(await timeOf(address));
  const file = join(folder, "2018-07.csv");
  await writeMonth(file, 1_000_000, "2018-07", "utf-8");
  await mkdir(place, { recursive: true });
  await rename(file, join(place, "2018-07.csv"));
  const found = async (folder: string, what: RegExp) =>
    (await readdir(folder, { recursive: true })).some((name) => what.test(name));
  while (!(await found(join(home, "incoming"), /./))) await wait(20);
  const busy: number[] = [];
  while (!(await found(place, /\.receipt\.json$/))) busy.push(await timeOf(address));
  const ratio = (quantile(busy, 0.95) / quantile(alone, 0.95)).toFixed(2);
  return [
    ["/ while a million rows are read", quantiles(busy)],
    ["p95 ÷ alone (gate 1.5)", `${ratio} of ${busy.length} answers`],
  ];
}

/** Everything the page's script elements ask for, `nomodule` left out: modern browsers do not fetch it. */
async function scriptBytes(address: string, html: string): Promise<number> {
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(scripts.flatMap((tag) => /src="([^"]+)"/.exec(tag)?.[1] ?? []));
  let bytes = 0;
  for (const source of sources) bytes += gzipSync(await (await fetch(new URL(source, address))).text()).length;
  return bytes;
}

function startServer(folder: string): ChildProcess {
  return spawn(process.execPath, startArguments, {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    env: { ...process.env, YIZHANG_HOME: join(folder, "home"), PORT: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** The address the server prints when it is ready. */
async function addressOf(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /https?:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (address) {
      server.stdout!.resume();
      return address;
    }
  }
  throw new Error("the server did not start");
}
