import { derived, divide } from "@/metrics/define";
import centralSubsidyInPlaceAmount from "@/metrics/definitions/central_subsidy_in_place_amount";
import centralSubsidyPlannedAmount from "@/metrics/definitions/central_subsidy_planned_amount";

export default derived({
  id: "central_subsidy_in_place_rate",
  label: { zh: "中央补助到位率", en: "Central subsidy in-place rate" },
  unit: "percent",
  meaning: {
    zh: "中央财政补助到位数 ÷ 应筹数。",
    en: "Central subsidy in place ÷ planned.",
  },
  better: "higher",
  formula: divide(centralSubsidyInPlaceAmount, centralSubsidyPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
