import { derived, divide, whole } from "@/metrics/define";
import cases from "@/metrics/definitions/cases";

export default derived({
  id: "case_share",
  label: { zh: "人次占比", en: "Share of cases" },
  unit: "percent",
  meaning: {
    zh: "人次 ÷ 所问范围（筛选后）的全部人次。",
    en: "Cases ÷ all cases of the question, after its filters.",
  },
  better: "neither",
  formula: divide(cases, whole(cases)),
  source: { document: "医账口径", clause: "比率" },
  reviewed: "2026-11-21",
});
