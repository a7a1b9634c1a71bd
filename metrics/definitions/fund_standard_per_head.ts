import { measure } from "@/metrics/define";
import { isFundLine, sumPerHead } from "@/metrics/fundingSql";

export default measure({
  id: "fund_standard_per_head",
  label: { zh: "人均筹资标准", en: "Standard per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "各级财政补助与个人缴费的人均标准之和；有一项未填则无值。",
    en: "Subsidies and individual contribution per head; no value when a line lacks it.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: sumPerHead(isFundLine),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
