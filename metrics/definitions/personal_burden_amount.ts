import { derived, subtract } from "@/metrics/define";
import guaranteedPayAmount from "@/metrics/definitions/guaranteed_pay_amount";
import totalFeeAmount from "@/metrics/definitions/total_fee_amount";

export default derived({
  id: "personal_burden_amount",
  label: { zh: "个人负担", en: "Borne by the person" },
  unit: "yuan",
  meaning: {
    zh: "医疗总费用减三重保障及其他保障支付。",
    en: "Total fee less the triple guarantee and other guarantees.",
  },
  better: "neither",
  formula: subtract(totalFeeAmount, guaranteedPayAmount),
  source: { document: "医账口径", clause: "个人负担" },
  reviewed: "2026-11-21",
});
