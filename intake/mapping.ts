import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { ExtractKind } from "@/domain/load";
import { isLoadId, type MappingState, profileText, writeWhole } from "@/etl/index";
import { startProgram } from "./childProgram";
import { JobFolder, type JobRecord } from "./jobFolder";

/** What is asked of the process that looks at a file: a description to try, or none yet. */
export interface MappingOrder {
  readonly profile: ExtractProfile | null;
  readonly kind: ExtractKind | null;
}

/** What that process answers. */
export type MappingAnswer =
  | { readonly state: MappingState }
  | { readonly code: string; readonly details: Record<string, string | number> };

/** A file that waits to be described, and how far its description is. */
export interface Mapping {
  readonly job: string;
  readonly fileName: string;
  readonly region: string;
  readonly period: string | null;
  readonly state: MappingState;
}

const stateName = "mapping.json";
const longestMilliseconds = 2 * 60 * 1000;
const program = { name: "mappingProcess.ts", heapMegabytes: 512 };

/**
 * Where the files of a refused job wait to be described: looks at them in a process of its own, one after the other, and
 * keeps the answer beside them, which names nobody. They go when they are loaded, given up or a day old.
 */
export class MappingDesk {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly incomingFolder: string,
    private readonly programFolder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** The description as it was left, at first as suggested. Throws PlainError F-112 when the file is no longer here. */
  async read(id: string): Promise<Mapping> {
    const record = await this.require(id);
    const text = await readFile(join(this.folder(id).path, stateName), "utf8").catch(() => null);
    return text === null ? this.look(record, { profile: null, kind: null }) : asMapping(record, JSON.parse(text));
  }

  /** Tries a description, or suggests one of another kind. */
  async change(id: string, order: MappingOrder): Promise<Mapping> {
    const record = await this.require(id);
    const known = await this.read(id);
    const isKnown = order.profile !== null && profileText(order.profile) === profileText(known.state.profile);
    return isKnown ? known : this.look(record, order);
  }

  /** The record of a job whose files are kept. */
  async require(id: string): Promise<JobRecord> {
    const record = isLoadId(id) ? await this.folder(id).read() : null;
    if (!record || unknownLayoutOf(record) === undefined) throw new PlainError("F-112");
    return record;
  }

  private folder(id: string): JobFolder {
    return new JobFolder(this.incomingFolder, id);
  }

  private async look(record: JobRecord, order: MappingOrder): Promise<Mapping> {
    const before = this.last;
    const looking = before.catch(() => undefined).then(() => this.ask(record.id, order));
    this.last = looking;
    const answer = await looking;
    if ("code" in answer) throw new PlainError(answer.code, answer.details);
    const path = join(this.folder(record.id).path, stateName);
    await writeWhole(path, JSON.stringify(answer.state));
    return asMapping(record, answer.state);
  }

  private async ask(id: string, order: MappingOrder): Promise<MappingAnswer> {
    const { programFolder, environment } = this;
    const child = startProgram(program, id, { programFolder, environment });
    let answer: MappingAnswer = { code: "L-905", details: {} };
    child.on("message", (message: MappingAnswer) => {
      answer = message;
    });
    // Whether it heard the order its answer tells.
    child.send(order, () => undefined);
    const timer = setTimeout(() => child.kill("SIGKILL"), longestMilliseconds);
    await once(child, "close").catch(() => undefined);
    clearTimeout(timer);
    return answer;
  }
}

/** The file of a job whose layout is to be described; undefined when there is none, or nothing is kept. */
export const unknownLayoutOf = ({ outcome }: JobRecord) =>
  outcome?.kind === "load" ? outcome.unknownLayout : undefined;

function asMapping(record: JobRecord, state: MappingState): Mapping {
  const { id, region, period } = record;
  return { job: id, fileName: unknownLayoutOf(record)!, region, period, state };
}
