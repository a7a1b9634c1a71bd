import { measure } from "@/metrics/define";

export default measure({
  id: "inpatient_cases",
  label: { zh: "住院人次", en: "Inpatient cases" },
  unit: "cases",
  meaning: {
    zh: "就诊类别为住院的人次。",
    en: "Cases of the visit class inpatient.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when visit_class = 'inpatient' then cases else 0 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "MED_TYPE" },
  reviewed: "2026-11-21",
});
