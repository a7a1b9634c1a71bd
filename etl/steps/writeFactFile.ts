import { createHash } from "node:crypto";
import { chmod, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PlainError } from "@/domain/errors";
import type { FactFile, FactTable } from "@/domain/factFile";
import { contentOf } from "@/etl/sql/contentHash";
import { copyToParquet } from "@/etl/sql/copyToParquet";
import { mark } from "@/etl/steps/mark";
import type { Warehouse } from "@/warehouse/connection";

/** What a file was read back to hold; sums in yuan, as exact decimals, of settlements only. */
export interface Content {
  readonly rows: string;
  readonly cases?: string;
  readonly total_fee_amount?: string;
  readonly pool_pay_amount?: string;
}

export interface WriteFactFile {
  readonly warehouseFolder: string;
  readonly table: FactTable;
  readonly region: string;
  readonly partition: string;
  readonly derivedBy: string;
  /** Makes the file's name its own: two loads never write the same file. */
  readonly writtenBy: string;
  /** The rows, in the order in which they are to stand; settlements stand in any. */
  readonly select: string;
  readonly values: Record<string, string | number | boolean>;
  /** What must be in the file, counted another way; null where there is no other way. */
  readonly expected: Content | null;
  /** The file of the version before; kept when the content is the same. */
  readonly previous: FactFile | undefined;
}

/**
 * Writes one immutable file of a version: under a temporary name, forced to disk, read back and compared, made
 * read-only, renamed. Throws PlainError L-903 when what stands on disk is not what was to be written.
 */
export async function writeFactFile(
  warehouse: Warehouse,
  file: WriteFactFile,
): Promise<{ file: FactFile; content: Content }> {
  const folder = join("facts", file.table, file.region);
  // Parts of earlier extracts may be any text: in a name it must not lead to another folder.
  const part = encodeURIComponent(file.partition);
  const temporary = join(file.warehouseFolder, folder, `${part}-${file.writtenBy}.tmp`);
  await mkdir(dirname(temporary), { recursive: true });
  await rm(temporary, { force: true });
  const purpose = file.table === "fct_settlements" ? "archive in any order" : "archive";
  await warehouse.run(copyToParquet(file.select, temporary, purpose), file.values);
  mark("written");
  await force(temporary);
  const { content, contentHash, statedHash } = await readBack(warehouse, file, temporary);
  mark("verified");
  if (file.previous?.contentHash === contentHash && file.previous.derivedBy === file.derivedBy) {
    await rm(temporary);
    return { file: file.previous, content };
  }
  const path = join(folder, `${part}-${contentHash.slice(0, 16)}-${file.writtenBy}.parquet`);
  await chmod(temporary, 0o444);
  await rename(temporary, join(file.warehouseFolder, path));
  await force(join(file.warehouseFolder, folder));
  mark("renamed");
  const { table, region, partition, derivedBy } = file;
  const rows = Number(content.rows);
  return { file: { table, region, partition, path, rows, contentHash, statedHash, derivedBy }, content };
}

async function readBack(warehouse: Warehouse, { table, partition, expected }: WriteFactFile, path: string) {
  const found = await readContent(warehouse, table, path);
  for (const [name, value] of Object.entries(expected ?? {})) {
    if (found.content[name as keyof Content] !== value) throw new PlainError("L-903", { table, partition }, "failed");
  }
  return found;
}

/** What a fact file says on disk now, row by row. Throws DuckDB's error where it cannot be read. */
export async function readContent(
  warehouse: Warehouse,
  table: FactTable,
  path: string,
): Promise<{ content: Content; contentHash: string; statedHash: string }> {
  const [row] = await warehouse.rows<Record<string, string>>(contentOf(table, path));
  const { stated, content: all, ...content } = row!;
  const hashOf = (sums: string | undefined) =>
    createHash("sha256").update([table, content.rows, sums].join("|")).digest("hex");
  return { content: content as unknown as Content, contentHash: hashOf(all), statedHash: hashOf(stated) };
}

/** Until it is forced, a file or a name may be lost when the power fails. */
async function force(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
