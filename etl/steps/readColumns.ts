import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PlainError } from "@/domain/errors";
import { openContainer } from "./readContainer";
import { readText } from "./readEncoding";
import { scanRecords, separators, splitCells } from "./readRecords";
import { defaultLimits } from "./sizeLimits";

/** A row of a file: its number as a spreadsheet counts, its cells in the order of the columns asked for. */
export interface ColumnRow {
  readonly row: number;
  /** Trimmed; empty where the row ends before the column. */
  readonly cells: readonly string[];
  /** Whether the row has as many cells as the header, empty ones at its end aside. */
  readonly regular: boolean;
}

const mostRows = 2_000_000;

/**
 * Some columns of a delimited text with a header, in any order and encoding that the corridor reads, for what is no
 * extract. Blank rows are left out. Throws PlainError Q-116 (no such file), Q-117 (no text), Q-118 (columns missing), L-103
 * (too many rows) and those of a file's encoding and quotes.
 */
export async function readColumns(path: string, columns: readonly string[]): Promise<ColumnRow[]> {
  const file = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new PlainError("Q-116", { file });
  const folder = await mkdtemp(join(tmpdir(), "yizhang-columns-"));
  try {
    const content = await openContainer(path, file, join(folder, "unpacked"), defaultLimits);
    if ("archive" in content) {
      content.archive.close();
      throw new PlainError("Q-117", { file });
    }
    const text = await readText(content.text, join(folder, "decoded"));
    return await rowsOf(text.path, columns, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rowsOf(path: string, columns: readonly string[], file: string): Promise<ColumnRow[]> {
  const rows: ColumnRow[] = [];
  let separator: string = ",";
  let places: readonly number[] | null = null;
  let width = 0;
  await scanRecords(path, ",", ({ number, bytes, start, end }) => {
    const line = bytes.toString("utf8", start, end);
    if (line.trim() === "") return;
    if (places === null) {
      separator = separators.find((each) => placesIn(line, each, columns).every((place) => place >= 0)) ?? ",";
      places = placesIn(line, separator, columns);
      width = splitCells(line, separator).length;
      const missing = columns.filter((_, index) => places![index]! < 0);
      if (missing.length > 0)
        throw new PlainError("Q-118", { file, missing: missing.join(" "), columns: columns.join(",") });
      return;
    }
    if (rows.length === mostRows) throw new PlainError("L-103");
    const cells = splitCells(line, separator).map((cell) => cell.trim());
    const regular = cells.length >= width && cells.slice(width).every((cell) => cell === "");
    rows.push({ row: number, cells: places.map((place) => cells[place] ?? ""), regular });
  });
  return rows;
}

function placesIn(line: string, separator: string, columns: readonly string[]): number[] {
  const header = splitCells(line, separator).map((cell) => cell.trim().toLowerCase());
  return columns.map((column) => header.indexOf(column));
}
