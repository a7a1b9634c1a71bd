import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { LoadJob } from "@/domain/loadJob";
import type { IntakeDesk } from "@/intake/index";

export const order = {
  origin: "page",
  region: "361031",
  scheme: "390",
  period: null,
  sheet: null,
  encoding: null,
  control: null,
} as const;

/** Hands files in as a page does; answers the job. */
export async function handIn(
  desk: IntakeDesk,
  paths: readonly string[],
  control: Record<string, string> | null = null,
): Promise<string> {
  const contents = await Promise.all(paths.map((path) => readFile(path)));
  const files = paths.map((path, i) => ({ name: basename(path), bytes: contents[i]!.length }));
  const id = await desk.create({ ...order, control, files });
  for (const [i, bytes] of contents.entries()) await desk.receive(id, i + 1, Readable.from([bytes]));
  await desk.start(
    id,
    contents.map((bytes) => createHash("sha256").update(bytes).digest("hex")),
  );
  return id;
}

/** The job as soon as something is so of it. */
export async function until(desk: IntakeDesk, id: string, isSo: (job: LoadJob) => boolean): Promise<LoadJob> {
  for (;;) {
    const job = (await desk.list()).find((candidate) => candidate.id === id)!;
    if (isSo(job)) return job;
    await wait(50);
  }
}

export const ended = (desk: IntakeDesk, id: string) => until(desk, id, ({ state }) => state === "ended");
