import { derived, divide } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import persons from "@/metrics/definitions/persons";

export default derived({
  id: "cases_per_person",
  label: { zh: "人次人头比", en: "Cases per person" },
  unit: "cases_per_person",
  meaning: {
    zh: "人次 ÷ 人数。",
    en: "Cases ÷ persons.",
  },
  better: "neither",
  formula: divide(cases, persons),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
