import {
  addCauses,
  type Causes,
  type CellTotals,
  type Decomposition,
  decompose,
  type MeanMember,
} from "@/domain/decomposition";
import { groupBy } from "@/domain/groupBy";
import { Decimal } from "@/domain/money";
import type { AnswerRow, Figure, Key } from "@/figures/question";

/** The measures that a decomposition needs of every cell. */
export const cellMetrics = ["cases", "total_fee_amount", "pool_pay_amount"];

/** An amount of a row; a cell without rows in a period has none, which adds nothing. */
export const amountOf = (values: Record<string, Figure> | undefined, metric: string) =>
  new Decimal(values?.[metric]?.value ?? 0);

/** The totals of rows in one of the compared periods, over the months that both have. */
function cellsOf(rows: readonly AnswerRow[], at: "now" | "then"): CellTotals[] {
  return rows.map(({ key, compare }) => {
    const total = (metric: string) =>
      at === "then"
        ? amountOf(compare?.values, metric)
        : amountOf(compare?.values, metric).plus(compare?.change[metric] ?? 0);
    return {
      key: JSON.stringify(key),
      cases: total("cases"),
      fee: total("total_fee_amount"),
      pay: total("pool_pay_amount"),
    };
  });
}

/** Why payments changed, over the cells of an answer that has a comparison. */
export const decomposeRows = (rows: readonly AnswerRow[]): Decomposition =>
  decompose(cellsOf(rows, "then"), cellsOf(rows, "now"));

/** The causes of a decomposition by one dimension of its cells: what a tier's cells have in them. */
export function causesBy(dimension: keyof Key, { cells }: Decomposition) {
  const groups = groupBy(cells, ({ key }) => (JSON.parse(key) as Key)[dimension] ?? "");
  return new Map([...groups].map(([member, own]): [string, Causes & { change: Decimal }] => [member, addCauses(own)]));
}

/** The institutions of an answer as members of a mean fee per case. */
export function feeMembers(rows: readonly AnswerRow[], at: "now" | "then"): MeanMember[] {
  return cellsOf(rows, at).map(({ cases, fee }, index) => ({
    key: rows[index]!.key.institution ?? "",
    cases,
    amount: fee,
  }));
}
