import { measure } from "@/metrics/define";
import { headsOf } from "@/metrics/fundingSql";

export default measure({
  id: "individual_heads",
  label: { zh: "个人缴费（人数）", en: "Individual contributions: heads" },
  unit: "heads",
  meaning: {
    zh: "个人缴费按多少人计；未填则无值。",
    en: "Heads that individual contributions are planned for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: headsOf("individual"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
