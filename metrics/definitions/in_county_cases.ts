import { measure } from "@/metrics/define";

export default measure({
  id: "in_county_cases",
  label: { zh: "县域内人次", en: "In-county cases" },
  unit: "cases",
  meaning: {
    zh: "乡镇与县级医疗机构的人次。",
    en: "Cases at township and county institutions.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when tier in ('township', 'county') then cases else 0 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "FIX_BLNG_ADMDVS, HOSP_LV" },
  reviewed: "2026-11-21",
});
