import { measure } from "@/metrics/define";

export default measure({
  id: "registered_persons",
  label: { zh: "困难人员参保人数", en: "Persons registered as hardship groups" },
  unit: "heads",
  meaning: {
    zh: "期末月（有结算数据的最后一月）最后一天在困难人员名册上的人数；同时属于几类的只计一次，按优先次序归入第一类。",
    en: "Persons in the hardship registry on the last day of the period's last month (the last one with settlements); whoever holds several statuses counts once, under the first in the order of precedence.",
  },
  better: "neither",
  fact: "registry",
  total: "closing",
  sql: "count(*)",
  absent: "no_registry",
  source: { document: "医账口径", clause: "困难人员名册 hardship_registry" },
  reviewed: "2026-11-21",
});
