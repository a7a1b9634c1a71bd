import { measure } from "@/metrics/define";
import { perHeadOf } from "@/metrics/fundingSql";

export default measure({
  id: "county_subsidy_per_head",
  label: { zh: "县级财政补助（人均）", en: "County subsidy per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "县级财政补助的人均标准；未填则无值。",
    en: "County subsidy per head; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: perHeadOf("subsidy", "county"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
