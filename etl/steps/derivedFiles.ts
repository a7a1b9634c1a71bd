import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FactFile } from "@/domain/factFile";
import type { Derived } from "@/etl/steps/derive";
import { fileHash } from "@/etl/steps/fileHash";
import { writeWhole } from "@/etl/steps/writeWhole";

/** What a load's facts were derived for, kept beside its rows so that publishing need not derive them once more. */
export interface DerivedFor extends Derived {
  readonly baseVersion: number;
  readonly publishedOn: string;
  readonly derivedBy: string;
}

export interface KeptDerived extends DerivedFor {
  /** SHA-256 of each file that is new, by its path, as it was verified; programs before this one kept none. */
  readonly newFiles?: Readonly<Record<string, string>>;
}

const manifest = (warehouseFolder: string, loadId: string) => join(warehouseFolder, "loads", loadId, "derived.json");

/** Keeps what was derived just now, with the fingerprints of the files that are not among those `before`. */
export async function keepDerived(
  warehouseFolder: string,
  loadId: string,
  derived: DerivedFor,
  before: readonly FactFile[],
): Promise<void> {
  const known = new Set(before.map(({ path }) => path));
  const newFiles: Record<string, string> = {};
  for (const { path } of derived.files) {
    if (!known.has(path)) newFiles[path] = await fileHash(join(warehouseFolder, path));
  }
  await writeWhole(manifest(warehouseFolder, loadId), JSON.stringify({ ...derived, newFiles } satisfies KeptDerived));
}

/** What was kept, or null where there is nothing. */
export async function readDerived(warehouseFolder: string, loadId: string): Promise<KeptDerived | null> {
  const text = await readFile(manifest(warehouseFolder, loadId), "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as KeptDerived);
}

/** Whether every new file still has, byte for byte, what was verified when it was derived. */
export async function isUntouched(warehouseFolder: string, { newFiles }: KeptDerived): Promise<boolean> {
  if (!newFiles) return false;
  for (const [path, sha256] of Object.entries(newFiles)) {
    const found = await fileHash(join(warehouseFolder, path)).catch(() => null);
    if (found !== sha256) return false;
  }
  return true;
}
