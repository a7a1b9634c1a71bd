import { measure } from "@/metrics/define";
import { isDeductionLine, sumPerHead } from "@/metrics/fundingSql";

export default measure({
  id: "deduction_per_head",
  label: { zh: "人均划拨标准", en: "Deductions per head" },
  unit: "yuan_per_head",
  meaning: {
    zh: "大病、意外险划拨等的人均标准之和；有一项未填则无值。",
    en: "Premiums and set-asides per head; no value when a line lacks it.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: sumPerHead(isDeductionLine),
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
