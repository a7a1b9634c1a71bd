import { measure } from "@/metrics/define";

export default measure({
  id: "special_disease_inpatient_cases",
  label: { zh: "特殊病种住院人次", en: "Special-disease inpatient cases" },
  unit: "cases",
  meaning: {
    zh: "住院人次中的特殊病种部分，是其中项，不另相加。",
    en: "The special-disease part of inpatient cases: a subset, never a further addend.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when visit_class = 'inpatient' and special_disease then cases else 0 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "MED_TYPE 210101, DISE_NO" },
  reviewed: "2026-11-21",
});
