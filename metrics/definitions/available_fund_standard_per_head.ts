import { derived, subtract } from "@/metrics/define";
import deductionPerHead from "@/metrics/definitions/deduction_per_head";
import fundStandardPerHead from "@/metrics/definitions/fund_standard_per_head";

export default derived({
  id: "available_fund_standard_per_head",
  label: { zh: "人均可用基金", en: "Available fund per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "人均筹资标准减人均划拨标准。",
    en: "Standard per head less deductions per head.",
  },
  better: "neither",
  formula: subtract(fundStandardPerHead, deductionPerHead),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
