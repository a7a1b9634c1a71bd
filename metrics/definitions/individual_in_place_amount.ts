import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "individual_in_place_amount",
  label: { zh: "个人缴费（到位）", en: "Individual contributions in place" },
  unit: "yuan",
  meaning: {
    zh: "期末日前到位的个人缴费。",
    en: "Individual contributions in place by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("individual"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
