import { text } from "@/etl/sql/literals";

const codecs = {
  /** Kept for good. */
  archive: "compression zstd, compression_level 1",
  /** Kept for good, and rows may stand in any order: a million of them take 130 MB less to write. */
  "archive in any order": "compression zstd, compression_level 1, preserve_order false",
  /** Gone when the load is read: quick to write and read again. */
  "working copy": "compression snappy",
};

/**
 * Writes the rows of a query as Parquet. Version 2 keeps numbers as differences, and a column of mostly different values
 * gives up its dictionary after 4000 of them: two thirds of the time of DuckDB's defaults, and smaller. Sessions keep the
 * order of rows by themselves: a statement that asks for it is run by one thread.
 */
export function copyToParquet(query: string, path: string, purpose: keyof typeof codecs): string {
  return `copy (${query}) to ${text(path)}
    (format parquet, parquet_version v2, dictionary_size_limit 4000, ${codecs[purpose]})`;
}
