import { measure } from "@/metrics/define";
import { isFundLine } from "@/metrics/fundingSql";

export default measure({
  id: "total_fund_amount",
  label: { zh: "基金总量", en: "Total fund" },
  unit: "yuan",
  meaning: {
    zh: "计划参保人数 × 人均筹资标准：各级财政补助与个人缴费的应筹数。",
    en: "Planned enrolment × standard per head: subsidies of every level and individual contributions as planned.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: `sum(planned_amount) filter (where ${isFundLine})`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
