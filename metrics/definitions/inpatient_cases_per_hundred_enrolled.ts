import { constant, derived, multiply } from "@/metrics/define";
import hospitalisationRate from "@/metrics/definitions/hospitalisation_rate";

export default derived({
  id: "inpatient_cases_per_hundred_enrolled",
  label: { zh: "每百名参保人住院人次", en: "Inpatient cases per hundred enrolled" },
  unit: "cases_per_hundred",
  meaning: {
    zh: "住院率 × 100。",
    en: "The hospitalisation rate × 100.",
  },
  better: "neither",
  formula: multiply(hospitalisationRate, constant("100")),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
