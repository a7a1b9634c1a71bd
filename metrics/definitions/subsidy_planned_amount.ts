import { measure } from "@/metrics/define";
import { plannedOf } from "@/metrics/fundingSql";

export default measure({
  id: "subsidy_planned_amount",
  label: { zh: "财政补助（应筹）", en: "Subsidies planned" },
  unit: "yuan",
  meaning: {
    zh: "各级财政补助应筹数。",
    en: "Subsidies of every level as planned.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: plannedOf("subsidy"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
