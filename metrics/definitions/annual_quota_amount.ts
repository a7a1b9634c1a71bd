import { measure } from "@/metrics/define";
import { plannedOf } from "@/metrics/fundingSql";

export default measure({
  id: "annual_quota_amount",
  label: { zh: "市级下达的年度预算", en: "Annual quota from the city" },
  unit: "yuan",
  meaning: {
    zh: "市级统筹后下达给县的年度预算或控制额，须录入（可用基金口径②）。",
    en: "What the city allots to the county for the year under city-level pooling, as entered (basis ② of the available fund).",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: plannedOf("annual_quota"),
  absent: "no_annual_quota",
  source: { document: "医账口径", clause: "可用基金" },
  reviewed: "2026-11-21",
});
