import { measure } from "@/metrics/define";
import { headsOf } from "@/metrics/fundingSql";

export default measure({
  id: "city_subsidy_heads",
  label: { zh: "市级财政补助（人数）", en: "City subsidy: heads" },
  unit: "heads",
  meaning: {
    zh: "市级财政补助按多少人计；未填则无值。",
    en: "Heads that the city subsidy is planned for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: headsOf("subsidy", "city"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
