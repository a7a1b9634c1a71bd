import { measure } from "@/metrics/define";

export default measure({
  id: "population",
  label: { zh: "人口数", en: "Population" },
  unit: "heads",
  meaning: {
    zh: "期末月的人口数，基数（常住、户籍等）见参保表；基数不一时无值。",
    en: "Population in the period's last month, on the base that the enrolment extract names; no value where townships name different bases.",
  },
  better: "neither",
  fact: "enrolment",
  total: "closing",
  sql: "case when count(distinct population_base) <= 1 then sum(population) end",
  absent: "no_population",
  source: { document: "医账口径", clause: "参保 enrolment" },
  reviewed: "2026-11-21",
});
