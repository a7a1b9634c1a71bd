import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { PlainError } from "@/domain/errors";
import type { ExtractKind } from "@/domain/load";
import { type Candidate, chooseMapping, headerRows, type Mapping } from "./map";
import { openContainer, type SizeLimits } from "./readContainer";
import { doubtsOf, type Encoding, readText } from "./readEncoding";
import { scanRecords, splitCells } from "./readRecords";
import { readTable, type Table } from "./readTable";

/** A file that can be loaded: what it is and where its rows are. */
export interface ReadFile {
  readonly encoding: Encoding;
  readonly sha256: string;
  readonly mapping: Mapping;
  readonly table: Table;
  /** The table read again, every row measured, for when the strict reader found one of another width. */
  exactTable(): Promise<Table>;
}

const separators = [",", "\t", ";", "|"];

/**
 * Reads one file up to a regular table: container, encoding, header, layout, rows. Working copies go to `folder`, under
 * names of our own. Throws PlainError with the code of what stands in the way.
 */
export async function readFile(
  path: string,
  folder: string,
  choice: { kind: ExtractKind | null; profile: string | null },
  limits: SizeLimits,
): Promise<ReadFile> {
  const received = await placeWithin(path, `${folder}/received`);
  const unpacked = await openContainer(received, `${folder}/unpacked`, limits);
  const text = await readText(unpacked, `${folder}/decoded`);
  const sha256 = unpacked === received ? text.sha256 : await hashOf(received);
  const candidates: Candidate[] = [];
  for (const separator of separators) candidates.push({ separator, rows: await firstRows(text.path, separator) });
  const wideCommas = candidates[0]!.rows.map((cells) => cells.join(",").split("，"));
  const mapping = await mappingOf([...candidates, { separator: "，", rows: wideCommas }]);

  async function mappingOf(all: readonly Candidate[]): Promise<Mapping> {
    try {
      return chooseMapping(all, choice);
    } catch (error) {
      throw (text.encoding === "gb18030" && (await doubtsOf(unpacked))) || error;
    }
  }
  const tableOf = (exact: boolean) => readTable(text.path, mapping, `${folder}/regular`, limits.rows, exact);
  return { encoding: text.encoding, sha256, mapping, table: await tableOf(false), exactTable: () => tableOf(true) };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** DuckDB reaches only its own folders and reads names as patterns: the file gets a second, plain name among them. */
async function placeWithin(path: string, place: string): Promise<string> {
  await link(path, place).catch(() => copyFile(path, place));
  return place;
}

/** The first rows as text; fewer where the separator leaves quotes without partner. */
async function firstRows(path: string, separator: string): Promise<string[][]> {
  const enough = Symbol("enough");
  const rows: string[][] = [];
  try {
    await scanRecords(path, separator, ({ bytes, start, end }) => {
      rows.push(splitCells(bytes.toString("utf8", start, end), separator));
      if (rows.length > headerRows) throw enough;
    });
  } catch (error) {
    if (error !== enough && !(error instanceof PlainError)) throw error;
  }
  return rows;
}
