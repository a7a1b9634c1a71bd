/** A row's money: its fee, and where that is zero its pool payment. */
const money = "coalesce(nullif(total_fee_amount, 0), pool_pay_amount, 0)";

/** The row takes another one back: it names its original, or its money is negative. */
export const takesBack = `(initial_settlement_key is not null or ${money} < 0)`;

/** Rows whose sign depends on other rows, or on which other rows depend. */
export const refundRelated = `(coalesce(refund_mark, false) or ${takesBack})`;

const unnamed = "initial_settlement_key is null";
const unmarked = `${unnamed} and refund_mark is distinct from true`;

/**
 * The same rows in parts of which no row is in two. Each asks for certain values of one column: where a file knows that it
 * has none, its rows are not read.
 */
export const refundRelatedParts = [
  "initial_settlement_key is not null",
  `${unnamed} and refund_mark = true`,
  `${unmarked} and total_fee_amount < 0`,
  `${unmarked} and pool_pay_amount < 0 and coalesce(total_fee_amount, 0) = 0`,
];

/**
 * Whether a row may take back the other one, which no reversal names: same person, visit and amount. In a layout without
 * visits person and amount decide; a row that names nobody meets no other.
 */
export const meets = (one: string, other: string) =>
  `${one}.person_key = ${other}.person_key and ${one}.visit_key is not distinct from ${other}.visit_key
    and ${one}.amount = ${other}.amount`;
