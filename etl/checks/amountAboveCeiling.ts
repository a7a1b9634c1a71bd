import { counts, defineCheck } from "./define";

/** One settlement of more than the configured ceiling. */
export const feeAboveCeiling = defineCheck({
  code: "L-307",
  kinds: ["settlements"],
  outcome: "hold",
  field: "total_fee",
  when: ({ ceiling }) => `${counts} and abs(total_fee) > ${ceiling}`,
});

export const poolPayAboveCeiling = defineCheck({
  ...feeAboveCeiling,
  field: "pool_pay",
  when: ({ ceiling }) => `${counts} and abs(pool_pay) > ${ceiling}`,
});
