import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Installation } from "@/db/open";
import { readCurrentVersion } from "@/db/queries/readVersion";
import { publish, type Submission, submit } from "@/etl/index";
import { type FileRow, writeSettlements } from "../setup/extractFiles";
import { publishedMonths } from "../setup/publishedMonths";
import { programFolder } from "../setup/server";

/** How often a fault is tried: few times with every change, the numbers of docs/reliability.md in `npm run test:faults`. */
export const times = (often: number, always: number) => (process.env.YIZHANG_TEST_FULL ? often : always);

/** What a reader sees: the version and the pool payments of each month, added up from its rows. */
export interface Published {
  readonly version: number;
  readonly months: Readonly<Record<string, string>>;
}

/** A bureau that things happen to: an installation, its extracts, and the two ways of loading them. */
export class Bureau {
  private files = 0;

  private constructor(
    readonly installation: Installation,
    private readonly environment: Readonly<Record<string, string>>,
    readonly folder: string,
  ) {}

  static async open(installation: Installation, environment: Readonly<Record<string, string>>): Promise<Bureau> {
    return new Bureau(installation, environment, await mkdtemp(join(tmpdir(), "yizhang-faults-")));
  }

  async close(): Promise<void> {
    await this.installation.close();
    await rm(this.folder, { recursive: true });
  }

  extract(rows: readonly FileRow[]): Promise<string> {
    this.files += 1;
    return writeSettlements(this.folder, `extract-${this.files}.csv`, rows);
  }

  /** One settlement in each of some months, all with the same payment. */
  months(months: readonly string[], pool: string): Promise<string> {
    return this.extract(
      months.map((month) => ({ id: `S${month.replace("-", "")}`, settled: `${month}-01`, fee: "9999.00", pool })),
    );
  }

  submit(file: string, now = new Date(), installation = this.installation): Promise<Submission> {
    const request = { files: [file], region: "361031", scheme: "390", period: null, kind: null, profile: null, now };
    return submit(installation, request);
  }

  /** Loads and publishes; what is there already stays as it is. */
  async load(file: string, now = new Date()): Promise<Submission> {
    const submission = await this.submit(file, now);
    if (!submission.unchanged) await publish(this.installation, submission.loadId, now);
    return submission;
  }

  /** The command in a process of its own, killed at a stage or after some milliseconds; answers the signal that ended it. */
  async loadInProcess(file: string, end: { at?: string; after?: number } = {}): Promise<string | null> {
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "cli/main.ts", "load", file, "--region", "361031", "--publish", "--json"],
      { cwd: programFolder, env: { ...process.env, ...this.environment, KILL_AT: end.at ?? "" }, stdio: "ignore" },
    );
    const ended = new Promise<string | null>((resolve) => child.once("exit", (_, signal) => resolve(signal)));
    if (end.after !== undefined) await Promise.race([wait(end.after).then(() => child.kill("SIGKILL")), ended]);
    return ended;
  }

  async published(): Promise<Published> {
    const version = (await readCurrentVersion(this.installation.database)) ?? 0;
    return { version, months: await publishedMonths(this.installation) };
  }
}
