import type { Database } from "@/db/client";
import type { FactFile } from "@/domain/factFile";

/** Names of the institutions of a version, by code. `files` are those of the version, of one region or of several. */
export async function institutionNames({ sql }: Database, files: readonly FactFile[]): Promise<Map<string, string>> {
  const lists = files.filter(({ table }) => table === "dim_institutions").map(({ contentHash }) => contentHash);
  const rows = await sql<{ institution: string; name: string }[]>`
    select institution, name from institutions where list_hash = any(${lists})`;
  return new Map(rows.map(({ institution, name }) => [institution, name]));
}
