import { measure } from "@/metrics/define";
import { isFundLine } from "@/metrics/fundingSql";

export default measure({
  id: "fund_in_place_amount",
  label: { zh: "基金到位数", en: "Fund in place" },
  unit: "yuan",
  meaning: {
    zh: "期末日前到位的财政补助与个人缴费。",
    en: "Subsidies and individual contributions in place by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: `sum(arrived_amount) filter (where ${isFundLine})`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
