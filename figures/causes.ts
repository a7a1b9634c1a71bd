import { type CellTotals, type Decomposition, decompose, type MeanMember } from "@/domain/decomposition";
import { Decimal } from "@/domain/money";
import type { AnswerRow, Figure } from "@/figures/question";

/** The measures that a decomposition needs of every cell. */
export const cellMetrics = ["cases", "total_fee_amount", "pool_pay_amount"];

/** An amount of a row; a cell without rows in a period has none, which adds nothing. */
export const amountOf = (values: Record<string, Figure> | undefined, metric: string) =>
  new Decimal(values?.[metric]?.value ?? 0);

function cellsOf(rows: readonly AnswerRow[], at: "now" | "then"): CellTotals[] {
  return rows.map((row) => {
    const values = at === "now" ? row.values : row.compare?.values;
    return {
      key: JSON.stringify(row.key),
      cases: amountOf(values, "cases"),
      fee: amountOf(values, "total_fee_amount"),
      pay: amountOf(values, "pool_pay_amount"),
    };
  });
}

/** Why payments changed, over the cells of an answer that has a comparison. */
export const decomposeRows = (rows: readonly AnswerRow[]): Decomposition =>
  decompose(cellsOf(rows, "then"), cellsOf(rows, "now"));

/** The institutions of an answer as members of a mean fee per case. */
export function feeMembers(rows: readonly AnswerRow[], at: "now" | "then"): MeanMember[] {
  return cellsOf(rows, at).map(({ cases, fee }, index) => ({
    key: rows[index]!.key.institution ?? "",
    cases,
    amount: fee,
  }));
}
