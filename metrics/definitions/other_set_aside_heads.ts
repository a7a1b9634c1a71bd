import { measure } from "@/metrics/define";
import { headsOf } from "@/metrics/fundingSql";

export default measure({
  id: "other_set_aside_heads",
  label: { zh: "其他划拨（人数）", en: "Other set-asides: heads" },
  unit: "heads",
  meaning: {
    zh: "其他提取按多少人计；未填则无值。",
    en: "Heads that other set-asides are planned for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: headsOf("other_set_aside"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
