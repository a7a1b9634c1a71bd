import { measure } from "@/metrics/define";
import { perHeadOf } from "@/metrics/fundingSql";

export default measure({
  id: "individual_per_head",
  label: { zh: "个人缴费（人均）", en: "Individual contribution per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "个人缴费的人均标准；未填则无值。",
    en: "Individual contribution per head; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: perHeadOf("individual"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
