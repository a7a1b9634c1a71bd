import { measure } from "@/metrics/define";
import { isDeductionLine } from "@/metrics/fundingSql";

export default measure({
  id: "premium_in_place_amount",
  label: { zh: "已划转保费及提取", en: "Premiums and set-asides handed over" },
  unit: "yuan",
  meaning: {
    zh: "期末日前已划转的大病、意外险保费及其他提取。",
    en: "Premiums and set-asides handed over by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: `coalesce(sum(arrived_amount) filter (where ${isDeductionLine}), 0)`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
