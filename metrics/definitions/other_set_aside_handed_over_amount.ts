import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "other_set_aside_handed_over_amount",
  label: { zh: "已划转其他划拨", en: "Other set-asides handed over by now" },
  unit: "yuan",
  meaning: {
    zh: "期末日前已划转的风险金等其他提取。",
    en: "Risk reserve and other set-asides handed over by the period's last day.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("other_set_aside"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
