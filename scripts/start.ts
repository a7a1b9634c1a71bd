import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sweepEvidence } from "@/assessments/index";
import { demoIsDue } from "@/cli/demo/state";
import { announce, livingServer, withdraw } from "@/cli/doctor/livingServer";
import { examineMachine, portIsFree } from "@/cli/doctor/machine";
import { readSettings, type Settings } from "@/cli/doctor/settings";
import { databaseErrorCode, printable } from "@/db/client";
import { logUnexpected } from "@/db/errorLog";
import { type Home, locateHome } from "@/db/home";
import { type Installation, openInstallation } from "@/db/open";
import { serveFrom } from "@/db/processInstallation";
import { claimServing, type ServingClaim } from "@/db/servingClaim";
import { stopSignal } from "@/db/stopSignal";
import { PlainError } from "@/domain/errors";
import { sweep } from "@/etl/index";
import { Inbox, IntakeDesk, openFor } from "@/intake/index";
import { plainText } from "@/messages/plainText";
import { build, isBuilt } from "./build";
import { serve, stopServing } from "./serve";

const programFolder = fileURLToPath(new URL("..", import.meta.url));

/** Chinese first, English after. */
function say(code: string, details: Record<string, string | number> = {}): void {
  console.log(plainText(code, details));
  console.log(plainText(code, details, "en"));
}

/** Something that nobody foresaw: written down, and its reference said. */
async function complain(error: unknown, during: string): Promise<void> {
  const details = await logUnexpected(locateHome(process.env, programFolder).logFolder, error, during);
  console.error(`A-900 ${plainText("A-900", details)}`);
  console.error(`A-900 ${plainText("A-900", details, "en")}`);
}

/** What a start has taken, given back in the opposite order whatever way it ends. */
type Closing = (() => Promise<unknown>)[];

/**
 * Everything between the packages and an address in the browser, until Ctrl-C or SIGTERM. `--dev` serves from the
 * sources and rebuilds pages as they change. Ends the process: 0 stopped or already served, 1 failed, 2 refused.
 */
export async function start(startArguments: readonly string[]): Promise<void> {
  guardProcess();
  const stop = stopSignal();
  const closing: Closing = [];
  let exitCode = 0;
  try {
    await serveUntil(stop, closing, startArguments.includes("--dev"));
  } catch (error) {
    if (error instanceof PlainError) {
      console.error(`${error.code} ${plainText(error.code, error.details)}`);
      console.error(`${error.code} ${plainText(error.code, error.details, "en")}`);
      exitCode = error.outcome === "refused" ? 2 : 1;
    } else if (!stop.aborted) {
      await complain(error, "start");
      exitCode = 1;
    }
  }
  for (const close of closing.toReversed()) await close().catch(() => undefined);
  process.exit(exitCode);
}

async function serveUntil(stop: AbortSignal, closing: Closing, development: boolean): Promise<void> {
  const settings = readSettings(process.env);
  const home = locateHome(process.env, programFolder);
  if (await aliveAlready(home)) return;
  await requireMachine(home);
  const port = await choosePort(settings);

  const installation = await openInstallation(process.env, programFolder, say);
  closing.push(installation.close);
  const claim = await claimOrWait(installation, stop);
  if (!claim) return;
  closing.push(claim.release);

  await sweep(installation);
  await sweepEvidence(installation, new Date());
  const demo = (await demoIsDue(installation)) ? loadDemo(stop) : null;
  await Promise.all([demo, development ? null : buildIfNeeded(stop)]);
  stop.throwIfAborted();

  const desk = new IntakeDesk(installation, programFolder, process.env);
  closing.push(() => desk.close());
  await desk.open();
  openFor(desk);
  const inbox = new Inbox(installation, desk);
  inbox.open((error) => void complain(error, "inbox"));
  closing.push(() => inbox.close());
  const instance = randomUUID();
  serveFrom({ installation, program: await programVersion(), instance });
  const serving = await serve(port, (bound, server) => nextHandler(bound, server, development), {
    development,
    report: (error, request) => void complain(error, request),
  });
  closing.push(() => stopServing(serving));
  const address = `http://127.0.0.1:${serving.port}`;
  await announce(home, { address, instance });
  closing.push(() => withdraw(home, instance));
  say("A-122", { address });
  if (!stop.aborted) await once(stop, "abort");
}

async function aliveAlready(home: Home): Promise<boolean> {
  const address = await livingServer(home);
  if (address) say("A-120", { address });
  return address !== null;
}

/** Null when another server got ready while we waited for it, or when we were asked to stop. */
async function claimOrWait({ databaseUrl, home }: Installation, signal: AbortSignal): Promise<ServingClaim | null> {
  for (let waited = false; !signal.aborted; waited = true) {
    const claim = await claimServing(databaseUrl);
    if (claim) return claim;
    if (await aliveAlready(home)) return null;
    if (!waited) say("A-126");
    await wait(1000);
  }
  return null;
}

async function requireMachine(home: Home): Promise<void> {
  const findings = await examineMachine(home);
  for (const { check, status, details } of findings.filter(({ status }) => status !== "ok")) {
    for (const language of ["zh-CN", "en"] as const) {
      const name = plainText(`doctor.${check}`, {}, language);
      console.log(`${name}: ${plainText(`doctor.${check}.${status}`, details, language)}`);
    }
  }
  if (findings.some(({ status }) => status === "fail")) throw new PlainError("A-108", {}, "failed");
}

async function choosePort({ port, portWasSet }: Settings): Promise<number> {
  if (await portIsFree(port)) return port;
  if (portWasSet) throw new PlainError("A-107", { port });
  for (let next = port + 1; next < port + 100; next += 1) {
    if (await portIsFree(next)) {
      say("A-121", { port, next });
      return next;
    }
  }
  throw new PlainError("A-107", { port });
}

async function buildIfNeeded(signal: AbortSignal): Promise<void> {
  if (await isBuilt(programFolder)) return;
  say("A-123");
  await build(programFolder, signal);
}

/** Loading has a process of its own, with its own memory: the serving process only reads. */
async function loadDemo(signal: AbortSignal): Promise<void> {
  say("A-124");
  const command = ["--import", "tsx", join(programFolder, "cli", "main.ts"), "demo"];
  const child = spawn(process.execPath, command, {
    cwd: programFolder,
    signal,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise((settle, fail) => child.once("close", settle).once("error", fail));
  if (code !== 0 && !signal.aborted) say("A-125");
}

async function nextHandler(port: number, server: Server, development: boolean) {
  // Next reads this when it is imported.
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  const { default: next } = await import("next");
  const application = next({
    dev: development,
    dir: programFolder,
    hostname: "127.0.0.1",
    port,
    // The page's channel for rebuilt modules; in production nothing but requests is answered.
    ...(development ? { httpServer: server } : {}),
  });
  await application.prepare();
  return application.getRequestHandler();
}

async function programVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(programFolder, "package.json"), "utf8")) as { version: string }).version;
}

/** One process serves everybody: a database that dies must not end it, nor may its words reach the terminal. */
function guardProcess(): void {
  const print = console.error.bind(console);
  console.error = (...parts: unknown[]) => print(...parts.map(printable));
  process.on("unhandledRejection", (error) => {
    // A session that breaks may say so where nobody waits for it.
    if (databaseErrorCode(error) !== "CONNECTION_CLOSED") throw error;
  });
}
