import type { Installation } from "@/db/open";
import { correctionOf } from "@/db/queries/correctionOf";
import { listExtracts } from "@/db/queries/listExtracts";
import { type LoadRow, readLoad } from "@/db/queries/readLoad";
import { PlainError } from "@/domain/errors";
import type { StagedLoad } from "@/etl/steps/judged";
import { readStaged } from "@/etl/steps/stagedFiles";
import type { PublishedRegion } from "@/etl/steps/versionState";

/** The load to which a list of held rows is applied: the one it came from, with every correction since. */
export interface CorrectedBase {
  readonly load: LoadRow;
  readonly staged: StagedLoad;
  /** The list was applied before: the load holds its content already. */
  readonly isApplied: boolean;
}

/** Throws PlainError L-701 for an unknown load, L-717 for one that no longer answers for all of its months. */
export async function findBase(installation: Installation, listed: string, sha256: string): Promise<CorrectedBase> {
  const { database, home } = installation;
  const loadId = (await correctionOf(database, listed)) ?? listed;
  const load = await readLoad(database, loadId);
  if (!load) throw new PlainError("L-701", { load: loadId });
  const extracts = await listExtracts(database, load.region, [loadId]);
  const isApplied = extracts.some((extract) => extract.sha256 === sha256);
  const staged = await readStaged(home.warehouseFolder, loadId);
  if (!staged || (load.state !== "ready" && load.state !== "published")) throw new PlainError("L-717");
  return { load, staged, isApplied };
}

/** What is corrected must still be in force, or wait. Throws PlainError L-717. */
export function requireInForce({ load, staged }: CorrectedBase, { extracts }: PublishedRegion): void {
  if (load.state === "ready") return;
  for (const { extractNumber, coverage } of staged.extracts) {
    const answers = extracts.find((one) => one.loadId === load.loadId && one.extractNumber === extractNumber);
    const parts = answers?.parts ?? [];
    if (!answers || !coverage.every((part) => parts.includes(part))) throw new PlainError("L-717");
  }
}
