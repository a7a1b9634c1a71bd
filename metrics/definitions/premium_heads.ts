import { measure } from "@/metrics/define";
import { isPremiumLine } from "@/metrics/fundingSql";

export default measure({
  id: "premium_heads",
  label: { zh: "大病及意外险划拨（人数）", en: "Premiums: heads" },
  unit: "heads",
  meaning: {
    zh: "大病、意外险保费按多少人划转；未填则无值。",
    en: "Heads that premiums are handed over for; no value where the plan does not say.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: `max(heads) filter (where ${isPremiumLine})`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
