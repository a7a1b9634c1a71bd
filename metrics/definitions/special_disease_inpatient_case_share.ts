import { derived, divide } from "@/metrics/define";
import inpatientCases from "@/metrics/definitions/inpatient_cases";
import specialDiseaseInpatientCases from "@/metrics/definitions/special_disease_inpatient_cases";

export default derived({
  id: "special_disease_inpatient_case_share",
  label: { zh: "特殊病种住院人次占比", en: "Share of special-disease inpatient cases" },
  unit: "percent",
  meaning: {
    zh: "特殊病种住院人次 ÷ 住院人次。",
    en: "Special-disease inpatient cases ÷ inpatient cases.",
  },
  better: "neither",
  formula: divide(specialDiseaseInpatientCases, inpatientCases),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
