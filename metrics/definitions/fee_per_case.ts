import { derived, divide } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import totalFeeAmount from "@/metrics/definitions/total_fee_amount";

export default derived({
  id: "fee_per_case",
  label: { zh: "次均费用", en: "Fee per case" },
  unit: "yuan_per_case",
  meaning: {
    zh: "医疗总费用 ÷ 人次。",
    en: "Total fee ÷ cases.",
  },
  better: "neither",
  formula: divide(totalFeeAmount, cases),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
