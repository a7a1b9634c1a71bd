import { measure } from "@/metrics/define";
import { isPremiumLine, sumPerHead } from "@/metrics/fundingSql";

export default measure({
  id: "premium_per_head",
  label: { zh: "大病及意外险划拨（人均）", en: "Premiums per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "划转大病保险与意外伤害保险保费的人均标准之和；有一项未填则无值。",
    en: "Premiums for serious-illness and accident insurance per head; no value when one lacks it.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: sumPerHead(isPremiumLine),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
