import { measure } from "@/metrics/define";

export default measure({
  id: "fund_pay_amount",
  label: { zh: "基金支付总额", en: "All funds together" },
  unit: "yuan",
  meaning: {
    zh: "各类基金支付合计，不等于居民医保基金。",
    en: "Every fund together: never the residents' fund.",
  },
  better: "neither",
  fact: "payments",
  sql: "sum(fund_pay_amount)",
  column: { name: "fund_pay_amount", among: "settlements" },
  source: { document: "national standard SETL_D 结算信息表", clause: "FUND_PAY_SUMAMT" },
  reviewed: "2026-11-21",
});
