import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isBuilt } from "./build";
import { ensureChromium } from "./chromium";
import { findSystemPostgres, withSystemPostgres } from "./systemPostgres";

const programFolder = fileURLToPath(new URL("..", import.meta.url));

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const one = (good: boolean): Counts => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });
const skippedOne: Counts = { passed: 0, failed: 0, skipped: 1 };

/**
 * Everything: form, types, production build, all rooms on a real database, the browser. `--full` adds the rooms on the
 * machine's own PostgreSQL and the slow suites. Answers the exit code; the last line printed counts all of it.
 */
export async function testAll(testArguments: readonly string[]): Promise<number> {
  const full = testArguments.includes("--full");
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", YIZHANG_TEST_FULL: full ? "1" : "" };
  const steps: [string, () => Promise<Counts>][] = [
    ["form", () => program(["node_modules/@biomejs/biome/bin/biome", "check", "."], environment)],
    ["types", () => program(["node_modules/typescript/bin/tsc", "--noEmit"], environment)],
    ["build", buildPages],
    ["rooms", () => vitest("rooms", environment)],
    ["browser", () => browser(environment)],
    ...(full ? [["rooms on the machine's PostgreSQL", () => secondPostgres(environment)] as const] : []),
  ] as [string, () => Promise<Counts>][];
  const all: Counts[] = [];
  for (const [name, run] of steps) {
    const started = Date.now();
    const counts = await run();
    all.push(counts);
    console.log(`· ${name}: ${describe(counts)}, ${Math.round((Date.now() - started) / 1000)} s\n`);
  }
  const total = all.reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }));
  console.log(describe(total));
  return total.failed === 0 ? 0 : 1;
}

function describe({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function execute(programArguments: readonly string[], environment: NodeJS.ProcessEnv): Promise<boolean> {
  const child = spawn(process.execPath, programArguments, { cwd: programFolder, env: environment, stdio: "inherit" });
  return new Promise((settle, fail) => child.once("close", (code) => settle(code === 0)).once("error", fail));
}

const program = async (programArguments: readonly string[], environment: NodeJS.ProcessEnv) =>
  one(await execute(programArguments, environment));

async function buildPages(): Promise<Counts> {
  if (await isBuilt(programFolder)) return one(true);
  return build(programFolder).then(
    () => one(true),
    () => one(false),
  );
}

/** One vitest project; a run that ends badly without a failed test (an error outside of tests) counts as one failure. */
async function vitest(project: string, environment: NodeJS.ProcessEnv): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), "yizhang-report-"));
  const report = join(folder, "report.json");
  try {
    const good = await execute(
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile=${report}`,
      ],
      environment,
    );
    const text = await readFile(report, "utf8").catch(() => null);
    if (text === null) return one(false);
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(text) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numFailedTestSuites: number;
    };
    const failed = good ? 0 : Math.max(1, numFailedTests || numFailedTestSuites);
    return { passed: numPassedTests, failed, skipped: numPendingTests };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function browser(environment: NodeJS.ProcessEnv): Promise<Counts> {
  const chromium = await ensureChromium();
  if (chromium) return vitest("browser", { ...environment, CHROMIUM_PATH: chromium });
  console.error("没有可用的 Chromium，也未能安装。请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM_PATH 指明位置。");
  console.error("No Chromium runs here and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH.");
  return one(false);
}

async function secondPostgres(environment: NodeJS.ProcessEnv): Promise<Counts> {
  const binFolder = await findSystemPostgres();
  if (!binFolder) {
    console.log("本机没有 PostgreSQL 14 以上的服务器程序，跳过。  No PostgreSQL 14 or later on this machine, skipped.");
    return skippedOne;
  }
  return withSystemPostgres(binFolder, (url) => vitest("rooms", { ...environment, TEST_DATABASE_URL: url }));
}
