import type { Database } from "@/db/client";
import type { FactFile } from "@/domain/factFile";

/** The number of the version that everybody sees, or null before the first publication. */
export async function readCurrentVersion({ sql }: Database): Promise<number | null> {
  const [row] = await sql<{ version: number }[]>`select version from publication`;
  return row && row.version > 0 ? row.version : null;
}

/** The files of a version, or null when there is no such version. */
export async function readVersionFiles({ sql }: Database, version: number): Promise<readonly FactFile[] | null> {
  const [row] = await sql<{ files: FactFile[] }[]>`select files from data_versions where version = ${version}`;
  return row?.files ?? null;
}
