import { derived, divide } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";
import inCountyCases from "@/metrics/definitions/in_county_cases";

export default derived({
  id: "in_county_case_share",
  label: { zh: "县域内人次占比", en: "In-county share of cases" },
  unit: "percent",
  meaning: {
    zh: "乡镇与县级人次 ÷ 全部人次；限定住院时即县域内住院人次占比。",
    en: "Township and county cases ÷ all cases; of inpatients when the question is about inpatients.",
  },
  better: "neither",
  formula: divide(inCountyCases, cases),
  source: { document: "医账口径", clause: "县域内占比" },
  reviewed: "2026-11-21",
});
