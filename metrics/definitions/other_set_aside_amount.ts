import { measure } from "@/metrics/define";

export default measure({
  id: "other_set_aside_amount",
  label: { zh: "其他划拨", en: "Other set-asides" },
  unit: "yuan",
  meaning: {
    zh: "风险金等其他提取。",
    en: "Risk reserve and other set-asides.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: "coalesce(sum(planned_amount) filter (where line = 'other_set_aside'), 0)",
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
