import { PlainError } from "@/domain/errors";
import { Archive } from "@/etl/steps/readArchive";
import { defaultLimits } from "@/etl/steps/sizeLimits";
import { HeadRows, mostRows } from "@/etl/workbook/rows";
import { isXlsx, openXlsx } from "@/etl/workbook/xlsx";
import { isLoadId } from "../steps/loadId";

/**
 * The 待核清单 as a workbook: one line per held row, with a cell in which a bureau writes the right value. The program
 * knows it again by a hidden sheet, which holds the id of the load; words and order of its lines are free, places are not.
 */
export const heldListLayout = {
  /** Name of the hidden sheet; its first cell holds the load. */
  markSheet: "yizhang-held-rows",
  /** Lines of the visible sheet, from 1, in whose second cell stands who corrects and why. */
  byLine: 3,
  reasonLine: 4,
  /** The line with the names of the columns; rows follow. */
  headerLine: 6,
  /** Positions of columns, from 0: the row's mark, and the value as corrected. */
  markColumn: 0,
  valueColumn: 9,
} as const;

/** The mark of a held row in the list: extract and row. */
export const heldRowMark = (extractNumber: number, row: number) => `F${extractNumber}R${row}`;

/** A value that a bureau has written into the list. */
export interface Correction {
  readonly extractNumber: number;
  readonly row: number;
  readonly value: string;
}

export interface HeldList {
  readonly loadId: string;
  readonly by: string;
  readonly reason: string;
  readonly corrections: readonly Correction[];
}

/**
 * The list in a file, or null where the file is none. Throws PlainError L-715 where nobody says who corrects or why, L-716
 * where nothing is filled in, L-105 for a list whose marks were changed, and what reading a workbook throws.
 */
export async function readHeldList(path: string): Promise<HeldList | null> {
  const archive = await openList(path);
  if (!archive) return null;
  const workbook = await openXlsx(archive, 1).catch((error) => {
    archive.close();
    throw error;
  });
  try {
    const mark = workbook.sheets.find(({ name }) => name === heldListLayout.markSheet);
    const loadId = mark?.head[0]?.[0]?.trim() ?? "";
    const sheet = workbook.sheets.findIndex(({ name }) => name !== heldListLayout.markSheet);
    if (!isLoadId(loadId) || sheet < 0) throw new PlainError("L-105");
    const rows = new HeadRows(mostRows);
    await workbook.read(sheet, [], rows);
    return listOf(loadId, rows.rows);
  } finally {
    workbook.close();
  }
}

/** Whether a file is such a list, whatever is filled in. */
export async function isHeldList(path: string): Promise<boolean> {
  const archive = await openList(path);
  archive?.close();
  return archive !== null;
}

async function openList(path: string): Promise<Archive | null> {
  const archive = await Archive.open(path, defaultLimits).catch(() => null);
  if (!archive) return null;
  const entry = isXlsx(archive) ? archive.entries.find(({ name }) => name === "xl/workbook.xml") : undefined;
  if (entry) {
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(entry)) pieces.push(piece);
    if (Buffer.concat(pieces).includes(`"${heldListLayout.markSheet}"`)) return archive;
  }
  archive.close();
  return null;
}

function listOf(loadId: string, rows: readonly (readonly string[])[]): HeldList {
  const { byLine, reasonLine, headerLine, markColumn, valueColumn } = heldListLayout;
  const said = (line: number) => rows[line - 1]?.[1]?.trim() ?? "";
  const corrections = rows.slice(headerLine).flatMap((cells) => {
    const value = cells[valueColumn]?.trim() ?? "";
    if (value === "") return [];
    const mark = /^F(\d{1,4})R(\d{1,9})$/.exec(cells[markColumn]?.trim() ?? "");
    if (!mark) throw new PlainError("L-105");
    return [{ extractNumber: Number(mark[1]), row: Number(mark[2]), value }];
  });
  if (corrections.length === 0) throw new PlainError("L-716");
  const [by, reason] = [said(byLine), said(reasonLine)];
  if (by === "" || reason === "") throw new PlainError("L-715");
  return { loadId, by: by.slice(0, 40), reason: reason.slice(0, 200), corrections };
}
