import { derived, divide } from "@/metrics/define";
import countySubsidyInPlaceAmount from "@/metrics/definitions/county_subsidy_in_place_amount";
import countySubsidyPlannedAmount from "@/metrics/definitions/county_subsidy_planned_amount";

export default derived({
  id: "county_subsidy_in_place_rate",
  label: { zh: "县级补助到位率", en: "County subsidy in-place rate" },
  unit: "percent",
  meaning: {
    zh: "县级财政补助到位数 ÷ 应筹数。",
    en: "County subsidy in place ÷ planned.",
  },
  better: "higher",
  formula: divide(countySubsidyInPlaceAmount, countySubsidyPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
