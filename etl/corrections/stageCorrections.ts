import { link, mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { PlainError } from "@/domain/errors";
import { literal } from "@/domain/sqlLiteral";
import { tokenSecrets } from "@/etl/personKey";
import { copyToParquet } from "@/etl/sql/copyToParquet";
import {
  extractOf,
  type Judged,
  type Replayed,
  type StagedExtract,
  type StagedLoad,
  writtenTo,
} from "@/etl/steps/judged";
import { ownFolder } from "@/etl/steps/ownFolder";
import { reconcileFile, reconcileLoad } from "@/etl/steps/reconcile";
import { defaultSettings } from "@/etl/steps/stage";
import { findRepeats } from "@/etl/steps/stageRepeats";
import { listNamedPersons, writeStaged } from "@/etl/steps/stageWrite";
import type { Warehouse } from "@/warehouse/connection";
import type { Correction, HeldList } from "./heldList";
import { type HeldRow, heldPath, readHeldRows } from "./heldRows";
import { type CorrectedRow, replayFile } from "./replayFile";
import { correctedReport } from "./report";

export interface CorrectionInput {
  /** The load to be. */
  readonly loadId: string;
  /** The load whose held rows are corrected, as it was read. */
  readonly base: StagedLoad;
  readonly baseId: string;
  readonly list: HeldList;
  /** What the list is called, and the SHA-256 of its bytes. */
  readonly name: string;
  readonly sha256: string;
  readonly region: string;
  readonly regionName: string | null;
  readonly scheme: string;
  readonly personKey: Buffer;
  readonly warehouseFolder: string;
  readonly spillFolder: string;
}

/** Corrections of one extract, and the rows that they are of. */
interface Corrected {
  readonly extract: StagedExtract;
  readonly held: readonly HeldRow[];
  readonly rows: readonly CorrectedRow[];
}

/** What somebody writes who says that of two rows of one number this one counts. */
const thisOneCounts = ["有效", "valid"];

/**
 * The load with what a bureau has corrected in it: its files as they were read, and the corrected rows, read again, as
 * files of their own. Whatever is wrong with a row still keeps it held. Throws PlainError L-716 when no held row is met.
 */
export async function stageCorrections(warehouse: Warehouse, input: CorrectionInput): Promise<StagedLoad> {
  const loadFolder = join(input.warehouseFolder, "loads", input.loadId);
  const workFolder = await ownFolder(input.spillFolder, "load");
  try {
    await mkdir(loadFolder, { recursive: true });
    const corrected = await findCorrected(warehouse, input);
    const kept = await keepExtracts(warehouse, input, loadFolder, corrected);
    const judged = await judge(warehouse, input, { loadFolder, workFolder, corrected });
    const report = correctedReport(input.base.report, {
      baseId: input.baseId,
      corrected,
      judged,
      reconciliation: await reconcileLoad(warehouse, judged),
    });
    const replayed = judged.map((one, index) => ({
      ...extractOf(input.loadId, one),
      replays: replaysOf(corrected[index]!),
    }));
    if (!report.reconciliation.balanced) throw new PlainError("L-904", {}, "failed");
    return { refused: false, report, extracts: [...kept, ...replayed] };
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function findCorrected(warehouse: Warehouse, input: CorrectionInput): Promise<Corrected[]> {
  const { base, baseId, list, warehouseFolder } = input;
  const corrected: Corrected[] = [];
  for (const extract of base.extracts) {
    const meant = correctionsOf(extract, base.extracts, list.corrections);
    if (meant.size === 0) continue;
    const held = (await readHeldRows(warehouse, warehouseFolder, baseId, extract.extractNumber)).filter((row) => {
      const correction = meant.get(row.row);
      return correction !== undefined && isCorrectable(row, correction);
    });
    const rows = held.map((row) => ({ row: row.row, field: fieldOf(row), value: meant.get(row.row)!.value }));
    if (rows.length > 0) corrected.push({ extract, held, rows });
  }
  if (corrected.length === 0) throw new PlainError("L-716");
  return corrected;
}

/** A value that a list gives for a row of an extract, and the fields for which the row was corrected since that list. */
interface MeantCorrection {
  readonly value: string;
  readonly since: readonly (string | null)[];
}

/** What a list says of the rows of an extract, by row: it may name them as the extract did in which they were held before. */
function correctionsOf(
  extract: StagedExtract,
  extracts: readonly StagedExtract[],
  corrections: readonly Correction[],
): Map<number, MeantCorrection> {
  const meant = new Map<number, MeantCorrection>();
  const fields: Replayed["fields"][] = [];
  for (let named: StagedExtract | undefined = extract; named !== undefined; ) {
    const { extractNumber, replays }: StagedExtract = named;
    for (const { row, value } of corrections.filter((one) => one.extractNumber === extractNumber))
      if (!meant.has(row)) meant.set(row, { value, since: fields.map((byRow) => byRow[row] ?? null) });
    if (replays) fields.push(replays.fields);
    named = replays && extracts.find((one) => one.extractNumber === replays.extractNumber);
  }
  return meant;
}

/** The field that a correction of a row is of; null where it only says that the row counts. */
const fieldOf = ({ code, field }: HeldRow): string | null => (code === "L-414" ? null : field);

const replaysOf = ({ extract, rows }: Corrected): Replayed => ({
  extractNumber: extract.extractNumber,
  fields: Object.fromEntries(rows.map(({ row, field }) => [row, field])),
});

/**
 * A row whose cells cannot be told apart has no cell to correct; of two rows of one number, one is declared to count. What
 * was meant for one cell is not taken for another that keeps the row held since.
 */
function isCorrectable(row: HeldRow, { value, since }: MeantCorrection): boolean {
  if (since.some((field) => field !== fieldOf(row))) return false;
  return row.code === "L-414" ? thisOneCounts.includes(value.toLowerCase()) : row.field !== null;
}

/** The extracts of the load before under this one: the same accepted rows, and the held ones that are left. */
async function keepExtracts(
  warehouse: Warehouse,
  { base, baseId, loadId, warehouseFolder }: CorrectionInput,
  loadFolder: string,
  corrected: readonly Corrected[],
): Promise<StagedExtract[]> {
  const extracts: StagedExtract[] = [];
  for (const extract of base.extracts) {
    const { extractNumber } = extract;
    await link(join(warehouseFolder, extract.path), join(loadFolder, basename(extract.path)));
    const heldBefore = heldPath(warehouseFolder, baseId, extractNumber);
    const heldNow = heldPath(warehouseFolder, loadId, extractNumber);
    const rows = corrected.find((one) => one.extract.extractNumber === extractNumber)?.rows;
    if (rows) {
      const left = `select * from read_parquet(${literal(heldBefore)}) where row_number not in (${rows.map(({ row }) => row).join(", ")})`;
      await warehouse.run(copyToParquet(left, heldNow, "archive"));
    } else await link(heldBefore, heldNow);
    extracts.push({ ...extract, path: `loads/${loadId}/${basename(extract.path)}` });
  }
  return extracts;
}

async function judge(
  warehouse: Warehouse,
  input: CorrectionInput,
  { loadFolder, workFolder, corrected }: { loadFolder: string; workFolder: string; corrected: readonly Corrected[] },
): Promise<Judged[]> {
  const { base, baseId, name, sha256, region, regionName, scheme, personKey, warehouseFolder } = input;
  const { ceiling, lateMonths } = defaultSettings;
  const files = [];
  for (const [index, { extract, held, rows }] of corrected.entries()) {
    const folder = join(workFolder, String(index + 1));
    await mkdir(folder);
    const columnNames = new Map(held.flatMap(({ field, column }) => (field && column ? [[field, column]] : [])));
    files.push(
      await replayFile(warehouse, {
        ...{ sha256, extract, rows, columnNames, region, regionName, scheme, personKey, ceiling, lateMonths, folder },
        number: base.extracts.length + index + 1,
        name: `${name}/${extract.fileName}`,
        heldPath: heldPath(warehouseFolder, baseId, extract.extractNumber),
      }),
    );
  }
  await findRepeats(warehouse, files);
  const judged: Judged[] = [];
  for (const file of files) {
    await listNamedPersons(warehouse, file, tokenSecrets(personKey));
    const outcome = await reconcileFile(warehouse, file);
    const written = writtenTo(loadFolder, file);
    await writeStaged(warehouse, file, outcome, written, tokenSecrets(personKey));
    judged.push({ file, outcome, refusals: [], remarks: [], written });
  }
  return judged;
}
