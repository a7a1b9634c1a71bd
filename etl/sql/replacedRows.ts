import { factTables, provenance } from "@/warehouse/facts";

/** What differs between two files of settlement facts: counts of settlements, and yuan after less before. */
export type FactRows = Record<"added" | "removed" | "changed" | "fee" | "pool", string>;

/** SQL of one row of `FactRows`: the settlements of `after` against those of `before` (lists of paths). */
export function replacedRows(before: string, after: string): string {
  const stated = Object.keys(factTables.fct_settlements).filter((column) => !provenance.includes(column));
  const content = `hash(${stated.join(", ")})`;
  const rows = (paths: string) =>
    `select settlement_key, ${content} as content, total_fee_amount, pool_pay_amount from read_parquet(${paths})`;
  const difference = (amount: string) =>
    `(coalesce(sum(after.${amount}), 0) - coalesce(sum(before.${amount}), 0))::varchar`;
  return `
select
  count(*) filter (where before.settlement_key is null)::varchar as added,
  count(*) filter (where after.settlement_key is null)::varchar as removed,
  count(*) filter (where before.content <> after.content)::varchar as changed,
  ${difference("total_fee_amount")} as fee,
  ${difference("pool_pay_amount")} as pool
from (${rows(before)}) as before
full join (${rows(after)}) as after using (settlement_key)`;
}
