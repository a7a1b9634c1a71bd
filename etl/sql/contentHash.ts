import type { FactTable } from "@/domain/factFile";
import { pathList } from "@/etl/sql/literals";
import { factTables } from "@/warehouse/facts";

/** Where a row came from and since when it is known say nothing about what it states. */
const provenance = ["load_id", "extract_number", "row_number", "first_seen_version", "first_seen_on"];

/**
 * Count, sums and the two halves of an order-independent hash of one fact file, read back from disk: each row is
 * written out in one way only and hashed by MD5, whose values are added up. DuckDB's own hash() may change with its
 * release, MD5 does not.
 */
export function contentOf(table: FactTable, path: string): string {
  const columns = Object.entries(factTables[table]).filter(([column]) => !provenance.includes(column));
  const written = columns.map(([column, type]) =>
    type.endsWith("[]")
      ? `coalesce(array_to_string(${column}, ','), '')`
      : `coalesce(${type === "varchar" ? column : `${column}::varchar`}, chr(30))`,
  );
  const sums =
    table === "fct_settlements"
      ? `coalesce(sum(cases), 0)::varchar as cases,
  coalesce(sum(total_fee_amount), 0)::varchar as total_fee_amount,
  coalesce(sum(pool_pay_amount), 0)::varchar as pool_pay_amount,`
      : "";
  return `
with rows as (
  select *, md5_number(concat_ws(chr(31), ${written.join(", ")})) as fingerprint
  from read_parquet(${pathList([path])})
)
select
  count(*)::varchar as rows,
  ${sums}
  coalesce(sum((fingerprint & 18446744073709551615)::ubigint), 0)::varchar as low,
  coalesce(sum((fingerprint >> 64)::ubigint), 0)::varchar as high
from rows`;
}
