import { measure } from "@/metrics/define";

export default measure({
  id: "enrolment_target",
  label: { zh: "参保任务数", en: "Enrolment target" },
  unit: "heads",
  meaning: {
    zh: "期末月的参保任务数。",
    en: "The target in the period's last month.",
  },
  better: "neither",
  fact: "enrolment",
  total: "closing",
  sql: "sum(target)",
  absent: "no_enrolment",
  source: { document: "医账口径", clause: "参保 enrolment" },
  reviewed: "2026-11-21",
});
