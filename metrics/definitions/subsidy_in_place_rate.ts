import { derived, divide } from "@/metrics/define";
import subsidyInPlaceAmount from "@/metrics/definitions/subsidy_in_place_amount";
import subsidyPlannedAmount from "@/metrics/definitions/subsidy_planned_amount";

export default derived({
  id: "subsidy_in_place_rate",
  label: { zh: "补助到位率", en: "Subsidy in-place rate" },
  unit: "percent",
  meaning: {
    zh: "财政补助到位数 ÷ 应筹数。",
    en: "Subsidies in place ÷ planned.",
  },
  better: "higher",
  formula: divide(subsidyInPlaceAmount, subsidyPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
