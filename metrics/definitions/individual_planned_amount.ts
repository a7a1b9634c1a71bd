import { measure } from "@/metrics/define";
import { plannedOf } from "@/metrics/fundingSql";

export default measure({
  id: "individual_planned_amount",
  label: { zh: "个人缴费（应筹）", en: "Individual contributions planned" },
  unit: "yuan",
  meaning: {
    zh: "个人缴费应筹数。",
    en: "Individual contributions as planned.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: plannedOf("individual"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
