import { measure } from "@/metrics/define";

export default measure({
  id: "cases_without_person",
  label: { zh: "无人员编号人次", en: "Cases without a person number" },
  unit: "cases",
  meaning: {
    zh: "计入人次但无法计入人数的结算。",
    en: "Settlements that count as cases but cannot count as persons.",
  },
  better: "lower",
  fact: "payments",
  sql: "sum(case when person_key is null then cases else 0 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "PSN_NO" },
  reviewed: "2026-11-21",
});
