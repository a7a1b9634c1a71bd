import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "opening_surplus_amount",
  label: { zh: "上年滚存结余", en: "Opening surplus" },
  unit: "yuan",
  meaning: {
    zh: "年初滚存结余，须录入。",
    en: "Accumulated surplus at the start of the year, as entered.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("opening_surplus"),
  absent: "no_opening_surplus",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
