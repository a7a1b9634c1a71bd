import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { letOthersFirst } from "@/db/machine";
import type { JobOutcome } from "@/domain/loadJob";
import { type LoadProgress, secondsLeft } from "@/domain/loadProgress";
import { startProgram } from "./childProgram";
import type { LoaderMessage } from "./loaderProcess";

const program = { name: "loaderProcess.ts", heapMegabytes: 1024 };

/** Said by a process that lost the database: its files are as good as before. */
export const databaseLost = "A-204";

/**
 * One load in a process of its own: what ends that process, memory or a fault, ends no server, and no page waits for it. A process that neither
 * says anything new nor works for `idleMilliseconds` is ended (L-902).
 */
export class Loader {
  progress: LoadProgress | null = null;
  private readonly startedAt = Date.now();
  private stageSince = Date.now();
  private busy = 0;
  private readonly child: ChildProcess;
  private outcome: JobOutcome | null = null;
  private idleSince = Date.now();
  private isIdle = false;

  constructor(
    programFolder: string,
    environment: NodeJS.ProcessEnv,
    jobId: string,
    private readonly idleMilliseconds: number,
  ) {
    this.child = startProgram(program, jobId, { programFolder, environment });
    if (this.child.pid !== undefined) letOthersFirst(this.child.pid);
    this.child.on("message", (message: LoaderMessage) => this.hear(message));
  }

  get processId(): number | undefined {
    return this.child.pid;
  }

  /** How much is done, 0 to 1, and how many seconds it may take still; null while nothing can be told. */
  estimate(): { readonly done: number; readonly secondsLeft: number } | null {
    const left = this.progress && secondsLeft(this.progress, (Date.now() - this.stageSince) / 1000);
    if (left === null) return null;
    const spent = (Date.now() - this.startedAt) / 1000;
    return { done: spent / (spent + left), secondsLeft: Math.ceil(left) };
  }

  /** What it came to; L-905 when the process ended without saying. */
  async ended(): Promise<JobOutcome> {
    const watch = setInterval(() => this.endIfIdle(), 1000);
    await once(this.child, "close").catch(() => undefined);
    clearInterval(watch);
    if (this.outcome) return this.outcome;
    return { kind: "failed", code: this.isIdle ? "L-902" : "L-905", details: {} };
  }

  /** Ends the process at once: nothing that it has written is seen by anybody. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  private hear(message: LoaderMessage): void {
    if ("outcome" in message) {
      this.outcome = message.outcome;
    } else if ("progress" in message) {
      if (message.progress.stage !== this.progress?.stage || message.progress.file !== this.progress.file)
        this.stageSince = Date.now();
      this.progress = message.progress;
      this.idleSince = Date.now();
    } else if (message.busy - this.busy >= 1) {
      this.busy = message.busy;
      this.idleSince = Date.now();
    }
  }

  private endIfIdle(): void {
    if (Date.now() - this.idleSince < this.idleMilliseconds) return;
    this.isIdle = true;
    this.kill();
  }
}
