import { derived, divide } from "@/metrics/define";
import inpatientCases from "@/metrics/definitions/inpatient_cases";
import inpatientDays from "@/metrics/definitions/inpatient_days";

export default derived({
  id: "mean_stay_days",
  label: { zh: "平均住院日", en: "Mean stay" },
  unit: "days_per_case",
  meaning: {
    zh: "住院床日 ÷ 住院人次。",
    en: "Inpatient days ÷ inpatient cases.",
  },
  better: "neither",
  formula: divide(inpatientDays, inpatientCases),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
