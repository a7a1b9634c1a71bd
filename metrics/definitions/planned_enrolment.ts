import { measure } from "@/metrics/define";
import { isFundLine } from "@/metrics/fundingSql";

export default measure({
  id: "planned_enrolment",
  label: { zh: "计划参保人数", en: "Planned enrolment" },
  unit: "heads",
  meaning: {
    zh: "筹资计划的参保人数。",
    en: "Heads of the funding plan.",
  },
  better: "neither",
  fact: "funding_plans",
  total: "closing",
  sql: `max(heads) filter (where ${isFundLine})`,
  absent: "no_funding_plan",
  source: { document: "医账口径", clause: "筹资 funding" },
  reviewed: "2026-11-21",
});
