import { measure } from "@/metrics/define";

export default measure({
  id: "enrolled",
  label: { zh: "参保人数", en: "Enrolled" },
  unit: "heads",
  meaning: {
    zh: "期末月（有结算数据的最后一月）的参保人数。",
    en: "Persons enrolled in the period's last month (the last one with settlements).",
  },
  better: "neither",
  fact: "enrolment",
  total: "closing",
  sql: "sum(enrolled)",
  absent: "no_enrolment",
  source: { document: "医账口径", clause: "参保 enrolment" },
  reviewed: "2026-11-21",
});
