import { measure } from "@/metrics/define";

export default measure({
  id: "inpatient_days",
  label: { zh: "住院床日", en: "Inpatient days" },
  unit: "days",
  meaning: {
    zh: "出院日 − 入院日 + 1（同日为 1），冲销为负；有中途结算的一次住院只在末行计。",
    en: "Discharge − admission + 1 (same day = 1), negative for a reversal; a stay with mid-stay settlements counts once, on its final row.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when visit_class = 'inpatient' then inpatient_days else 0 end)",
  column: { name: "inpatient_days", among: "inpatients" },
  source: { document: "national standard SETL_D 结算信息表", clause: "BEGNDATE, ENDDATE" },
  reviewed: "2026-11-21",
});
