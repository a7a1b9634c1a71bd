import { counts, defineCheck } from "./define";

const above = `${counts} and abs(pool_pay) > abs(total_fee)`;
/** Cleared by case, day or group, or maternity: the fund pays a fixed amount that may exceed the fee. */
const fixedPayment = "(clearing_way <> '1' or regexp_full_match(medical_type, '(51|52|5302|530202).*'))";

/** The fund paid more than the visit cost. */
export const fundAboveFee = defineCheck({
  code: "L-311",
  kinds: ["settlements"],
  outcome: "hold",
  field: "pool_pay",
  when: () => `${above} and not coalesce(${fixedPayment}, false)`,
});

export const fixedPaymentAboveFee = defineCheck({
  ...fundAboveFee,
  outcome: "warn",
  when: () => `${above} and coalesce(${fixedPayment}, false)`,
});
