/** E-voucher settlement rate. Clauses of a sentence are joined as they stand. */
export const voucherPage = {
  title: "E-voucher settlement rate",
  month: "In {month} {eVouchers} of {settlements} settlements were made with the e-voucher, {rate}",
  rose: ", {points} more than the month before ({before})",
  fell: ", {points} less than the month before ({before})",
  even: ", as in the month before ({before})",
  cumulative: "; {rate} in {period}.",
  none: "No settlements in {month}.",
  highest:
    "Among the institutions listed with at least {fewest} settlements the highest rate of the month is that of {institution}, {rate}",
  lowest: "; the lowest that of {other}, {lowest}",
  stop: ".",
} as const;
