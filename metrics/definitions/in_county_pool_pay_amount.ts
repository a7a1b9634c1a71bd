import { measure } from "@/metrics/define";

export default measure({
  id: "in_county_pool_pay_amount",
  label: { zh: "县域内统筹基金支出", en: "In-county pool payments" },
  unit: "yuan",
  meaning: {
    zh: "乡镇与县级医疗机构的统筹基金支出。",
    en: "Pool payments at township and county institutions.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(case when tier in ('township', 'county') then pool_pay_amount else 0 end)",
  source: { document: "national standard SETL_D 结算信息表", clause: "HIFP_PAY" },
  reviewed: "2026-11-21",
});
