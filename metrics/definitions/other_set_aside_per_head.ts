import { measure } from "@/metrics/define";
import { perHeadOf } from "@/metrics/fundingSql";

export default measure({
  id: "other_set_aside_per_head",
  label: { zh: "其他划拨（人均）", en: "Other set-asides per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "风险金等其他提取的人均标准；未填则无值。",
    en: "Risk reserve and other set-asides per head; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: perHeadOf("other_set_aside"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
