/** Sign of a row's money: of its fee, and where that is zero of its pool payment. */
const moneySign = "sign(coalesce(nullif(total_fee_amount, 0), pool_pay_amount, 0))";

/** The row takes another one back: it names its original, or its money is negative. */
export const takesBack = `(initial_settlement_key is not null or ${moneySign} < 0)`;

/** Rows whose sign depends on other rows, or on which other rows depend. */
export const refundRelated = `(coalesce(refund_mark, false) or ${takesBack})`;
