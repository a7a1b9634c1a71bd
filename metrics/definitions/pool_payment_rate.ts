import { derived, divide } from "@/metrics/define";
import poolPayAmount from "@/metrics/definitions/pool_pay_amount";
import totalFeeAmount from "@/metrics/definitions/total_fee_amount";

export default derived({
  id: "pool_payment_rate",
  label: { zh: "基本医保报销水平", en: "Pool payment rate" },
  unit: "percent",
  meaning: {
    zh: "统筹基金支出 ÷ 医疗总费用。",
    en: "Pool payments ÷ total fee.",
  },
  better: "neither",
  formula: divide(poolPayAmount, totalFeeAmount),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
