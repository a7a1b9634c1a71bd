import { derived, divide } from "@/metrics/define";
import citySubsidyInPlaceAmount from "@/metrics/definitions/city_subsidy_in_place_amount";
import citySubsidyPlannedAmount from "@/metrics/definitions/city_subsidy_planned_amount";

export default derived({
  id: "city_subsidy_in_place_rate",
  label: { zh: "市级补助到位率", en: "City subsidy in-place rate" },
  unit: "percent",
  meaning: {
    zh: "市级财政补助到位数 ÷ 应筹数。",
    en: "City subsidy in place ÷ planned.",
  },
  better: "higher",
  formula: divide(citySubsidyInPlaceAmount, citySubsidyPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
