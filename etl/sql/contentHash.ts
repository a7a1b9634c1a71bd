import type { FactTable } from "@/domain/factFile";
import { pathList } from "@/etl/sql/literals";
import { factTables } from "@/warehouse/facts";

/** Where a row came from and since when it is known say nothing about what it states. */
const provenance = ["load_id", "extract_number", "row_number", "first_seen_version", "first_seen_on"];

/** Tokens differ from key to key. */
const isToken = (column: string) => column.endsWith("_key");

/**
 * Count, sums and two order-independent hashes of one fact file, read back from disk: each row is written out in one
 * way only and hashed by MD5, whose values are added up. `stated` leaves the tokens out, `content` has them. DuckDB's
 * own hash() may change with its release, MD5 does not.
 */
export function contentOf(table: FactTable, path: string): string {
  const columns = Object.entries(factTables[table]).filter(([column]) => !provenance.includes(column));
  const written = ([column, type]: [string, string]) =>
    type.endsWith("[]")
      ? `coalesce(array_to_string(${column}, ','), '')`
      : `coalesce(${type === "varchar" ? column : `${column}::varchar`}, chr(30))`;
  const stated = columns.filter(([column]) => !isToken(column)).map(written);
  const tokens = columns.filter(([column]) => isToken(column)).map(written);
  const sums =
    table === "fct_settlements"
      ? `coalesce(sum(cases), 0)::varchar as cases,
  coalesce(sum(total_fee_amount), 0)::varchar as total_fee_amount,
  coalesce(sum(pool_pay_amount), 0)::varchar as pool_pay_amount,`
      : "";
  return `
with written as (
  select *, md5(concat_ws(chr(31), ${stated.join(", ")})) as statement
  from read_parquet(${pathList([path])})
),
rows as (
  select *, md5_number(statement) as stated, md5_number(concat_ws(chr(31), ${["statement", ...tokens].join(", ")})) as content
  from written
)
select
  count(*)::varchar as rows,
  ${sums}
  ${sumOf("stated")} as stated,
  ${sumOf("content")} as content
from rows`;
}

/** Both halves of 128 bits added up on their own: neither sum can overflow. */
const sumOf = (hash: string) =>
  `concat_ws('|', coalesce(sum((${hash} & 18446744073709551615)::ubigint), 0), coalesce(sum((${hash} >> 64)::ubigint), 0))`;
