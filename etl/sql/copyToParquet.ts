import { literal } from "@/domain/sqlLiteral";

const zstd = "compression zstd, compression_level 1";

/** Row groups that wait for their end take memory, each thread one of its own: a third of DuckDB's keeps 150 MB of a peak. */
const purposes = {
  /** Kept for good. */
  archive: zstd,
  /** Kept for good, and rows may stand in any order: a million of them take 130 MB less to write. */
  "archive in any order": `${zstd}, preserve_order false, row_group_size 40960`,
  /** Gone when the load is read: quick to write and read again. */
  "working copy": "compression snappy, row_group_size 30720",
};

/**
 * Writes the rows of a query as Parquet. Version 2 keeps numbers as differences, and a column of mostly different values
 * gives up its dictionary after 500 of them: two thirds of the time of DuckDB's defaults, and smaller. Sessions keep the
 * order of rows by themselves: a statement that asks for it is run by one thread.
 */
export function copyToParquet(query: string, path: string, purpose: keyof typeof purposes): string {
  return `copy (${query}) to ${literal(path)}
    (format parquet, parquet_version v2, dictionary_size_limit 500, write_bloom_filter false,
      ${purposes[purpose]})`;
}
