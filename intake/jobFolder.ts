import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { Encoding } from "@/domain/load";
import type { JobOutcome } from "@/domain/loadJob";
import { controlFileOf, isControlFile, isControlOf, isLoadId, writeWhole } from "@/etl/index";

/** What was asked for, and how far it is, as kept in the folder of a job. */
export interface JobRecord {
  readonly id: string;
  readonly origin: "page" | "inbox";
  readonly region: string;
  readonly scheme: string;
  /** `2018-06`, or null: the months of the files decide. */
  readonly period: string | null;
  /** Sheet to read of spreadsheets, or null: the header decides. */
  readonly sheet: string | null;
  /** Encoding of texts, or null: their bytes decide. */
  readonly encoding: Encoding | null;
  /** Control totals as typed, for the one table among the files; null when none were. */
  readonly control: Readonly<Record<string, string>> | null;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** Where its file lies in the watched folder; null for what came by a page. */
  readonly inboxPath: string | null;
  /** What that file was like when it was taken up (`fileMark`). */
  readonly inboxMark?: string | null;
  /** The file of the watched folder was put aside with its receipt. */
  readonly receipted: boolean;
  /** Every file is here, whole. */
  readonly complete: boolean;
  /** How often a process has begun to read it. */
  readonly attempts: number;
  readonly outcome: JobOutcome | null;
  /** A description of the layout of one of the files, by which it is read. */
  readonly described?: { readonly file: string; readonly profile: ExtractProfile };
}

const recordName = "job.json";

/** `incoming/<job>/`, called as the load that it becomes: its record and, until it has ended, its files under names of our own. A job is its folder: nothing else remembers it. */
export class JobFolder {
  readonly path: string;

  constructor(
    incomingFolder: string,
    readonly id: string,
  ) {
    if (!isLoadId(id)) throw new Error("not the id of a job");
    this.path = join(incomingFolder, id);
  }

  /** Every job that there is, in the order in which they came. */
  static async list(incomingFolder: string): Promise<JobRecord[]> {
    const names = (await readdir(incomingFolder).catch(() => [])).filter(isLoadId);
    const records = await Promise.all(names.map((id) => new JobFolder(incomingFolder, id).read()));
    return records
      .filter((record) => record !== null)
      .sort((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? -1 : 1));
  }

  /** Where file `number` (from 1) of the job is received. */
  file(number: number): string {
    return join(this.path, String(number));
  }

  /** The tables of the job, each with its control totals beside it where the loader looks for them. */
  async tables({ files, control }: JobRecord): Promise<{ path: string; name: string }[]> {
    const placed = files.map(({ name }, index) => ({ path: this.file(index + 1), name }));
    const tables = placed.filter(({ name }) => !isControlFile(name));
    for (const { path, name } of tables) {
      const sideFile = placed.find((other) => isControlOf(name, other.name));
      if (sideFile) await copyFile(sideFile.path, controlFileOf(path));
      else if (control) await writeFile(controlFileOf(path), JSON.stringify(control), { mode: 0o600 });
    }
    return tables;
  }

  /** Whether nobody needs it any more: it has ended, and whoever waits for a receipt has it. */
  static isOver({ outcome, inboxPath, receipted }: JobRecord): boolean {
    return outcome !== null && (inboxPath === null || receipted);
  }

  async create(record: JobRecord): Promise<void> {
    await mkdir(this.path, { mode: 0o700 });
    await this.write(record);
  }

  async read(): Promise<JobRecord | null> {
    const text = await readFile(join(this.path, recordName), "utf8").catch(() => null);
    return text === null ? null : { ...(JSON.parse(text) as JobRecord), id: this.id };
  }

  /** Whole or not at all: a cut leaves the record before. */
  async write(record: JobRecord): Promise<void> {
    await writeWhole(join(this.path, recordName), JSON.stringify(record));
  }

  /**
   * Writes how it ended and removes the files: they name persons, and their rows are where they belong. Files of a layout
   * that is not known wait, for a day, to be described.
   */
  async end(record: JobRecord, outcome: JobOutcome): Promise<void> {
    await this.write({ ...record, outcome });
    if (outcome.kind === "load" && outcome.unknownLayout !== undefined) return;
    for (const name of await readdir(this.path)) {
      if (name !== recordName) await rm(join(this.path, name), { force: true });
    }
  }

  /** The same files as a job of its own under another id. */
  async becomes(id: string): Promise<JobFolder> {
    const next = new JobFolder(dirname(this.path), id);
    await rename(this.path, next.path);
    return next;
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** When something was last received, in milliseconds since 1970; 0 when there is nothing. */
  async lastTouched(): Promise<number> {
    const names = await readdir(this.path).catch(() => []);
    const times = names.map((name) => stat(join(this.path, name)).then(({ mtimeMs }) => mtimeMs));
    // What is renamed or removed at this moment has been touched by somebody who will say so.
    const touched = await Promise.allSettled(times);
    return Math.max(0, ...touched.map((one) => (one.status === "fulfilled" ? one.value : 0)));
  }
}
