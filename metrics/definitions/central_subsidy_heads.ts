import { measure } from "@/metrics/define";
import { headsOf } from "@/metrics/fundingSql";

export default measure({
  id: "central_subsidy_heads",
  label: { zh: "中央财政补助（人数）", en: "Central subsidy: heads" },
  unit: "heads",
  meaning: {
    zh: "中央财政补助按多少人计；未填则无值。",
    en: "Heads that the central subsidy is planned for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: headsOf("subsidy", "central"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
