import { measure } from "@/metrics/define";
import { inPlaceOf } from "@/metrics/fundingSql";

export default measure({
  id: "procurement_surplus_amount",
  label: { zh: "集采结余留用", en: "Procurement surplus" },
  unit: "yuan",
  meaning: {
    zh: "期末日前集中采购结余留用资金，与趋势分列。",
    en: "Surplus of central procurement by the period's last day; kept apart from trend.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: inPlaceOf("procurement_surplus"),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
