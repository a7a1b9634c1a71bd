import { measure } from "@/metrics/define";
import { isIncomeLine } from "@/metrics/fundingSql";

export default measure({
  id: "income_in_place_amount",
  label: { zh: "到位收入", en: "Income in place" },
  unit: "yuan",
  meaning: {
    zh: "期末日前到位的全部收入：财政补助、个人缴费、利息、追回资金、集采结余留用、其他。",
    en: "All income in place by the period's last day: subsidies, contributions, interest, recoveries, procurement surplus, other.",
  },
  better: "neither",
  fact: "funding_receipts",
  total: "closing",
  sql: `coalesce(sum(arrived_amount) filter (where ${isIncomeLine}), 0)`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "到位 funding" },
  reviewed: "2026-11-21",
});
