import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "subsidy_in_place_amount",
  label: { zh: "财政补助（到位）", en: "Subsidies in place" },
  unit: "yuan",
  meaning: {
    zh: "期末日前到位的各级财政补助。",
    en: "Subsidies of every level in place by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("subsidy"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
