import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "recoveries_amount",
  label: { zh: "追回资金", en: "Recoveries" },
  unit: "yuan",
  meaning: {
    zh: "期末日前追回的基金，与趋势分列。",
    en: "Money recovered by the period's last day; kept apart from trend.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("recoveries"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
