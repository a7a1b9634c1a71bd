import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileMark } from "@/db/fileMark";
import { isThere } from "@/db/isThere";
import type { Installation } from "@/db/open";
import { listRegions } from "@/db/queries/listRegions";
import { PlainError } from "@/domain/errors";
import type { JobOutcome } from "@/domain/loadJob";
import { controlFileOf, isControlFile } from "@/etl/index";
import type { IntakeDesk } from "./desk";
import type { JobRecord } from "./jobFolder";
import { wasTaken, writeReceipt } from "./receipt";

export interface InboxTiming {
  readonly pauseMilliseconds: number;
  /** A file that has not grown for this long has arrived. */
  readonly settledMilliseconds: number;
}

const usualTiming: InboxTiming = { pauseMilliseconds: 2000, settledMilliseconds: 5000 };

/** Where files go once they have their receipt. */
const resting = { taken: "done", sentBack: "refused" } as const;
/** What copying programs and spreadsheets leave while they are at work, and what we write ourselves. */
const passing = /^[.~]|\.(tmp|part|partial|crdownload|filepart)$|\.receipt\.(txt|json)$/i;
/** `361031` or `361031-310`: a folder whose files are of that region, and of that scheme. */
const place = /^(\d{6})(?:-(\d{3,6}))?$/;
const usualScheme = "390";

interface Seen {
  readonly size: number;
  readonly modified: number;
  readonly since: number;
}

/**
 * The watched folder: hands in what is left there, a load per file, once it has stopped growing; then puts it aside with
 * a receipt. It never publishes: consent is given by somebody who has seen the changes.
 */
export class Inbox {
  private readonly seen = new Map<string, Seen>();
  private readonly stopped = new AbortController();
  private watching: Promise<void> | null = null;

  constructor(
    private readonly installation: Installation,
    private readonly desk: IntakeDesk,
    private readonly timing: InboxTiming = usualTiming,
  ) {}

  /** Looks again and again until it is closed; what goes wrong is reported once and tried again. */
  open(report: (error: unknown) => void): void {
    this.watching = this.watch(report);
  }

  async close(): Promise<void> {
    this.stopped.abort();
    await this.watching;
  }

  private async watch(report: (error: unknown) => void): Promise<void> {
    let isFailing = false;
    while (!this.stopped.signal.aborted) {
      await this.look().then(
        () => {
          isFailing = false;
        },
        (error) => {
          if (!isFailing) report(error);
          isFailing = true;
        },
      );
      await wait(this.timing.pauseMilliseconds, null, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  /**
   * One look: receipts for what was read, then whatever has arrived. What goes wrong with one file stops no other; the
   * first such error is thrown in the end.
   */
  async look(): Promise<void> {
    const errors: unknown[] = [];
    const each = (work: () => Promise<void>) => work().catch((error: unknown) => void errors.push(error));
    const jobs = await this.desk.fromInbox();
    for (const record of jobs) await each(() => this.finish(record));
    const busy = new Set(jobs.map(({ inboxPath }) => inboxPath));
    const present = await this.list();
    for (const path of this.seen.keys()) if (!present.includes(path)) this.seen.delete(path);
    for (const path of present) if (!busy.has(path)) await each(() => this.takeUp(path));
    if (errors.length > 0) throw errors[0];
  }

  private async finish(record: JobRecord): Promise<void> {
    if (!record.outcome || !record.inboxPath) return;
    const { id, inboxPath, inboxMark, outcome } = record;
    const now = await fileMark(inboxPath);
    if (now !== null && inboxMark !== undefined && now !== inboxMark)
      await this.leaveReceipt(inboxPath, `${id}-${basename(inboxPath)}`, outcome);
    else await this.putAside(inboxPath, outcome);
    await this.desk.receipted(record);
  }

  private async takeUp(path: string): Promise<void> {
    if (!(await this.hasArrived(path))) return;
    this.seen.delete(path);
    await this.handIn(path);
  }

  /** Files of the folder and of its places, in the order of their names. */
  private async list(): Promise<string[]> {
    const root = this.installation.home.inboxFolder;
    const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory() && place.test(entry.name)).map(({ name }) => name);
    const paths: string[] = [];
    for (const folder of ["", ...folders.sort()]) {
      const files = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      const names = files.filter((file) => file.isFile()).map(({ name }) => name);
      for (const name of names.sort())
        if (!passing.test(name) && !isControlFile(name)) paths.push(join(root, folder, name));
    }
    return paths;
  }

  private async hasArrived(path: string): Promise<boolean> {
    const { size, mtimeMs: modified } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0 }));
    const known = this.seen.get(path);
    if (known?.size !== size || known.modified !== modified) {
      this.seen.set(path, { size, modified, since: performance.now() });
      return false;
    }
    return size >= 0 && performance.now() - known.since >= this.timing.settledMilliseconds;
  }

  private async handIn(path: string): Promise<void> {
    try {
      const control = controlFileOf(path);
      const hasControl = await isThere(control);
      await this.desk.adopt({ ...(await this.placeOf(path)), inboxPath: path }, hasControl ? [path, control] : [path]);
    } catch (error) {
      const reason = isUnreadable(error) ? new PlainError("L-131", { file: basename(path) }) : error;
      if (!(reason instanceof PlainError)) throw error;
      await this.putAside(path, { kind: "failed", code: reason.code, details: reason.details });
    }
  }

  /** The region by the folder's name; else the one bureau that there is. Throws PlainError L-709. */
  private async placeOf(path: string): Promise<{ region: string; scheme: string }> {
    const named = place.exec(basename(join(path, "..")));
    if (named) return { region: named[1]!, scheme: named[2] ?? usualScheme };
    const own = (await listRegions(this.installation.database)).filter(({ demo }) => !demo);
    if (own.length !== 1) throw new PlainError("L-709");
    return { region: own[0]!.code, scheme: usualScheme };
  }

  /** Moves a file and its control file to where it rests, and lays the receipt beside it. */
  private async putAside(path: string, outcome: JobOutcome): Promise<void> {
    if (!(await isThere(path))) return;
    const target = await this.leaveReceipt(path, basename(path), outcome);
    if (await isThere(controlFileOf(path))) await rename(controlFileOf(path), controlFileOf(target));
    await rename(path, target);
  }

  /**
   * Lays the receipt of a file where it rests and answers where that is; a file of another content that has come under its
   * name meanwhile stays and is read next.
   */
  private async leaveReceipt(path: string, restingName: string, outcome: JobOutcome): Promise<string> {
    const folder = join(path, "..", wasTaken({ outcome }) ? resting.taken : resting.sentBack);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const target = await free(folder, restingName);
    await writeReceipt(this.installation.database, target, { file: basename(path), at: new Date(), outcome });
    return target;
  }
}

const isUnreadable = (error: unknown) => ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");

/** Bytes of a name that leave room for a number before it and the ending of a receipt behind, of 255 that a disk takes. */
const longestName = 220;

/** The name, where it is too long without the end of what stands before its ending. */
function shortened(name: string): string {
  const ending = extname(name).slice(0, 16);
  const characters = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(characters.join("") + ending) > longestName) characters.pop();
  return characters.join("") + ending;
}

/** The name itself, or with the first number that no file there has: nothing that came before is overwritten. */
async function free(folder: string, name: string): Promise<string> {
  const short = shortened(name);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? short : `${number}-${short}`);
    if (!(await isThere(path))) return path;
  }
}
