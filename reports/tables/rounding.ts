import { type Decimal, decimal, roundHalfUp, sum } from "@/domain/money";
import type { Content, Table } from "./define";

/**
 * Whether the printed parts of some column of money miss its printed total. Actual figures are never adjusted: then a
 * note says so. `unit`: yuan in one unit of display.
 */
export function printedPartsMissTotal({ columns, rows }: Table, unit: number): boolean {
  const printed = (content: Content | undefined): Decimal | null =>
    content &&
    typeof content !== "string" &&
    content.value !== null &&
    content.metric.unit === "yuan" &&
    content.unit === "yuan"
      ? roundHalfUp(decimal(content.printed ?? content.value).div(unit), 2)
      : null;
  const total = rows.find(({ role }) => role === "total");
  return columns.some(({ id }) => {
    const whole = printed(total?.cells[id]);
    const own = rows.flatMap(({ role, cells }) => {
      const amount = printed(cells[id]);
      if (!amount) return [];
      return role === "part" || role === "rest" ? [amount] : role === "less" ? [amount.negated()] : [];
    });
    return whole !== null && own.length > 0 && !sum(own).equals(whole);
  });
}

/** Whether parts, printed with two decimals of a unit, miss their sum printed so. */
export function printedSumMisses(parts: readonly Decimal[], unit: number): boolean {
  const printed = (exact: Decimal) => roundHalfUp(exact.div(unit), 2);
  return !sum(parts.map(printed)).equals(printed(sum(parts)));
}
