import { derived, divide } from "@/metrics/define";
import provinceSubsidyInPlaceAmount from "@/metrics/definitions/province_subsidy_in_place_amount";
import provinceSubsidyPlannedAmount from "@/metrics/definitions/province_subsidy_planned_amount";

export default derived({
  id: "province_subsidy_in_place_rate",
  label: { zh: "省级补助到位率", en: "Provincial subsidy in-place rate" },
  unit: "percent",
  meaning: {
    zh: "省级财政补助到位数 ÷ 应筹数。",
    en: "Provincial subsidy in place ÷ planned.",
  },
  better: "higher",
  formula: divide(provinceSubsidyInPlaceAmount, provinceSubsidyPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
