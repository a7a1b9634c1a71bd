import { copyFile, link, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileMark } from "@/db/fileMark";
import type { Installation } from "@/db/open";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import { shownFileName } from "@/domain/fileName";
import type { JobFile, LoadJob } from "@/domain/loadJob";
import { defaultLimits, isControlFile, isLoadId, newLoadId, requireRoom, roomToRead } from "@/etl/index";
import { JobFolder, type JobRecord } from "./jobFolder";
import { JobReader } from "./jobReader";
import { MappingDesk, unknownLayoutOf } from "./mapping";
import { type Received, receive } from "./receive";

export interface JobRequest
  extends Pick<JobRecord, "origin" | "region" | "scheme" | "period" | "sheet" | "encoding" | "control"> {
  readonly files: readonly JobFile[];
}

/** Extracts of one load: ten years of months, and more. */
const mostFiles = 200;
/** A process that neither says anything new nor works for so long hangs. */
const idleMilliseconds = 10 * 60 * 1000;
const abandonedMilliseconds = 60 * 60 * 1000;
const shownMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Where files are handed in: receives them, has them read (JobReader), and knows how far they are. Everything it must not
 * forget stands in `incoming/`; opening the desk again takes it up.
 */
export class IntakeDesk {
  private readonly received = new Map<string, Map<number, Received>>();
  /** Where files of an unknown layout are described. */
  readonly mappings: MappingDesk;
  private readonly reader: JobReader;
  private forgetting: NodeJS.Timeout | undefined;

  constructor(
    private readonly installation: Installation,
    programFolder: string,
    environment: NodeJS.ProcessEnv,
    private readonly now: () => Date = () => new Date(),
    patience = idleMilliseconds,
  ) {
    this.reader = new JobReader(installation, programFolder, environment, patience);
    this.mappings = new MappingDesk(installation.home.incomingFolder, programFolder, environment);
  }

  /** Takes up what was complete when the last server ended; what was cut off on its way here is removed. */
  async open(): Promise<void> {
    for (const { id, complete, outcome } of await JobFolder.list(this.incoming))
      if (!complete && !outcome) await this.folder(id).remove();
    await this.forget();
    this.forgetting = setInterval(() => void this.forget().catch(() => undefined), abandonedMilliseconds).unref();
    this.reader.begin();
  }

  /** Stops reading; what is not read stays for the next opening. */
  async close(): Promise<void> {
    clearInterval(this.forgetting);
    await this.reader.close();
  }

  /** Begins a job: its files may come. Throws PlainError L-100, L-103, L-708, L-721 or L-901. */
  async create({ files, ...request }: JobRequest): Promise<string> {
    const tables = files.filter(({ name }) => !isControlFile(name)).length;
    if (tables === 0) throw new PlainError("L-100");
    if (tables > mostFiles) throw new PlainError("L-721", { files: tables, most: mostFiles });
    if (request.control !== null && tables > 1) throw new PlainError("L-708");
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    if (bytes > defaultLimits.unpackedBytes) throw new PlainError("L-103");
    await requireRoom(this.incoming, bytes + roomToRead(bytes));
    await this.forget();
    const now = this.now();
    const id = newLoadId(now);
    await this.folder(id).create({
      ...request,
      id,
      files: files.map(({ name, bytes }) => ({ name: shownFileName(name), bytes })),
      createdAt: now.toISOString(),
      ...{ inboxPath: null, receipted: false, complete: false, attempts: 0, outcome: null },
    });
    return id;
  }

  /** Hands in files that lie on this machine: a second name for each, or a copy on another disk; they stay where they are. */
  async adopt(found: { region: string; scheme: string; inboxPath: string }, paths: readonly string[]): Promise<void> {
    const inboxMark = await fileMark(found.inboxPath);
    const sizes = await Promise.all(paths.map((path) => stat(path)));
    const files = paths.map((path, index) => ({ name: basename(path), bytes: sizes[index]!.size }));
    const id = await this.create({
      ...found,
      origin: "inbox",
      period: null,
      sheet: null,
      encoding: null,
      control: null,
      files,
    });
    try {
      for (const [index, path] of paths.entries()) {
        const place = this.folder(id).file(index + 1);
        await link(path, place).catch(() => copyFile(path, place));
      }
    } catch (error) {
      await this.folder(id).remove();
      throw error;
    }
    await this.enqueue({ ...(await this.require(id)), inboxPath: found.inboxPath, inboxMark });
  }

  /** The jobs of the watched folder that have no receipt yet. */
  async fromInbox(): Promise<JobRecord[]> {
    const records = await JobFolder.list(this.incoming);
    return records.filter(({ inboxPath, receipted }) => inboxPath !== null && !receipted);
  }

  async receipted(record: JobRecord): Promise<void> {
    await this.folder(record.id).write({ ...record, receipted: true });
  }

  /** Writes one file of a job, `number` from 1, as it comes. Throws PlainError L-132 when it is not whole. */
  async receive(id: string, number: number, source: AsyncIterable<Uint8Array>): Promise<Received> {
    const record = await this.require(id);
    const file = record.files[number - 1];
    if (!file || record.complete) throw new PlainError("L-707", { load: id });
    const received = await receive(source, this.folder(id).file(number), file.bytes);
    const ofJob = this.received.get(id) ?? new Map<number, Received>();
    this.received.set(id, ofJob.set(number, received));
    return received;
  }

  /** Every file is here, with the content that its sender has seen: it may be read. Throws PlainError L-132. */
  async start(id: string, hashes: readonly string[]): Promise<void> {
    const record = await this.require(id);
    const received = this.received.get(id);
    const isWhole = record.files.every((_, index) => received?.get(index + 1)?.sha256 === hashes[index]);
    if (!isWhole || record.complete) throw new PlainError("L-132");
    await this.enqueue(record);
  }

  /** The files of the job stand in its folder: it may be read. */
  private async enqueue(record: JobRecord): Promise<void> {
    this.received.delete(record.id);
    await this.folder(record.id).write({ ...record, complete: true });
    this.reader.begin();
  }

  /** Gives a job up wherever it is; one that has become a load meanwhile stays as it is. */
  async cancel(id: string): Promise<void> {
    await this.require(id);
    await this.reader.cancel(id);
    this.received.delete(id);
  }

  /** Takes the jobs that have ended off the list. */
  async clear(): Promise<void> {
    for (const record of await JobFolder.list(this.incoming))
      if (JobFolder.isOver(record)) await this.folder(record.id).remove();
  }

  /** Reads the files of a job that were kept once more, as a load of its own, by a description of their layout. */
  async loadDescribed(id: string, profile: ExtractProfile, period: string | null): Promise<string> {
    const record = await this.mappings.require(id);
    const now = this.now();
    const next = newLoadId(now);
    await this.folder(id).becomes(next);
    const described = { file: unknownLayoutOf(record)!, profile };
    const again = { id: next, createdAt: now.toISOString(), attempts: 0, outcome: null };
    await this.enqueue({ ...record, ...again, period, described });
    return next;
  }

  /** Removes a job that has ended, with the files that were kept of it. */
  async giveUp(id: string): Promise<void> {
    const { outcome } = await this.require(id);
    if (outcome) await this.folder(id).remove();
  }

  /** Every job of the last day, newest first. */
  async list(): Promise<LoadJob[]> {
    const records = await JobFolder.list(this.incoming);
    return records.reverse().map((record) => this.shown(record));
  }

  /** Process of the loader at work, for who has to measure or disturb it. */
  get loaderProcessId(): number | undefined {
    return this.reader.processId;
  }

  private get incoming(): string {
    return this.installation.home.incomingFolder;
  }

  private folder(id: string): JobFolder {
    return new JobFolder(this.incoming, id);
  }

  private async require(id: string): Promise<JobRecord> {
    const record = isLoadId(id) ? await this.folder(id).read() : null;
    if (!record) throw new PlainError("L-707", { load: id });
    return record;
  }

  private shown(record: JobRecord): LoadJob {
    const { id, origin, region, files, createdAt, complete, outcome } = record;
    const loader = this.reader.loaderOf(id);
    const state = outcome ? "ended" : loader ? "running" : complete ? "waiting" : "receiving";
    const progress = loader?.progress ?? null;
    const estimate = loader?.estimate() ?? null;
    return { id, state, origin, region, files, createdAt, progress, estimate, outcome };
  }

  /** Drops jobs that nobody finished sending, and the memory of those that ended long ago. */
  private async forget(): Promise<void> {
    for (const record of await JobFolder.list(this.incoming)) {
      const { id, complete, outcome, createdAt } = record;
      const folder = this.folder(id);
      const age = this.now().getTime() - Date.parse(createdAt);
      const isAbandoned = !complete && !outcome && Date.now() - (await folder.lastTouched()) > abandonedMilliseconds;
      if (!isAbandoned && !(JobFolder.isOver(record) && age > shownMilliseconds)) continue;
      this.received.delete(id);
      await folder.remove();
    }
  }
}
