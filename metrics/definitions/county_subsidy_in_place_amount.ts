import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "county_subsidy_in_place_amount",
  label: { zh: "县级财政补助（到位）", en: "County subsidy in place" },
  unit: "yuan",
  meaning: {
    zh: "期末日前到位的县级财政补助。",
    en: "County subsidy in place by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("subsidy", "county"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
