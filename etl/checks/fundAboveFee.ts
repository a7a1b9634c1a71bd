import { isNoneOf } from "../grammar/sql";
import { counts, defineCheck } from "./define";

const above = `${counts} and abs(pool_pay) > abs(total_fee)`;
/** CLR_WAY, code or name: the fund pays item by item. */
const byItem = ["1", "01", "按项目", "按项目付费", "按项目结算", "按服务项目", "按服务项目付费", "项目付费"];
/** MED_TYPE, beginning of code or name. */
const maternity = "(51|52|5302|生育|计划生育).*";
/** Cleared by case, day or group, or maternity: the fund pays a fixed amount that may exceed the fee. */
const fixedPayment = `(${isNoneOf("clearing_way", byItem)} or regexp_full_match(medical_type, '${maternity}'))`;

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
