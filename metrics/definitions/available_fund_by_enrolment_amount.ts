import { derived, multiply } from "@/metrics/define";
import availableFundStandardPerHead from "@/metrics/definitions/available_fund_standard_per_head";
import enrolled from "@/metrics/definitions/enrolled";

export default derived({
  id: "available_fund_by_enrolment_amount",
  label: { zh: "可用基金（按实际参保人数）", en: "Available fund by actual enrolment" },
  unit: "yuan",
  meaning: {
    zh: "期末参保人数 × 人均可用基金（口径①县级统筹基金）。",
    en: "Enrolled at the end of the period × available fund per head (basis ①, the county's pooled fund).",
  },
  better: "neither",
  formula: multiply(enrolled, availableFundStandardPerHead),
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
