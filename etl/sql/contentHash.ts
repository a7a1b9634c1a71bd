import type { FactTable } from "@/domain/factFile";
import { pathList } from "@/etl/sql/literals";
import { factTables, provenance } from "@/warehouse/facts";

/** Tokens differ from key to key. */
const isToken = (column: string) => column.endsWith("_key");

/**
 * Count, sums and two order-independent hashes of one fact file, read back from disk: those of the rows added up. `stated`
 * leaves the tokens out, `content` has them. DuckDB's hash() costs a tenth of writing each row out for MD5; whether it is
 * still the one that stored files were hashed with, `hashOfProbe` tells.
 */
export function contentOf(table: FactTable, path: string): string {
  const columns = Object.keys(factTables[table]).filter((column) => !provenance.includes(column));
  const tokens = columns.filter(isToken);
  const stated = columns.filter((column) => !isToken(column));
  const sums =
    table === "fct_settlements"
      ? `coalesce(sum(cases), 0)::varchar as cases,
  coalesce(sum(total_fee_amount), 0)::varchar as total_fee_amount,
  coalesce(sum(pool_pay_amount), 0)::varchar as pool_pay_amount,`
      : "";
  return `
with rows as (
  select *, hash(${stated.join(", ")}) as statement
  from read_parquet(${pathList([path])})
)
select
  count(*)::varchar as rows,
  ${sums}
  coalesce(sum(statement), 0)::varchar as stated,
  coalesce(sum(hash(${["statement", ...tokens].join(", ")})), 0)::varchar as content
from rows`;
}

/** A value of each type that facts have, and DuckDB's hash of them. */
export const probe = `hash('镇', true, -1::tinyint, 7::integer, 7::bigint, date '2018-06-30', -12.34::decimal(18,2),
  0.00000001::decimal(38,8), ['none'], '00000000-0000-4000-8000-000000000001'::uuid, null::varchar)::varchar`;
export const hashOfProbe = "13995520810450581886";
