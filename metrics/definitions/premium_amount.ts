import { measure } from "@/metrics/define";
import { isPremiumLine } from "@/metrics/fundingSql";

export default measure({
  id: "premium_amount",
  label: { zh: "大病及意外险划拨", en: "Premiums handed over" },
  unit: "yuan",
  meaning: {
    zh: "划转大病保险与意外伤害保险的保费（应划数）。",
    en: "Premiums for serious-illness and accident insurance as planned.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: `coalesce(sum(planned_amount) filter (where ${isPremiumLine}), 0)`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
