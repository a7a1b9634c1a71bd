import { derived, divide } from "@/metrics/define";
import enrolled from "@/metrics/definitions/enrolled";
import inpatientCases from "@/metrics/definitions/inpatient_cases";

export default derived({
  id: "hospitalisation_rate",
  label: { zh: "住院率", en: "Hospitalisation rate" },
  unit: "percent",
  meaning: {
    zh: "住院人次 ÷ 期末参保人数，不折算全年。",
    en: "Inpatient cases ÷ enrolled at the end of the period; not annualised.",
  },
  better: "neither",
  formula: divide(inpatientCases, enrolled),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
