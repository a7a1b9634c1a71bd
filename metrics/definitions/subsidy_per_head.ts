import { measure } from "@/metrics/define";
import { sumPerHead } from "@/metrics/fundingSql";

export default measure({
  id: "subsidy_per_head",
  label: { zh: "财政补助（人均）", en: "Subsidies per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "各级财政补助的人均标准之和；有一项未填则无值。",
    en: "Subsidies of every level per head; no value when a level lacks it.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: sumPerHead("line = 'subsidy'"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
