import { setTimeout as wait } from "node:timers/promises";
import { logUnexpected } from "@/db/errorLog";
import type { Installation } from "@/db/open";
import { readLoad } from "@/db/queries/readLoad";
import { PlainError } from "@/domain/errors";
import type { JobOutcome } from "@/domain/loadJob";
import { discard, sweep } from "@/etl/index";
import { JobFolder, type JobRecord } from "./jobFolder";
import { databaseLost, Loader } from "./loader";

/** A process that dies three times on the same files would die a fourth time. */
const mostAttempts = 3;
/** After something went wrong outside of a job, the database most of all, the next try waits: first, and at most. */
const pause = { firstMilliseconds: 500, mostMilliseconds: 30_000 };

interface Current {
  readonly record: JobRecord;
  loader: Loader | null;
  isCancelled: boolean;
}

/**
 * Reads the jobs of `incoming/` one after the other, each in a process of its own. Whatever goes wrong beside a job, a
 * database that is away, a full disk, is logged and tried again: no job is lost by it, and none stands still for good.
 */
export class JobReader {
  private current: Current | null = null;
  private isAsked = false;
  private working: Promise<void> | null = null;
  /** Taking a job up and giving one up never happen at once. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly closed = new AbortController();

  constructor(
    private readonly installation: Installation,
    private readonly programFolder: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly patience: number,
  ) {}

  /** Reads every job that is complete. */
  begin(): void {
    this.isAsked = true;
    this.working ??= this.work();
  }

  /** Stops reading; what is not read stays for the next opening. */
  async close(): Promise<void> {
    this.closed.abort();
    this.current?.loader?.kill();
    await this.working;
  }

  /** Gives a job up wherever it is; one that has become a load meanwhile stays as it is. */
  cancel(id: string): Promise<void> {
    return this.inTurn(async () => {
      const record = await this.folder(id).read();
      if (!record || record.outcome) return;
      if (this.current?.record.id === id) {
        this.current.isCancelled = true;
        this.current.loader?.kill();
      } else await this.folder(id).end(record, { kind: "cancelled" });
    });
  }

  /** The process that reads a job now, or null. */
  loaderOf(id: string): Loader | null {
    return this.current?.record.id === id ? this.current.loader : null;
  }

  /** Process of the loader at work, for who has to measure or disturb it. */
  get processId(): number | undefined {
    return this.current?.loader?.processId;
  }

  private get incoming(): string {
    return this.installation.home.incomingFolder;
  }

  private folder(id: string): JobFolder {
    return new JobFolder(this.incoming, id);
  }

  private get isClosed(): boolean {
    return this.closed.signal.aborted;
  }

  private async work(): Promise<void> {
    let failures = 0;
    while (this.isAsked && !this.isClosed) {
      this.isAsked = false;
      try {
        while (await this.readNext()) failures = 0;
      } catch (error) {
        this.isAsked = true;
        await this.recover(error, failures);
        failures += 1;
      }
    }
    this.working = null;
  }

  /** Reads the job that came first; false when there is none. */
  private async readNext(): Promise<boolean> {
    if (!(await this.first())) return false;
    // Without its database no process could do anything: jobs wait.
    await this.installation.database.sql`select 1`;
    const current = await this.take();
    if (!current) return false;
    try {
      await this.read(current);
    } finally {
      this.current = null;
    }
    return true;
  }

  private async first(): Promise<JobRecord | undefined> {
    return (await JobFolder.list(this.incoming)).find(({ complete, outcome }) => complete && !outcome);
  }

  private take(): Promise<Current | null> {
    return this.inTurn(async () => {
      const record = await this.first();
      this.current = record && !this.isClosed ? { record, loader: null, isCancelled: false } : null;
      return this.current;
    });
  }

  private async read(current: Current): Promise<void> {
    const { record } = current;
    const folder = this.folder(record.id);
    const begun = { ...record, attempts: record.attempts + 1 };
    if (begun.attempts > mostAttempts) return folder.end(record, { kind: "failed", code: "L-905", details: {} });
    await folder.write(begun);
    if (this.isClosed) return folder.write(record);
    const outcome = await this.outcomeOf(current);
    if (!current.isCancelled && outcome.kind === "failed") {
      if (this.isClosed) return folder.write(record);
      if (outcome.code === databaseLost) {
        // The files are here still: it begins again when the database is back, however often that takes.
        await folder.write(record);
        throw new PlainError(databaseLost, {}, "failed");
      }
    }
    if (outcome.kind !== "load") await this.tidy(record.id);
    await folder.end(begun, current.isCancelled && outcome.kind !== "load" ? { kind: "cancelled" } : outcome);
  }

  private async outcomeOf(current: Current): Promise<JobOutcome> {
    if (current.isCancelled) return { kind: "cancelled" };
    current.loader = new Loader(this.programFolder, this.environment, current.record.id, this.patience);
    const outcome = await current.loader.ended();
    current.loader = null;
    return outcome;
  }

  /** Removes whatever a process that was cut off has left: files, and a load that it entered with its last breath. */
  private async tidy(id: string): Promise<void> {
    for (let failures = 0; !this.isClosed; failures += 1) {
      try {
        const load = await readLoad(this.installation.database, id);
        if (load?.state === "ready") await discard(this.installation, id);
        return await this.sweep();
      } catch (error) {
        await this.recover(error, failures);
      }
    }
  }

  /** Its session ends a moment after it; another writer may be at work for longer, and the next job sweeps again. */
  private async sweep(): Promise<void> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if ((await sweep(this.installation)) !== null) return;
      await wait(250);
    }
  }

  /** Logs what went wrong and waits, longer from time to time. */
  private async recover(error: unknown, failures: number): Promise<void> {
    await logUnexpected(this.installation.home.logFolder, error, "intake");
    const milliseconds = Math.min(pause.firstMilliseconds * 2 ** failures, pause.mostMilliseconds);
    await wait(milliseconds, null, { signal: this.closed.signal }).catch(() => undefined);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
