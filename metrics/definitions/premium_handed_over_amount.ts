import { measure } from "@/metrics/define";
import { isPremiumLine } from "@/metrics/fundingSql";

export default measure({
  id: "premium_handed_over_amount",
  label: { zh: "已划转大病及意外险保费", en: "Premiums handed over by now" },
  unit: "yuan",
  meaning: {
    zh: "期末日前已划转的大病保险与意外伤害保险保费。",
    en: "Premiums for serious-illness and accident insurance handed over by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: `coalesce(sum(arrived_amount) filter (where ${isPremiumLine}), 0)`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
