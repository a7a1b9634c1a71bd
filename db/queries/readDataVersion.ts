import type { Database } from "@/db/client";
import type { FactFile } from "@/domain/factFile";

/** What a version consists of. */
export interface DataVersion {
  readonly version: number;
  /** Loads in force, in the order of their publication. */
  readonly loadIds: readonly string[];
  readonly contentHash: string;
  readonly files: readonly FactFile[];
}

/** Before the first publication: version 0, of nothing. */
const emptyVersion: DataVersion = { version: 0, loadIds: [], contentHash: "", files: [] };

/** One version, or the current one for null. Null when there is no such version; version 0 before the first. */
export async function readDataVersion({ sql }: Database, version: number | null): Promise<DataVersion | null> {
  const [row] = await sql<DataVersion[]>`
    select version, load_ids as "loadIds", content_hash as "contentHash", files
    from data_versions
    where version = ${version ?? sql`(select version from publication)`}`;
  return row ?? (version === null ? emptyVersion : null);
}
