import { derived, divide } from "@/metrics/define";
import individualInPlaceAmount from "@/metrics/definitions/individual_in_place_amount";
import individualPlannedAmount from "@/metrics/definitions/individual_planned_amount";

export default derived({
  id: "individual_in_place_rate",
  label: { zh: "个人缴费到位率", en: "Individual contributions in-place rate" },
  unit: "percent",
  meaning: {
    zh: "个人缴费到位数 ÷ 应筹数。",
    en: "Individual contributions in place ÷ planned.",
  },
  better: "higher",
  formula: divide(individualInPlaceAmount, individualPlannedAmount),
  source: { document: "医账口径", clause: "到位率" },
  reviewed: "2026-11-21",
});
