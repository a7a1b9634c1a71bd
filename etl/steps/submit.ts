import { constants, rm, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isThere } from "@/db/isThere";
import type { Installation } from "@/db/open";
import { readPersonKey } from "@/db/personKeyFile";
import { type DataVersion, readDataVersion } from "@/db/queries/readDataVersion";
import { readRegionName } from "@/db/queries/readRegionName";
import { recordLoad } from "@/db/queries/recordLoad";
import { PlainError } from "@/domain/errors";
import type { ExtractProfile } from "@/domain/extractProfile";
import type { Encoding, ExtractKind, LoadReport, LoadState } from "@/domain/load";
import type { Period } from "@/domain/period";
import { findCorrections } from "@/etl/corrections/findCorrections";
import { layoutsOf } from "@/etl/mapping/savedProfiles";
import { readRecentMonths } from "@/etl/review/recentMonths";
import { derive } from "@/etl/steps/derive";
import { keepDerived } from "@/etl/steps/derivedFiles";
import { derivedFindings, withDerivedFindings } from "@/etl/steps/derivedFindings";
import { discard, removeWaiting } from "@/etl/steps/discard";
import { extractsInForce } from "@/etl/steps/inForce";
import type { StagedExtract, StagedLoad } from "@/etl/steps/judged";
import { newLoadId } from "@/etl/steps/loadId";
import { mark } from "@/etl/steps/mark";
import { monthGap } from "@/etl/steps/monthGap";
import type { Watcher } from "@/etl/steps/progress";
import { replacedMonths } from "@/etl/steps/replacedMonths";
import { requireRoom, roomToRead } from "@/etl/steps/room";
import { rulesOf } from "@/etl/steps/rulesOf";
import { stageLoad } from "@/etl/steps/stage";
import { keepStaged } from "@/etl/steps/stagedFiles";
import type { InputFile } from "@/etl/steps/unpackArchives";
import { dayOf, type PublishedRegion, regionState } from "@/etl/steps/versionState";
import { withWarehouse } from "@/etl/steps/withWarehouse";
import { requireLock, whileWriting } from "@/etl/steps/workLock";
import type { Warehouse } from "@/warehouse/connection";
import { listChanges } from "@/warehouse/listChanges";

export interface SubmitRequest {
  /** The files of one load: their paths, or where they are and what they are called. */
  readonly files: readonly (string | InputFile)[];
  /** The load to be; a new id where none was given out before. */
  readonly loadId?: string;
  readonly region: string;
  /** Scheme of rows that name none; 390 for residents. */
  readonly scheme: string;
  /** Declared period, or null: the months of each file decide. */
  readonly period: Period | null;
  readonly kind: ExtractKind | null;
  /** Name of a layout: of the program, of the region's saved ones, or of one in `described`; null: the header decides. */
  readonly profile: string | null;
  /** Descriptions that came with the request; they stand before saved ones of their name. */
  readonly described?: readonly ExtractProfile[];
  /** Name of the sheet to read of spreadsheets, or null: the header decides. */
  readonly sheet?: string | null;
  /** Encoding of texts, or null: their bytes decide. */
  readonly encoding?: Encoding | null;
  readonly now: Date;
  /** For what was typed on a page instead of received as a file. */
  readonly entered?: Entered;
  /** Is told how far the work is. */
  readonly watch?: Watcher;
}

/** Who entered something, as typed, and why. */
export interface Entered {
  readonly by: string;
  readonly reason: string;
}

export interface Submission {
  /** The new load; the one in force when nothing is new. */
  readonly loadId: string;
  readonly state: LoadState;
  /** Every file is in force already: nothing was entered. */
  readonly unchanged: boolean;
  /** The current version: what publishing would start from. */
  readonly dataVersion: number;
  readonly report: LoadReport;
}

/**
 * Reads and checks the files of one load and works out what publishing it would change. Nobody sees anything of it yet.
 * A refused load is kept with its report and without its rows. Throws PlainError L-131 for a file that is not there, L-901
 * where the disk has no room to read them.
 */
export async function submit(installation: Installation, request: SubmitRequest): Promise<Submission> {
  const { home, database } = installation;
  const files = request.files.map((file) =>
    typeof file === "string" ? { path: resolve(file), name: basename(file) } : file,
  );
  const sizes = await Promise.all(files.map(sizeOf));
  await requireRoom(home.spillFolder, roomToRead(sizes.reduce((sum, bytes) => sum + bytes, 0)));
  const loadId = request.loadId ?? newLoadId(request.now);
  return whileWriting(database, async (session) => {
    let isEntered = false;
    // From here on the load may stand in the database whatever answer comes back: the sweep knows which do.
    const enter = async () => {
      await requireLock(session);
      isEntered = true;
    };
    try {
      return await withWarehouse(home, (warehouse) =>
        read(warehouse, installation, { ...request, files, loadId, enter }),
      );
    } finally {
      if (!isEntered) await rm(join(home.warehouseFolder, "loads", loadId), { recursive: true, force: true });
    }
  });
}

async function sizeOf({ path, name }: InputFile): Promise<number> {
  const found = (await isThere(path, constants.R_OK)) ? await stat(path) : null;
  if (!found?.isFile()) throw new PlainError("L-131", { file: name });
  return found.size;
}

type Reading = SubmitRequest & {
  readonly loadId: string;
  readonly files: readonly InputFile[];
  /** Is called before the load is entered as one that waits; throws where its files may be gone. */
  readonly enter: () => Promise<void>;
};

async function read(warehouse: Warehouse, installation: Installation, asked: Reading): Promise<Submission> {
  const { home, database } = installation;
  const correcting = await findCorrections(installation, asked.files);
  const request = correcting ? { ...asked, ...correcting.request } : asked;
  const { loadId, region, scheme, now: createdAt, entered = null } = request;
  const receivedOn = dayOf(createdAt);
  const base = (await readDataVersion(database, null))!;
  if (correcting?.isApplied) {
    const { loadId: known, state, report } = correcting.load;
    return { loadId: known, state, unchanged: true, dataVersion: base.version, report };
  }
  const before = await regionState(database, base, region);
  const staged = correcting
    ? await correcting.stage(warehouse, { loadId, before })
    : await stageFiles(warehouse, installation, { ...request, before });
  mark("staged");
  const load = { loadId, region, scheme, createdAt, baseVersion: base.version, entered };
  const outcome = { loadId, unchanged: false, dataVersion: base.version };
  if (staged.refused) {
    const { report } = staged;
    await recordLoad(database, { ...load, state: "refused", report, extracts: [] });
    return { ...outcome, state: "refused", report };
  }
  const inForce = loadInForce(before.extracts, staged.extracts, scheme);
  if (inForce) return { ...outcome, loadId: inForce, state: "published", unchanged: true, report: staged.report };

  await keepStaged(home.warehouseFolder, loadId, staged);
  const files = staged.report.files.length;
  request.watch?.({ stage: "deriving", file: files, files, rows: staged.report.reconciliation.rows.read });
  const report = await preview(warehouse, installation, { ...request, base, before, staged });
  mark("previewed");
  const days = correcting?.receivedOn;
  const extracts = staged.extracts.map((extract) => ({
    ...extract,
    receivedOn: days?.get(extract.extractNumber) ?? receivedOn,
  }));
  await request.enter();
  const replaced = await recordLoad(database, { ...load, state: "ready", report, extracts });
  mark("recorded");
  for (const other of replaced) await removeWaiting(home.warehouseFolder, other);
  // What waited with its faults is taken over by the one that corrects them.
  if (correcting?.load.state === "ready") await discardWaiting(installation, correcting.load.loadId);
  return { ...outcome, state: "ready", report };
}

/** Somebody else may have published it or given it up meanwhile: then it does not wait, which is all that is wanted. */
async function discardWaiting(installation: Installation, loadId: string): Promise<void> {
  await discard(installation, loadId).catch((error: unknown) => {
    if (!(error instanceof PlainError)) throw error;
  });
}

async function stageFiles(
  warehouse: Warehouse,
  { home, database }: Installation,
  request: Reading & { readonly before: PublishedRegion },
): Promise<StagedLoad> {
  const { before, region, scheme, now } = request;
  const ofScheme = before.extracts.filter((extract) => extract.scheme === scheme);
  return stageLoad(warehouse, {
    ...request,
    regionName: await readRegionName(database, region),
    described: await layoutsOf(database, region, request.described),
    recent: await readRecentMonths(warehouse, home.warehouseFolder, ofScheme),
    personKey: await readPersonKey(home.personKeyFile),
    warehouseFolder: home.warehouseFolder,
    spillFolder: home.spillFolder,
    today: dayOf(now),
  });
}

/** The load to which every file belongs already, with the same bytes read the same way, and still in force. */
function loadInForce(
  inForce: PublishedRegion["extracts"],
  staged: readonly StagedExtract[],
  scheme: string,
): string | null {
  const found = staged.map((file) =>
    inForce.find(
      (extract) =>
        extract.sha256 === file.sha256 &&
        extract.kind === file.kind &&
        extract.profile === file.profile &&
        (extract.readAs ?? file.readAs) === file.readAs &&
        extract.scheme === scheme &&
        sameParts(extract.coverage, file.coverage) &&
        (extract.coverage.length === 0 || sameParts(extract.parts, extract.coverage)),
    ),
  );
  return found.every((extract) => extract !== undefined) ? (found.at(-1)?.loadId ?? null) : null;
}

const sameParts = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((part) => others.includes(part));

/** Derives the version to come without publishing it: what changes, and which rows of the load do not count. */
async function preview(
  warehouse: Warehouse,
  { home }: Installation,
  load: SubmitRequest & {
    loadId: string;
    base: DataVersion;
    before: PublishedRegion;
    staged: { report: LoadReport; extracts: readonly StagedExtract[] };
  },
): Promise<LoadReport> {
  const { loadId, region, scheme, base, before, staged } = load;
  const { warehouseFolder } = home;
  const publishedOn = dayOf(load.now);
  const extracts = staged.extracts.map((extract) => ({ ...extract, loadId, scheme }));
  const after = extractsInForce([...before.extracts, ...extracts]);
  const derived = await derive(warehouse, {
    region,
    warehouseFolder,
    before,
    after,
    version: base.version + 1,
    localCodes: before.localCodes,
    publishedOn,
    writtenBy: writtenBy(loadId, base.version + 1, publishedOn),
  });
  const derivedFor = { ...derived, baseVersion: base.version, publishedOn, derivedBy: rulesOf(before.localCodes) };
  await keepDerived(warehouseFolder, loadId, derivedFor, before.files);
  const hasRegistry = after.some(({ kind }) => kind === "hardship_registry");
  const findings = await derivedFindings(warehouse, {
    loadId,
    region,
    hasRegistry,
    warehouseFolder,
    files: derived.files,
  });
  const { files } = derived;
  const lists = await listChanges(warehouse, warehouseFolder, { before: before.files, after: files });
  const version = base.version;
  const replaced = await replacedMonths(warehouse, { warehouseFolder, version, before, own: extracts, files });
  const report = {
    ...staged.report,
    findings: [...staged.report.findings, ...replaced, ...monthGap(extracts, after)],
    changes: [...derived.changes],
    list_changes: lists,
  };
  return withDerivedFindings(report, findings);
}

/** Part of the names of files: the same run writes the same names, another run other ones. */
export function writtenBy(loadId: string, version: number, publishedOn: string): string {
  return `${loadId}-${version}-${publishedOn.replaceAll("-", "")}`;
}
