import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { routes } from "@/app/routes";
import packageFile from "../package.json" with { type: "json" };

const requests = 100;

/** As `npm start` starts it: `exec node <arguments>`. */
const startArguments = packageFile.scripts.start.split(" ").slice(2);

/** Pages behind those of the navigation, and a table as a file. */
const deeper = [
  "/burn?by=hardship_status",
  "/volume?cells=institution",
  "/institutions?list=all",
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
    return lines;
  } finally {
    server.kill("SIGTERM");
    await once(server, "exit");
  }
}

async function measure(address: string, path: string): Promise<string> {
  const html = await (await fetch(address + path)).text();
  const times: number[] = [];
  for (let i = 0; i < requests; i += 1) {
    const started = performance.now();
    const response = await fetch(address + path);
    await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * requests)]!.toFixed(0);
  const times95 = `p50 ${at(0.5)} ms   p95 ${at(0.95)} ms (gate 100, goal 40)`;
  if (!html.startsWith("<!DOCTYPE html>")) return times95;
  const script = Math.round((await scriptBytes(address, html)) / 1000);
  return `${times95}   JavaScript ${script} kB gzip (gate 300, goal 220)`;
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
