import { constant, derived, divide, regional } from "@/metrics/define";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "mean_monthly_pool_pay_amount",
  label: { zh: "近12月月均统筹支出", en: "Mean monthly pool payments" },
  unit: "yuan_per_month",
  meaning: {
    zh: "截至期末近 12 个月统筹基金支出 ÷ 12。",
    en: "Pool payments of the twelve months that end with the period ÷ 12.",
  },
  better: "neither",
  formula: divide(regional(poolPayAmount, "last_twelve_months"), constant("12")),
  source: { document: "医账口径", clause: "可支付月数" },
  reviewed: "2026-11-21",
});
