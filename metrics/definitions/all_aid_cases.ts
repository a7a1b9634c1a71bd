import { add, derived } from "@/metrics/define";
import manualAidCases from "@/metrics/definitions/manual_aid_cases";
import medicalAidCases from "@/metrics/definitions/medical_aid_cases";

export default derived({
  id: "all_aid_cases",
  label: { zh: "救助人次", en: "Cases aided" },
  unit: "cases",
  meaning: {
    zh: "系统内救助人次 + 手工救助人次。",
    en: "Cases with medical aid + cases aided by hand.",
  },
  better: "neither",
  formula: add(medicalAidCases, manualAidCases),
  source: { document: "医账口径", clause: "手工救助 manual_aid" },
  reviewed: "2026-11-22",
});
