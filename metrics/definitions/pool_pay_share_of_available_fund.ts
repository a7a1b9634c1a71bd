import { derived, divide, regional } from "@/metrics/define";
import availableFundAmount from "@/metrics/definitions/available_fund_amount";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";

export default derived({
  id: "pool_pay_share_of_available_fund",
  label: { zh: "占可用基金", en: "Share of the available fund" },
  unit: "percent",
  meaning: {
    zh: "统筹基金支出 ÷ 当年可用基金。",
    en: "Pool payments ÷ the year's available fund.",
  },
  better: "neither",
  formula: divide(poolPayAmount, regional(availableFundAmount)),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
