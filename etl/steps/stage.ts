import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileMark } from "@/db/fileMark";
import { PlainError } from "@/domain/errors";
import { shownFileName } from "@/domain/fileName";
import type { Encoding, ExtractKind, FileReport, Finding, LoadReport } from "@/domain/load";
import { withoutNumbersOfPersons } from "@/domain/numberOfPerson";
import type { Period } from "@/domain/period";
import type { Warehouse } from "@/warehouse/connection";
import { codeOnlyFields, readKeptColumns, requireImpersonal } from "../mapping/personalCells";
import { secretsIn, tokenSecrets } from "../personKey";
import type { Profile } from "../profiles/define";
import { findUnusualRowCounts, reviewFile } from "../review";
import type { RecentMonths } from "../review/recentMonths";
import { copyToParquet } from "../sql/copyToParquet";
import { checkQuery } from "./check";
import { checkTable } from "./checkTable";
import { fileHash } from "./fileHash";
import type { StagedFile } from "./fileOutcome";
import { excludeFundingWholes } from "./fundingWholes";
import { extractOf, type Judged, reportOf, type StagedLoad, writtenTo } from "./judged";
import type { Mapping } from "./map";
import { ownFolder } from "./ownFolder";
import type { Watcher } from "./progress";
import { presumeFile, type ReadFile } from "./readFile";
import type { Table, TableText } from "./readTable";
import { reconcileFile, reconcileLoad } from "./reconcile";
import { readControl } from "./reconcileControl";
import { refusalsOf } from "./reconcileRefusals";
import { defaultLimits, type SizeLimits } from "./sizeLimits";
import { findCoverage } from "./stageCoverage";
import { findRepeats } from "./stageRepeats";
import { listNamedPersons, writeStaged } from "./stageWrite";
import { unpackArchives } from "./unpackArchives";

/** Thresholds of a load; shares are fractions of the rows read. */
export interface LoadSettings {
  readonly limits: SizeLimits;
  /** Amounts above it are held, in yuan. */
  readonly ceiling: number;
  readonly heldShare: number;
  readonly otherRegionShare: number;
  /** Rows older than this many months before the period are held. */
  readonly lateMonths: number;
}

export const defaultSettings: LoadSettings = {
  limits: defaultLimits,
  ceiling: 10_000_000,
  heldShare: 0.01,
  otherRegionShare: 0.05,
  lateMonths: 24,
};

export interface StageInput {
  readonly loadId: string;
  readonly files: readonly { readonly path: string; readonly name: string }[];
  readonly region: string;
  /** What the bureau calls the region, or null. */
  readonly regionName: string | null;
  /** The scheme of rows that name none, e.g. 390. */
  readonly scheme: string;
  /** Declared period, or null: then the months of each file decide. */
  readonly period: Period | null;
  readonly kind: ExtractKind | null;
  readonly profile: string | null;
  /** Layouts described as data that may be met. */
  readonly described?: readonly Profile[];
  /** Name of the sheet to read, or null: the header decides. */
  readonly sheet?: string | null;
  /** Encoding of texts, or null: their bytes decide. */
  readonly encoding?: Encoding | null;
  readonly personKey: Buffer;
  readonly warehouseFolder: string;
  readonly spillFolder: string;
  /** What recent months looked like, where there are any. */
  readonly recent?: RecentMonths | null;
  /** 2018-07-01 */
  readonly today: string;
  readonly settings?: Partial<LoadSettings>;
  /** Is told how far the work is. */
  readonly watch?: Watcher;
}

/**
 * Reads, maps, checks and pseudonymises the files of one load into `loads/<loadId>/` of the warehouse folder. Nothing is
 * published. A file that must be refused refuses the load: then nothing is left but the report. Working copies in the
 * spill folder are gone when this returns or throws.
 */
export async function stageLoad(warehouse: Warehouse, input: StageInput): Promise<StagedLoad> {
  const loadFolder = join(input.warehouseFolder, "loads", input.loadId);
  const workFolder = await ownFolder(input.spillFolder, "load");
  let refused = true;
  try {
    await mkdir(loadFolder, { recursive: true });
    const staged = await stageFiles(warehouse, input, loadFolder, workFolder);
    refused = staged.refused;
    return staged;
  } finally {
    await rm(workFolder, { recursive: true, force: true });
    if (refused) await rm(loadFolder, { recursive: true, force: true });
  }
}

async function stageFiles(
  warehouse: Warehouse,
  input: StageInput,
  loadFolder: string,
  workFolder: string,
): Promise<StagedLoad> {
  const settings = { ...defaultSettings, ...input.settings };
  const files: StagedFile[] = [];
  const refused: { report: FileReport; findings: Finding[] }[] = [];
  const unpacked = await unpackArchives(input.files, workFolder, settings.limits);
  const inputs = unpacked.files.map((file) => ({ ...file, name: shownFileName(file.name) }));
  let rows: number | null = null;
  for (const [index, file] of inputs.entries()) {
    const folder = join(workFolder, String(index + 1));
    await mkdir(folder);
    const place = { file: index + 1, files: inputs.length };
    try {
      if ("error" in file) throw file.error;
      const { path, name } = file;
      const checked = await whileSteady({ path, name }, () =>
        checkFile(warehouse, input, settings, {
          ...{ number: index + 1, path, name, folder },
          begin: (stage, rowsOfFile) => input.watch?.({ stage, ...place, rows: added(rows, rowsOfFile) }),
        }),
      );
      rows = added(rows, checked.table.rows);
      files.push(checked);
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      refused.push(unread(file.name, input.kind, error));
    }
  }
  await findRepeats(warehouse, files);
  for (const file of files) await excludeFundingWholes(warehouse, file);
  const judged: Judged[] = [];
  for (const file of files) {
    await listNamedPersons(warehouse, file, tokenSecrets(input.personKey));
    const outcome = await reconcileFile(warehouse, file);
    const review = await reviewFile(warehouse, file, outcome, input.recent ?? null);
    const suspicions = review.filter(({ severity }) => severity === "refuse");
    const refusals = [...suspicions, ...refusalsOf(file, outcome, settings, suspicions.length > 0)];
    const remarks = review.filter(({ severity }) => severity !== "refuse");
    const written = writtenTo(loadFolder, file);
    input.watch?.({ stage: "writing", file: file.number, files: inputs.length, rows });
    await writeStaged(warehouse, file, outcome, written, tokenSecrets(input.personKey));
    judged.push({ file, outcome, refusals, remarks, written });
  }
  const reconciliation = await reconcileLoad(warehouse, judged);
  const findings = [
    ...refused.flatMap((file) => file.findings),
    ...judged.flatMap(({ refusals, outcome, remarks }) => [...refusals, ...outcome.findings, ...remarks]),
    ...findUnusualRowCounts(judged, input.recent ?? null),
    ...unpacked.enclosed.map((name) => notRead(shownFileName(name))),
  ].map(withoutNumbers);
  const report: LoadReport = {
    files: [...refused.map((file) => file.report), ...judged.map(reportOf)].sort(inOrderOf(inputs)),
    reconciliation,
    findings,
    changes: [],
  };
  const isRefused = findings.some(({ severity }) => severity === "refuse");
  // Nothing may be published that does not add up; with every control total met this would be a fault of ours.
  if (!isRefused && !reconciliation.balanced) throw new PlainError("L-904", {}, "failed");
  return { refused: isRefused, report, extracts: isRefused ? [] : judged.map((one) => extractOf(input.loadId, one)) };
}

const added = (rows: number | null, more: number | null) => (more === null ? rows : (rows ?? 0) + more);

/**
 * Does `work` on a file that must stay as it is meanwhile. Throws PlainError L-135 where it did not, whatever else went
 * wrong because of that: what was read and its hash might be of different contents.
 */
async function whileSteady<T>({ path, name }: { path: string; name: string }, work: () => Promise<T>): Promise<T> {
  const before = await fileMark(path);
  const [done] = await Promise.allSettled([work()]);
  if ((await fileMark(path)) !== before) throw new PlainError("L-135", { file: name });
  if (done.status === "rejected") throw done.reason;
  return done.value;
}

interface FileToCheck {
  readonly number: number;
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  /** Tells that a stage begins on this file; its rows once they are known. */
  begin(stage: "reading" | "checking", rows: number | null): void;
}

/** Reads one file and judges each of its rows into a working Parquet. */
async function checkFile(
  warehouse: Warehouse,
  input: StageInput,
  settings: LoadSettings,
  { number, path, name, folder, begin }: FileToCheck,
): Promise<StagedFile> {
  begin("reading", null);
  const presumed = await presumeFile({ path, name }, folder, input, settings.limits);
  const checked = join(folder, "checked.parquet");
  const check = async ({ mapping }: ReadFile, rows: TableText) => {
    const { region, regionName, scheme } = input;
    const columns = await readKeptColumns(warehouse, rows, mapping);
    requireImpersonal(columns, region, mapping.profile.exact);
    const codeOnly = codeOnlyFields(columns);
    const { ceiling } = settings;
    const query = checkQuery(rows, mapping, { region, regionName, scheme, ceiling, codeOnly, ...marksOf(mapping) });
    const values = secretsIn(query, tokenSecrets(input.personKey));
    await warehouse.run(copyToParquet(query, checked, "working copy"), values);
  };
  const whenWalked = ({ rows }: Table) => begin("checking", rows);
  // DuckDB checks with threads of its own while this one hashes.
  const [{ read, table }, sha256] = await Promise.all([
    checkTable(warehouse, presumed, check, whenWalked),
    fileHash(presumed.received),
  ]);
  const { mapping } = read;
  const { kind } = mapping.profile;
  const coverage = await findCoverage(warehouse, kind, checked, {
    period: input.period,
    today: input.today,
    lateMonths: settings.lateMonths,
  });
  const given = await readControl(warehouse, { path, checked, mapping, table });
  const { encoding, notes, droppedBytes } = read;
  const { hasReversalMark } = marksOf(mapping);
  const judged = { checked, coverage, hasReversalMark, ...given };
  return { number, name, kind, mapping, table, encoding, sha256, notes, droppedBytes, ...judged };
}

/** The fields that a layout has, and whether any of them marks a refund. */
export function marksOf({ columns, profile }: Mapping): { present: Set<string>; hasReversalMark: boolean } {
  const present = new Set([...columns.keys(), ...Object.keys(profile.constants)]);
  return { present, hasReversalMark: present.has("refund_flag") || present.has("initial_settlement_id") };
}

/** A file that never became a table: reported under the kind that was said of it, with no rows. */
function unread(file: string, kind: ExtractKind | null, { code, details }: PlainError) {
  const report: FileReport = {
    ...{ file, kind, profile: "", encoding: "", rows_read: 0, accepted: 0, quarantined: 0, excluded: 0, late: 0 },
    by_reason: { [code]: 1 },
  };
  const row = details.row;
  const finding: Finding = {
    ...{ code, severity: "refuse" as const, file, column: null, rows: 0, total_fee_amount: null },
    first_rows: typeof row === "number" ? [row] : [],
    details,
  };
  return { report, findings: [finding] };
}

/** Names of sheets and columns are told as they are, but for a number of a person in them. */
function withoutNumbers({ column, details, ...finding }: Finding): Finding {
  const told = <Value>(value: Value) => (typeof value === "string" ? withoutNumbersOfPersons(value) : value);
  const entries = Object.entries(details).map(([name, value]) => [name, told(value)]);
  return { ...finding, column: told(column), details: Object.fromEntries(entries) };
}

/** What lies beside the files of an archive and was left out. */
const notRead = (file: string): Finding => ({
  ...{ code: "L-136", severity: "warn", file, column: null, rows: 0, total_fee_amount: null },
  first_rows: [],
  details: { file },
});

function inOrderOf(files: readonly { readonly name: string }[]) {
  const position = new Map(files.map(({ name }, i) => [name, i]));
  return (a: FileReport, b: FileReport) => position.get(a.file)! - position.get(b.file)!;
}
