import { measure } from "@/metrics/define";
import { plannedOf } from "@/metrics/fundingSql";

export default measure({
  id: "city_subsidy_planned_amount",
  label: { zh: "市级财政补助（应筹）", en: "City subsidy planned" },
  unit: "yuan",
  meaning: {
    zh: "市级财政补助应筹数；计划无此项则无值。",
    en: "City subsidy as planned; no value where the plan has no such line.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: plannedOf("subsidy", "city"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
