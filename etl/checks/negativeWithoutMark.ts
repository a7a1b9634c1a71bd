import { counts, defineCheck } from "./define";

const negative = "(total_fee < 0 or pool_pay < 0)";

/** Negative money, in a layout that marks reversals, on a row without the mark. */
export const negativeWithoutMark = defineCheck({
  code: "L-306",
  kinds: ["settlements"],
  outcome: "hold",
  field: "total_fee",
  when: ({ hasReversalMark }) =>
    hasReversalMark
      ? `${counts} and ${negative} and not coalesce(refund_flag, false) and initial_settlement_id is null`
      : null,
});

/** Negative money in a layout that cannot mark reversals: it is one. */
export const negativeInUnmarkedLayout = defineCheck({
  ...negativeWithoutMark,
  outcome: "warn",
  when: ({ hasReversalMark }) => (hasReversalMark ? null : `${counts} and ${negative}`),
});
