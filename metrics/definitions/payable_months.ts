import { derived, divide } from "@/metrics/define";
import accumulatedSurplusAmount from "@/metrics/definitions/accumulated_surplus_amount";
import meanMonthlyPoolPayAmount from "@/metrics/definitions/mean_monthly_pool_pay_amount";

export default derived({
  id: "payable_months",
  label: { zh: "可支付月数", en: "Payable months" },
  unit: "months",
  meaning: {
    zh: "滚存结余 ÷ 近12月月均统筹支出；未录入上年滚存结余则无值。",
    en: "Accumulated surplus ÷ mean monthly pool payments of the last twelve months; no value without the opening surplus.",
  },
  better: "higher",
  formula: divide(accumulatedSurplusAmount, meanMonthlyPoolPayAmount),
  source: { document: "医账口径", clause: "可支付月数" },
  reviewed: "2026-11-21",
});
