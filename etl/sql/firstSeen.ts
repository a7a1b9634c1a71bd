import { pathList } from "@/etl/sql/literals";

/** Since which version each settlement of the months to be derived is known, as the facts before say. */
export function createFirstSeen(paths: readonly string[]): string {
  const rows =
    paths.length > 0
      ? `select settlement_key, first_seen_version, first_seen_on from read_parquet(${pathList(paths)})`
      : "select null::uuid as settlement_key, null::integer as first_seen_version, null::date as first_seen_on where false";
  return `create or replace temp table first_seen as ${rows}`;
}
