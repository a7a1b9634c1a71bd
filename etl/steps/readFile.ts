import { copyFile, link, realpath } from "node:fs/promises";
import { PlainError } from "@/domain/errors";
import type { Encoding } from "@/domain/load";
import { copyWorkbook, headRows, type WorkbookNotes } from "../workbook/copyWorkbook";
import { openMarkup } from "../workbook/markup";
import { cellSeparator } from "../workbook/rows";
import type { Workbook } from "../workbook/workbook";
import { isXlsx, openXlsx } from "../workbook/xlsx";
import { type Candidate, type Choice, headerRows } from "./chooseHeader";
import { chooseMapping, type Mapping } from "./map";
import type { Archive } from "./readArchive";
import { openContainer } from "./readContainer";
import { doubtsOf, isPlainUtf8, isProbablyUtf8, readText, type TextInput } from "./readEncoding";
import { scanRecords, separators, splitCells } from "./readRecords";
import { presumedTable, readTable, type Table, type TableText } from "./readTable";
import type { SizeLimits } from "./sizeLimits";

/** A file that can be loaded: what it is and where its rows are. */
export interface ReadFile {
  /** Of a text; of a spreadsheet, its format. */
  readonly encoding: string;
  /** The bytes as received. */
  readonly received: string;
  readonly mapping: Mapping;
  /** What its rows are if all of them are data. */
  readonly presumed: TableText;
  /** What a spreadsheet says beyond its cells; null for text. */
  readonly notes: WorkbookNotes | null;
  /** Zero bytes that were left out of a text. */
  readonly droppedBytes: number;
  /** Walks through the rows; measures every one if `exact`, for when the strict reader found one of another width. */
  table(exact: boolean): Promise<Table>;
}

/** A file of which not everything was looked at. */
export interface PresumedFile extends ReadFile {
  /** Null when the file is what it is presumed to be; else what it is. Throws as `readFile` does. */
  otherwise(): Promise<PresumedFile | null>;
}

/** A file as text of one header and one separator. */
type ReadRows = Pick<ReadFile, "encoding" | "mapping" | "notes" | "droppedBytes"> & {
  readonly path: string;
};

/**
 * Reads one file up to its rows: container, encoding or sheets, header, layout. Working copies go to `folder`,
 * under names of our own. Throws PlainError with the code of what stands in the way.
 */
export async function readFile(...args: Parameters<typeof presumeFile>): Promise<ReadFile> {
  const presumed = await presumeFile(...args);
  return (await presumed.otherwise()) ?? presumed;
}

/**
 * The same, but a large text that begins as UTF-8 is presumed to be that throughout: work goes on while `otherwise` reads
 * the rest of it.
 */
export async function presumeFile(
  file: { readonly path: string; readonly name: string },
  folder: string,
  choice: Choice,
  limits: SizeLimits,
): Promise<PresumedFile> {
  const received = await placeWithin(file.path, `${folder}/received`);
  const content = await openContainer(received, file.name, `${folder}/unpacked`, limits);
  const toFile = ({ path, ...read }: ReadRows, otherwise: PresumedFile["otherwise"]): PresumedFile => ({
    ...{ ...read, received, presumed: presumedTable(path, read.mapping), otherwise },
    table: (exact) => readTable(path, read.mapping, `${folder}/regular`, limits.rows, exact),
  });
  const known = async () => null;
  if ("archive" in content) {
    const workbook = await openWorkbook(content.archive);
    return toFile(await readWorkbook(workbook, folder, choice), known);
  }
  const { text } = content;
  const readWhole = async () => toFile(await readPlain(text, file.name, folder, choice), known);
  const presumed = await readPresumed(text, file.name, choice);
  return presumed ? toFile(presumed, async () => ((await isPlainUtf8(text)) ? null : readWhole())) : readWhole();
}

/** A large text as it is if all of it is UTF-8 as its beginning is; null where it is not, or no layout is found there. */
async function readPresumed(path: string, name: string, choice: Choice): Promise<ReadRows | null> {
  if (choice.encoding || isWorkbookName(name) || !(await isProbablyUtf8(path))) return null;
  const markup = await openMarkup(path, headRows);
  markup?.close();
  if (markup) return null;
  const text = { path, encoding: "utf-8", droppedBytes: 0 } as const;
  return mapText(text, choice).catch((error) => {
    if (error instanceof PlainError) return null;
    throw error;
  });
}

async function readPlain(path: string, name: string, folder: string, choice: Choice): Promise<ReadRows> {
  const { text, markup } = await openText(path, name, folder, choice.encoding);
  if (markup) return readWorkbook(markup, folder, choice);
  return mapText(text, choice).catch(async (error) => {
    throw (text.encoding === "gb18030" && (await doubtsOf(path))) || error;
  });
}

/** A text with the separator and the layout that its first rows have. */
async function mapText({ path, encoding, droppedBytes }: TextInput, choice: Choice): Promise<ReadRows> {
  const candidates = await candidatesOf(path, headerRows);
  const parted = [...candidates, ...unreliable(candidates[0]!)].filter(isParted);
  const mapping = chooseMapping(parted.length > 0 ? parted : candidates.slice(0, 1), choice);
  return { path, encoding, mapping, notes: null, droppedBytes };
}

const isParted = ({ rows }: Candidate) => rows.some((cells) => cells.length > 1);

/** The same rows parted by what may stand within cells, too: to be told what is wrong. */
const unreliable = ({ separator, rows }: Candidate): Candidate[] => {
  const lines = rows.map((cells) => cells.join(separator));
  return [
    { separator: "，", rows: lines.map((line) => line.split("，")) },
    { separator: " ", rows: lines.map((line) => line.trim().split(/\s+/)) },
  ];
};

const isWorkbookName = (name: string) => /\.xls[xm]$/i.test(name);

async function openText(path: string, name: string, folder: string, encoding?: Encoding | null) {
  const text = await readText(path, `${folder}/decoded`, encoding);
  const markup = await openMarkup(text.path, headRows);
  if (isWorkbookName(name)) throw new PlainError("L-109", { format: markup?.format ?? "csv" });
  return { text, markup };
}

/**
 * The first rows of a file by separator, or of a spreadsheet by sheet, before any layout is looked for: up to `rows` of a
 * text, `headRows` of a sheet. Working copies go to `folder`. Throws PlainError as `readFile` does.
 */
export async function readHead(
  file: { readonly path: string; readonly name: string },
  folder: string,
  limits: SizeLimits,
  rows: number,
): Promise<Candidate[]> {
  const received = await placeWithin(file.path, `${folder}/received`);
  const content = await openContainer(received, file.name, `${folder}/unpacked`, limits);
  const { text = null, markup } =
    "archive" in content
      ? { markup: await openWorkbook(content.archive) }
      : await openText(content.text, file.name, folder);
  if (text && !markup) return candidatesOf(text.path, rows);
  markup?.close();
  return (markup?.sheets ?? []).map(({ head }) => ({ separator: cellSeparator, rows: head }));
}

async function candidatesOf(path: string, rows: number): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const separator of separators) candidates.push({ separator, rows: await firstRows(path, separator, rows) });
  return candidates;
}

async function openWorkbook(archive: Archive): Promise<Workbook> {
  try {
    if (!isXlsx(archive)) throw notWorkbook(archive);
    return await openXlsx(archive, headRows);
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Archives of files were unpacked before: one that is left lies inside another. */
function notWorkbook({ entries }: Archive): PlainError {
  const holds = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  const kinds = { docx: /^word\//, pptx: /^ppt\//, ods: /^mimetype$/, ofd: /^OFD\.xml$/ };
  const format = Object.entries(kinds).find(([, part]) => holds(part))?.[0];
  return format ? new PlainError("L-110", { format }) : new PlainError("L-105");
}

async function readWorkbook(workbook: Workbook, folder: string, choice: Choice): Promise<ReadRows> {
  try {
    const path = `${folder}/rows`;
    const { mapping, notes } = await copyWorkbook(workbook, choice, path);
    return { path, encoding: workbook.format, mapping, notes, droppedBytes: 0 };
  } finally {
    workbook.close();
  }
}

/** DuckDB reaches only its own folders and reads names as patterns: the file gets a second, plain name among them. */
async function placeWithin(path: string, place: string): Promise<string> {
  await link(await realpath(path), place).catch(() => copyFile(path, place));
  return place;
}

/** The first rows as text; fewer where the separator leaves quotes without partner. */
async function firstRows(path: string, separator: string, most: number): Promise<string[][]> {
  const enough = Symbol("enough");
  const rows: string[][] = [];
  try {
    await scanRecords(path, separator, ({ bytes, start, end }) => {
      rows.push(splitCells(bytes.toString("utf8", start, end), separator));
      if (rows.length > most) throw enough;
    });
  } catch (error) {
    if (error !== enough && !(error instanceof PlainError)) throw error;
  }
  return rows;
}
