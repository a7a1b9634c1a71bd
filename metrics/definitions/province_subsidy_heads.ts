import { measure } from "@/metrics/define";
import { headsOf } from "@/metrics/fundingSql";

export default measure({
  id: "province_subsidy_heads",
  label: { zh: "省级财政补助（人数）", en: "Provincial subsidy: heads" },
  unit: "heads",
  meaning: {
    zh: "省级财政补助按多少人计；未填则无值。",
    en: "Heads that the provincial subsidy is planned for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: headsOf("subsidy", "province"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
